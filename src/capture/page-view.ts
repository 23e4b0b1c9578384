import { resultCodes } from '../result-codes.ts';
import type { Attempt, Rule, Verification } from '../store/records.ts';
import { attemptsLeft } from '../token/attempts-made.ts';
import { withToken } from '../token/redirect.ts';
import { isTerminal } from '../token/stages.ts';
import type { Standing } from '../token/standing.ts';
import { cardView } from './card-view.ts';
import { shownChallenge } from './challenge/released.ts';
import type { AttemptView, EndView, Holder, PageView } from './page-shapes.ts';

/** Piece size that the page is told: small enough that a slow line (400 kbit/s) confirms one every 2.6 s. */
export const pieceBytes = 131_072;

/** A 40-megapixel JPEG of a phone has about 8 MB; larger ones bring no more of a card. */
export const maxPhotoBytes = 10_485_760;

const attemptStages = {
  recording: 'recording',
  uploading: 'uploading',
  submitted: 'judging',
  judged: 'judged',
} as const;

/** A challenge is for the tab that records; others that may look only learn how far it is. */
function attemptView(attempt: Attempt | undefined, isRecorder: boolean, nowMs: number): AttemptView | null {
  if (!attempt || attempt.stage === 'void') return null;
  return {
    seq: attempt.seq,
    stage: attemptStages[attempt.stage],
    recordMs: attempt.recordMs,
    challenge: isRecorder ? shownChallenge(attempt, nowMs) : null,
    asksForChunks: isRecorder && attempt.challenge !== null,
    timeoutInMs: attempt.stage === 'recording' ? Math.max(0, attempt.timeoutAtMs - nowMs) : null,
    receivedBytes: attempt.receivedBytes,
    totalBytes: attempt.totalBytes,
    sha256: attempt.sha256,
    code: attempt.errorCode,
  };
}

function endedHow({ verification, attempts }: Standing): EndView['how'] {
  if (verification.stage === 'expired') return 'expired';
  if (verification.stage === 'abandoned') return 'abandoned';
  if (verification.finalCode === resultCodes.success) return 'passed';
  return attemptsLeft(verification, attempts) === 0 ? 'retries-used-up' : 'failed';
}

function endView(standing: Standing, token: string, mayGoBack: boolean): EndView | null {
  const { verification } = standing;
  if (!isTerminal(verification.stage)) return null;
  return {
    how: endedHow(standing),
    code: verification.finalCode ?? resultCodes.timedOut,
    redirectUrl: mayGoBack ? withToken(verification.personal.redirectUrl, token) : null,
  };
}

function look({ plan, consent, deadlineMs, readableUntilMs, issuedAtMs }: Verification, nowMs: number) {
  return {
    language: plan.language,
    themeColor: plan.themeColor,
    checkMode: plan.checkMode,
    securityLevel: plan.askedSecurityLevel,
    mayBeLower: plan.mayBeLower,
    skipStartPage: plan.autoSkipStartPage,
    skipAgreement: plan.skipPrivacyPolicy,
    skipResultOnSuccess: plan.autoSkip,
    consented: plan.skipPrivacyPolicy || consent !== null,
    windowEndsInMs: Math.max(0, deadlineMs - nowMs),
    keptSeconds: (readableUntilMs - issuedAtMs) / 1000,
  };
}

/** What the rule that it was issued with adds. */
function ruleLook(rule: Rule | null) {
  const { logo = null, frame = null } = rule ?? {};
  return {
    hasRuleAgreement: rule?.agreement != null,
    logo: logo && {
      url: `/verify/logo/${logo.sha256}`,
      alt: rule?.name ?? '',
      width: logo.width,
      height: logo.height,
    },
    frame,
  };
}

/**
 * What one browser may see of a verification. A browser that does not hold it learns how the page looks and
 * whether it is over, nothing of attempts and not where the customer came from.
 */
export function pageView(
  standing: Standing,
  rule: Rule | null,
  holder: Holder,
  token: string,
  nowMs: number,
  maxVideoBytes: number,
): PageView {
  const { verification, attempts } = standing;
  const isInside = holder === 'this-tab' || holder === 'other-tab' || holder === 'handed-over';
  return {
    holder,
    ...look(verification, nowMs),
    ...ruleLook(rule),
    attemptsLeft: attemptsLeft(verification, attempts),
    attempt: isInside
      ? attemptView(
          attempts.findLast(({ stage }) => stage !== 'void'),
          holder === 'this-tab',
          nowMs,
        )
      : null,
    card: isInside ? cardView(standing, holder === 'this-tab') : null,
    end: endView(standing, token, isInside),
    limits: { maxVideoBytes, pieceBytes, maxPhotoBytes },
  };
}
