import { randomUUID } from 'node:crypto';
import type { Store } from '../../src/store/store.ts';
import { hashBizToken, newBizToken } from '../../src/token/biz-token.ts';
import type { CardPlan, Plan } from '../../src/token/plan.ts';

/** A plan as Apply makes it from an empty Config in mode 3. */
export const plainPlan: Plan = {
  checkMode: 3,
  card: null,
  askedSecurityLevel: 1,
  mayBeLower: false,
  actions: ['blink'],
  autoSkipStartPage: false,
  autoSkip: false,
  skipPrivacyPolicy: false,
  themeColor: '#2d72f1',
  language: 'en',
  livenessRetryLimit: 99,
  livenessTimeoutSeconds: 45,
  withInfoTags: false,
};

/** What Apply makes of a Config that says nothing about cards, in modes 1 and 4. */
export const plainCardPlan: CardPlan = {
  askedType: null,
  stoppingWarnings: [-9101, -9102, -9103, -9104, -9107, -9108],
  allowsExpired: true,
  showsCut: false,
};

/** Puts a verification into the store as if Apply had just issued it, and returns its BizToken. */
export async function issue(
  store: Store,
  plan: Partial<Plan> = {},
  nowMs = Date.now(),
  accountId = 'account',
  ruleRevision: string | null = null,
) {
  const token = newBizToken();
  const id = randomUUID();
  await store.verifications.create({
    id,
    accountId,
    tokenHash: hashBizToken(token),
    plan: { ...plainPlan, ...plan },
    personal: { redirectUrl: 'https://shop.example/back?order=7#top', extra: null },
    warnings: [],
    issuedAtMs: nowMs,
    deadlineMs: nowMs + 600_000,
    readableUntilMs: nowMs + 259_200_000,
    ruleRevision,
    referencePhoto: null,
  });
  return { id, token };
}
