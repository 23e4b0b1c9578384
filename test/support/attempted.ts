import assert from 'node:assert/strict';
import { beginAttempt } from '../../src/capture/attempts.ts';
import type { Attempt } from '../../src/store/records.ts';
import type { Store } from '../../src/store/store.ts';
import { concludeAttempt, type Outcome } from '../../src/token/conclude.ts';
import { type Standing, settleById } from '../../src/token/settle.ts';

type Codes = Pick<Outcome, 'errorCode' | 'livenessCode' | 'compareCode' | 'similarity'>;

/** When every attempt that is made here says that it was sent in. */
export const submittedAtMs = 1_634_884_881_441;

export async function standingOf(store: Store, id: string, nowMs: number): Promise<Standing> {
  const standing = await settleById(store, id, nowMs);
  assert.ok(standing);
  return standing;
}

/** Begins an attempt on an opened verification, as the page does at the first good frame. */
export async function beginOn(store: Store, id: string, nowMs: number): Promise<Attempt> {
  await beginAttempt(
    store,
    await standingOf(store, id, nowMs),
    { source: 'stream', mimeType: 'video/mp4' },
    4000,
    nowMs,
  );
  const attempt = (await store.attempts.of(id)).at(-1);
  assert.ok(attempt);
  return attempt;
}

/** One whole attempt with its media, judged as told: what the judge writes down, without a recording to judge. */
export async function attemptOn(store: Store, id: string, codes: Codes, nowMs: number): Promise<string> {
  const { seq, ordinal, ...begun } = await beginOn(store, id, nowMs);
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
