import { fail, type Outcome, succeed } from '../errors.ts';
import { resultMessage } from '../result-codes.ts';
import type { Account, Attempt } from '../store/records.ts';
import type { Store } from '../store/store.ts';
import { judgedAttempts } from '../token/attempts-made.ts';
import { hashBizToken } from '../token/biz-token.ts';
import { settle } from '../token/settle.ts';
import { type CardResult, cardResult } from './card-result.ts';
import { infoTagsOf } from './info-tags.ts';
import { type Medium, medium } from './medium.ts';

/** A code with its text; both null where the stage was not reached or is not over. */
export type CodeAndText = { readonly code: number | null; readonly text: string | null };

export type AttemptResult = {
  readonly result: CodeAndText;
  readonly liveness: CodeAndText;
  readonly comparison: CodeAndText;
  readonly requestedAtMs: number;
  /** 0.00 to 100.00, two decimals. */
  readonly similarity: number | null;
  readonly seq: string;
  /** Null unless the merchant asked for tags (`Config.Version` PLUS). */
  readonly infoTags: readonly string[] | null;
  readonly appliedSecurityLevel: number;
  readonly downgradeReason: string | null;
};

export type VerificationResult = {
  readonly result: CodeAndText;
  readonly attempts: readonly AttemptResult[];
  readonly video: Medium;
  readonly bestFrame: Medium;
  readonly card: CardResult | null;
  readonly extra: string | null;
};

function withText(code: number | null): CodeAndText {
  return { code, text: code === null ? null : resultMessage(code) };
}

function attemptResult(attempt: Attempt, withInfoTags: boolean): AttemptResult {
  const { similarity } = attempt;
  return {
    result: withText(attempt.errorCode),
    liveness: withText(attempt.livenessCode),
    comparison: withText(attempt.compareCode),
    requestedAtMs: attempt.submittedAtMs ?? attempt.startedAtMs,
    similarity: similarity === null ? null : Math.round(similarity * 100) / 100,
    seq: attempt.seq,
    infoTags: withInfoTags ? infoTagsOf(attempt.judgement) : null,
    appliedSecurityLevel: attempt.appliedSecurityLevel,
    downgradeReason: attempt.downgradeReason,
  };
}

/**
 * What `GetWebVerificationResultIntl` answers (contracts §2): as often as asked, for three days. Unknown, malformed
 * and other accounts' tokens are all the same to the caller, and cost the same look-up.
 */
export async function assembleResult(
  store: Store,
  account: Account,
  bizToken: string,
  nowMs: number,
): Promise<Outcome<VerificationResult>> {
  const found = await store.verifications.byTokenHash(hashBizToken(bizToken));
  if (!found || found.accountId !== account.id) return fail('InvalidParameterValue.BizTokenIllegal');
  if ('erased' in found) {
    if (found.how === 'expired') return fail('InvalidParameterValue.BizTokenExpired');
    return fail('OperationDenied', 'The operator of this server erased the verification.');
  }
  if (found.onHold) return fail('OperationDenied', 'The operator of this server holds the verification.');
  if (found.readableUntilMs < nowMs) return fail('InvalidParameterValue.BizTokenExpired');
  const standing = await settle(store, found, nowMs);
  if (!standing) return fail('InvalidParameterValue.BizTokenExpired');
  const { verification } = standing;
  const judged = judgedAttempts(standing.attempts);
  const last = judged.at(-1);
  return succeed({
    result: withText(verification.finalCode),
    attempts: judged.map((attempt) => attemptResult(attempt, verification.plan.withInfoTags)),
    video: await medium(store, verification.id, last?.videoId),
    bestFrame: await medium(store, verification.id, last?.bestFrameId),
    card: await cardResult(store, standing),
    extra: verification.personal.extra,
  });
}
