import assert from 'node:assert/strict';
import type { Town } from './journeys.ts';
import { callJson } from './signed-call.ts';

type Members = Readonly<Record<string, Readonly<Record<string, string | null>> | null>>;

/** One entry of `OCRResult`, as it stands on the wire. */
export type OcrEntry = {
  readonly IsPass: boolean;
  readonly CardInfo: Members | null;
  readonly NormalCardInfo: Members | null;
  readonly RequestId: string;
  readonly WarnCardInfos: readonly number[];
  readonly CardImageBase64: string | null;
  readonly CardBackImageBase64: string | null;
  readonly CardCutImageBase64: string | null;
  readonly CardBackCutImageBase64: string | null;
  readonly HeadImageBase64: string | null;
  readonly OriginalCardInfo: string | null;
};

export type CardAnswer = {
  readonly ErrorCode: number | null;
  readonly VerificationDetailList: readonly unknown[];
  readonly VideoBase64: string | null;
  readonly OCRResult: readonly OcrEntry[] | null;
};

/** Get without the vendor's SDK, which leaves out the members that were added after its version was made. */
export async function cardAnswer({ server }: Town, BizToken: string): Promise<CardAnswer> {
  const { port, credentials } = server;
  const { Response } = await callJson(port, credentials, 'GetWebVerificationResultIntl', { BizToken });
  assert.equal(Response.Error, undefined);
  return Response as unknown as CardAnswer;
}

/** The one card that a verification answers. */
export async function cardEntry(town: Town, bizToken: string): Promise<OcrEntry> {
  const { OCRResult } = await cardAnswer(town, bizToken);
  assert.equal(OCRResult?.length, 1);
  return OCRResult?.[0] as OcrEntry;
}

export const bytesOf = (base64: string | null): Buffer => Buffer.from(base64 ?? '', 'base64');

/** JPEG files begin with this marker (ISO/IEC 10918-1, table B.1). */
export function assertJpeg(base64: string | null, what: string): void {
  assert.deepEqual([...bytesOf(base64).subarray(0, 2)], [0xff, 0xd8], `${what} is a JPEG`);
}
