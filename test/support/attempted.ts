import assert from 'node:assert/strict';
import { type AttemptLimits, beginAttempt } from '../../src/capture/attempts.ts';
import type { AttemptRequest } from '../../src/capture/page-shapes.ts';
import type { Attempt } from '../../src/store/records.ts';
import type { Store } from '../../src/store/store.ts';
import { concludeAttempt, type Outcome } from '../../src/token/conclude.ts';
import { settleById } from '../../src/token/settle.ts';
import type { Standing } from '../../src/token/standing.ts';

type Codes = Pick<Outcome, 'errorCode' | 'livenessCode' | 'compareCode' | 'similarity' | 'judgement'>;

/** When every attempt that is made here says that it was sent in. */
export const submittedAtMs = 1_634_884_881_441;

export async function standingOf(store: Store, id: string, nowMs: number): Promise<Standing> {
  const standing = await settleById(store, id, nowMs);
  assert.ok(standing);
  return standing;
}

/** What a page says that records from the camera. */
export const streamed: AttemptRequest = { source: 'stream', mimeType: 'video/mp4' };
/** And one whose device can only hand over a film. */
export const fromFile: AttemptRequest = { source: 'file', mimeType: 'video/mp4' };

export const attemptLimits: AttemptLimits = { recordMs: 4000, giveUpsLimit: 20 };

/** Begins an attempt on an opened verification, as the page does at the first good frame. */
export async function beginOn(
  store: Store,
  id: string,
  nowMs: number,
  request: AttemptRequest = streamed,
): Promise<Attempt> {
  return await beginAttempt(store, await standingOf(store, id, nowMs), request, attemptLimits, nowMs);
}

/** One whole attempt with its media, judged as told: what the judge writes down, without a recording to judge. */
export async function attemptOn(
  store: Store,
  id: string,
  codes: Codes,
  nowMs: number,
  request: AttemptRequest = streamed,
): Promise<string> {
  const { seq, ordinal, ...begun } = await beginOn(store, id, nowMs, request);
  const submitted = { stage: 'submitted', submittedAtMs } as const;
  await store.verifications.move(id, 'liveness', 'judging', {}, { seq, changes: submitted });
  const media = { videoId: `${seq}.mp4`, bestFrameId: `${seq}.best-frame` };
  await store.media.put(id, media.videoId, [Buffer.from(`video of attempt ${ordinal}`)]);
  await store.media.put(id, media.bestFrameId, [Buffer.from(`face of attempt ${ordinal}`)]);
  const outcome = { ...codes, submittedAtMs, ...media };
  const standing = await standingOf(store, id, nowMs);
  await concludeAttempt(store, standing, { seq, ordinal, ...begun }, nowMs, outcome);
  return seq;
}
