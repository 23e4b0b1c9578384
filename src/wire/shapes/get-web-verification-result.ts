import type { AttemptResult, VerificationResult } from '../../result/assemble.ts';
import type { AnswerFields } from '../answer.ts';
import type { ParameterRow } from '../parameters.ts';
import { base64Of, ocrResult } from './ocr-result.ts';

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

export function resultAnswer(verification: VerificationResult): AnswerFields {
  return {
    ErrorCode: verification.result.code,
    ErrorMsg: verification.result.text,
    VerificationDetailList: verification.attempts.map(detail),
    VideoBase64: base64Of(verification.video),
    BestFrameBase64: base64Of(verification.bestFrame),
    OCRResult: verification.card && [ocrResult(verification.card)],
    Extra: verification.extra,
  };
}
