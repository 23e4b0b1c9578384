import { randomUUID } from 'node:crypto';
import { fail, type Outcome, succeed } from '../errors.ts';
import type { Account, Rule } from '../store/records.ts';
import type { Store } from '../store/store.ts';
import { type Judge, JudgeBusy } from '../verify/judgement.ts';
import { hashBizToken, newBizToken } from './biz-token.ts';
import { mergeConfig } from './merge-config.ts';
import type { Plan } from './plan.ts';
import { checkRedirect } from './redirect.ts';
import { decodeReferencePhoto } from './reference-photo.ts';
import { planOf, type WebConfig } from './web-config.ts';

/** What a merchant asks for; types, presence and sizes are checked already. */
export type ApplyInput = {
  readonly redirectUrl: string;
  readonly compareImageBase64: string | null;
  readonly extra: string | null;
  readonly ruleId: string | null;
  readonly config: WebConfig;
};

export type Issued = { readonly bizToken: string; readonly verificationUrl: string };

export type ApplyParts = {
  readonly store: Store;
  readonly judge: Judge;
  readonly now: () => number;
  readonly publicUrl: string;
  readonly windowSeconds: number;
  readonly readableSeconds: number;
  readonly forbidDowngrade: boolean;
};

type Reference = { readonly photo: Uint8Array | null; readonly warnings: readonly string[] };

/** A bad photo must fail here, with a reason, and not on the customer's phone. */
async function checkReference(judge: Judge, plan: Plan, base64: string | null): Promise<Outcome<Reference>> {
  // Modes 1, 3 and 4 compare with no photo of the merchant's: it is accepted, ignored, not stored (contracts §1).
  if (plan.checkMode !== 2) return succeed({ photo: null, warnings: [] });
  if (base64 === null) return fail('MissingParameter', 'CompareImageBase64');
  const decoded = decodeReferencePhoto(base64);
  if (!decoded.ok) return decoded;
  try {
    const inspection = await judge.inspectPortrait(decoded.value);
    if (!inspection.ok) return fail('InvalidParameterValue', `\`CompareImageBase64\`: ${inspection.text}`);
    return succeed({ photo: decoded.value, warnings: inspection.warnings });
  } catch (error) {
    if (error instanceof JudgeBusy)
      return fail('ResourceUnavailable', 'Too many photos are waiting to be looked at.');
    throw error;
  }
}

/** The rule that was asked for, null where none was; another account's is none. */
async function findRule(
  store: Store,
  account: Account,
  ruleId: string | null,
): Promise<Outcome<Rule | null>> {
  if (ruleId === null || ruleId === '') return succeed(null);
  const rule = await store.rules.inForce(account.id, ruleId);
  return rule ? succeed(rule) : fail('InvalidParameterValue.RuleIdNotExist');
}

/** Issues a verification: validated to the letter, its photo looked at now, stored before it is answered. */
export async function apply(
  parts: ApplyParts,
  account: Account,
  input: ApplyInput,
): Promise<Outcome<Issued>> {
  const rule = await findRule(parts.store, account, input.ruleId);
  if (!rule.ok) return rule;
  const redirect = checkRedirect(input.redirectUrl, rule.value?.redirectHosts);
  if (!redirect.ok) return fail('InvalidParameterValue', `\`RedirectURL\`: ${redirect.problem}.`);
  const config = rule.value ? mergeConfig(rule.value.config, input.config) : input.config;
  const plan = planOf(config, parts.forbidDowngrade);
  if (!plan.ok) return plan;
  const reference = await checkReference(parts.judge, plan.value, input.compareImageBase64);
  if (!reference.ok) return reference;
  const bizToken = newBizToken();
  const nowMs = parts.now();
  await parts.store.verifications.create({
    id: randomUUID(),
    accountId: account.id,
    tokenHash: hashBizToken(bizToken),
    plan: plan.value,
    personal: { redirectUrl: redirect.url, extra: input.extra },
    referencePhoto: reference.value.photo,
    warnings: reference.value.warnings,
    issuedAtMs: nowMs,
    deadlineMs: nowMs + parts.windowSeconds * 1000,
    readableUntilMs: nowMs + parts.readableSeconds * 1000,
    ruleRevision: rule.value?.revision ?? null,
  });
  return succeed({ bizToken, verificationUrl: `${parts.publicUrl}/verify?token=${bizToken}` });
}
