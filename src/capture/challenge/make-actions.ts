import type { ActionName, ActionPrompt } from '../../verify/challenge.ts';
import { type RandomSource, shuffled } from './random-source.ts';

/** How long a person has for an action, and how much time is free to be spread around the windows; in ms. */
export type ActionPace = {
  readonly windowLeastMs: number;
  readonly windowMostMs: number;
};

/** Before the first action, for the person's own neutral frames. */
export const neutralMs = 1000;
/** Between two actions, for the face to come back, and the words to be read. */
export const gapMs = 400;
/** After the last one, for a recording that lags. */
export const actionTailMs = 400;

/** Where all windows together leave free time, it is cut at random places: before, between and after them. */
function spread(random: RandomSource, freeMs: number, places: number): readonly number[] {
  const cuts = Array.from({ length: places }, () => random.between(0, freeMs)).sort((a, b) => a - b);
  return cuts.map((cut, index) => cut - (cuts[index - 1] ?? 0));
}

/** The actions in a random order, at random moments within `durationMs`. Throws where that is too short for them. */
export function makeActions(
  random: RandomSource,
  pace: ActionPace,
  actions: readonly ActionName[],
  durationMs: number,
): readonly ActionPrompt[] {
  const windows = actions.map(() => random.between(pace.windowLeastMs, pace.windowMostMs));
  const takenMs =
    neutralMs + actionTailMs + gapMs * (actions.length - 1) + windows.reduce((sum, ms) => sum + ms, 0);
  if (takenMs > durationMs) throw new Error(`${durationMs} ms are too short for ${actions.length} actions`);
  const waits = spread(random, durationMs - takenMs, actions.length);
  let reachedMs = neutralMs - gapMs;
  return shuffled(random, actions).map((action, index) => {
    const fromMs = reachedMs + gapMs + (waits[index] ?? 0);
    reachedMs = fromMs + (windows[index] ?? 0);
    return { action, fromMs, toMs: reachedMs };
  });
}
