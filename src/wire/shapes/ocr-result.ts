import type { CardShape } from '../../cards/card-type.ts';
import type { CardResult } from '../../result/card-result.ts';
import type { Medium } from '../../result/medium.ts';
import type { AnswerFields, AnswerValue } from '../answer.ts';

/** A medium as Base64, written out while it is read. */
export function base64Of(medium: Medium): AnswerValue {
  return medium && { base64Of: medium };
}

/** `CardInfo` and `NormalCardInfo` hold the member of the recognised type alone (wire specification §3.1). */
function container({ type }: CardResult, member: CardShape | null): AnswerValue {
  return type === null || member === null ? null : { [type]: member };
}

/** The raw reading as a text of JSON, as the reference page shows it for mode 4 (wire specification §2.1.2). */
function original({ requestId, cardInfo, normalCardInfo, warnings }: CardResult): string | null {
  // Types without a member in CardInfo are told by their unified names.
  const member = cardInfo ?? normalCardInfo;
  return member && JSON.stringify({ ...member, WarnCardInfos: warnings, RequestId: requestId });
}

/** One entry of `OCRResult` as the vendor spells it (wire specification §2.1.2). */
export function ocrResult(card: CardResult): AnswerFields {
  return {
    IsPass: card.isPass,
    CardImageBase64: base64Of(card.front),
    CardInfo: container(card, card.cardInfo),
    NormalCardInfo: container(card, card.normalCardInfo),
    RequestId: card.requestId,
    CardCutImageBase64: base64Of(card.cut),
    CardBackCutImageBase64: base64Of(card.backCut),
    WarnCardInfos: card.warnings,
    OriginalCardInfo: card.withOriginal ? original(card) : null,
    HeadImageBase64: base64Of(card.portrait),
    CardBackImageBase64: base64Of(card.back),
  };
}
