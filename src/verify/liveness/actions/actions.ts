import type { Challenge } from '../../challenge.ts';
import type { Sighting } from '../../face-watch.ts';
import type { ActionEvent } from './action-event.ts';
import { findBlinks } from './blinks.ts';
import { measureFlatTurn } from './flat-turn.ts';
import { measureTurns } from './head-turn.ts';
import { findMouthOpenings } from './mouth-openings.ts';
import { findNods } from './nods.ts';
import { findShakes } from './shakes.ts';

/** What a person did in a recording, asked for or not. */
export type Actions = {
  /** In the order in which they began; whether one is strong enough to count is for `decide-actions.ts`. */
  readonly events: readonly ActionEvent[];
  /** For how long the face turned as a sheet does where a turn was asked for, milliseconds (see `measureFlatTurn`). */
  readonly flatTurnMs: number;
};

/** Below this many frames a second a blink (100 to 300 ms) falls between two frames. */
const leastFramesPerSecond = 8;
const leastFrames = 6;

/** Null where nothing is asked, and where the frames are too few or too far apart to tell. Cost: 2 ms for 5 s, no network. */
export function measureActions(challenge: Challenge | null, sightings: readonly Sighting[]): Actions | null {
  const prompts = challenge?.actions ?? [];
  const firstPromptMs = prompts[0]?.fromMs;
  const [first, last] = [sightings[0], sightings.at(-1)];
  if (firstPromptMs === undefined || !first || !last || sightings.length < leastFrames) return null;
  const seconds = (last.timestampMs - first.timestampMs) / 1000;
  if ((sightings.length - 1) / seconds < leastFramesPerSecond) return null;
  const timesMs = sightings.map(({ timestampMs }) => timestampMs);
  const turns = measureTurns(sightings.map(({ landmarks }) => landmarks));
  const events = inOrder([
    ...findBlinks(sightings, turns),
    ...findMouthOpenings(sightings, firstPromptMs),
    ...findNods(turns, timesMs),
    ...findShakes(turns, timesMs),
  ]);
  return { events, flatTurnMs: measureFlatTurn(turns, timesMs, prompts) };
}

/**
 * The same with blinks looked for anew, where there are for a while more frames than those sampled. Mouths and heads are slow, and their
 * marks were set at twelve frames a second, so they stand as they are.
 */
export function findBlinksAnew(actions: Actions, sightings: readonly Sighting[]): Actions {
  const turns = measureTurns(sightings.map(({ landmarks }) => landmarks));
  const others = actions.events.filter(({ action }) => action !== 'blink');
  return { ...actions, events: inOrder([...findBlinks(sightings, turns), ...others]) };
}

function inOrder(events: readonly ActionEvent[]): readonly ActionEvent[] {
  return events.toSorted((one, other) => one.fromMs - other.fromMs);
}
