import type { AttemptResult, Medium, VerificationResult } from '../../result/assemble.ts';
import type { AnswerFields, AnswerValue } from '../answer.ts';
import type { ParameterRow } from '../parameters.ts';

/**
 * `GetWebVerificationResultIntl` as the vendor spells it (reference page of 2026-03-03, wire specification §2.1.2).
 * `AppliedSecurityLevel` and `DowngradeReason` are ours; SDKs ignore fields that they do not know.
 */
export const resultRows: readonly ParameterRow[] = [{ name: 'BizToken', type: 'string', required: true }];

function detail(attempt: AttemptResult): AnswerFields {
  const { result, liveness, comparison, infoTags, downgradeReason } = attempt;
  return {
    ErrorCode: result.code,
    ErrorMsg: result.text,
    LivenessErrorCode: liveness.code,
    LivenessErrorMsg: liveness.text,
    CompareErrorCode: comparison.code,
    CompareErrorMsg: comparison.text,
    ReqTimestamp: attempt.requestedAtMs,
    Similarity: attempt.similarity,
    Seq: attempt.seq,
    ...(infoTags && { LivenessInfoTag: infoTags }),
    AppliedSecurityLevel: attempt.appliedSecurityLevel,
    ...(downgradeReason !== null && { DowngradeReason: downgradeReason }),
  };
}

function media(medium: Medium): AnswerValue {
  return medium && { base64Of: medium };
}

export function resultAnswer(verification: VerificationResult): AnswerFields {
  return {
    ErrorCode: verification.result.code,
    ErrorMsg: verification.result.text,
    VerificationDetailList: verification.attempts.map(detail),
    VideoBase64: media(verification.video),
    BestFrameBase64: media(verification.bestFrame),
    // Modes 2 and 3 read no card.
    OCRResult: null,
    Extra: verification.extra,
  };
}
