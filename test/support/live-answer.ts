import { setTimeout as sleep } from 'node:timers/promises';
import type { ActionPrompt, ColorSpan } from '../../src/capture/page-shapes.ts';
import { answer, answerFramesPerSecond, type StandIn } from '../attack/answer-challenge.ts';
import { openLiveEncoder } from './live-encoder.ts';
import type { Film } from './recorder-in-place.ts';

/** What a live client knows of its challenge. */
export type KnownPrompts = {
  readonly isLit: boolean;
  readonly actions: readonly ActionPrompt[];
  readonly colors: readonly ColorSpan[];
  /** Whatever begins before this time of the recording is known by now. */
  readonly untilMs: number;
};

/** A page that has not asked for prompts for so long is not there any more. */
const patienceMs = 10_000;

/**
 * Somebody before the camera who answers what the page is asked while it is asked: each picture is drawn when its time has come and its
 * prompts are known, never before. SIMULATED, see `answer`.
 */
export function answerLive(standIn: StandIn, known: () => KnownPrompts, seed: number): Film {
  const waiting: Buffer[] = [];
  let stoppedMs: number | null = null;
  let isOver = false;
  let failure: unknown = null;

  async function shoot(): Promise<void> {
    const begunMs = Date.now();
    const asked = { isLit: known().isLit, actions: [] as ActionPrompt[], colors: [] as ColorSpan[] };
    const pictures = answer(standIn, asked, seed);
    const [{ picture: first }] = standIn.posed as readonly [StandIn['posed'][number]];
    const encoder = openLiveEncoder(answerFramesPerSecond, first, (bytes) => waiting.push(bytes));
    try {
      for (let at = 0; ; at++) {
        const atMs = (1000 * at) / answerFramesPerSecond;
        await comesDue(begunMs, atMs);
        if (stoppedMs !== null && atMs > stoppedMs - begunMs) break;
        const { actions, colors } = known();
        asked.actions.push(...actions.slice(asked.actions.length));
        asked.colors.push(...colors.slice(asked.colors.length));
        const drawn = await pictures.next();
        if (drawn.done) break;
        await encoder.write(drawn.value);
      }
    } finally {
      await encoder.end();
    }
  }

  async function comesDue(begunMs: number, atMs: number): Promise<void> {
    while (stoppedMs === null && Date.now() - begunMs < atMs) await sleep(5);
    const dueMs = Date.now();
    while (known().untilMs < atMs) {
      if (Date.now() - dueMs > patienceMs) throw new Error(`no prompts came for ${atMs} ms`);
      await sleep(5);
    }
  }

  return {
    begin() {
      shoot()
        .catch((error) => {
          failure = error;
        })
        .finally(() => {
          isOver = true;
        });
    },
    stop() {
      stoppedMs = Date.now();
    },
    take() {
      if (failure) throw failure;
      if (waiting.length === 0 && isOver && stoppedMs !== null) return null;
      return Buffer.concat(waiting.splice(0));
    },
  };
}
