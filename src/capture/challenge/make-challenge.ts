import type { ActionName, Challenge } from '../../verify/challenge.ts';
import { type ActionPace, makeActions } from './make-actions.ts';
import { type ColorPace, makeColors } from './make-colors.ts';
import { cryptoRandom, type RandomSource } from './random-source.ts';

/** The levels that ask something of the customer. */
export type ChallengeLevel = Challenge['level'];

type Range = readonly [leastMs: number, mostMs: number];

type LevelRule = {
  /** Length by the number of actions: none, one, two. */
  readonly durationMs: readonly [Range, Range, Range];
  readonly actions: ActionPace | null;
  readonly colors: ColorPace | null;
  /** Colours after the marker, at least. */
  readonly colorsLeast: number;
};

const never: Range = [0, 0];

/**
 * What each level asks. A person needs about 2 s to read, understand and do an action; level 5 gives less. Colours stand for
 * 350 ms at least (WCAG 2.3.1 counted by changes, which is stricter than by flashes), and for longer where the person moves.
 */
const rules: Readonly<Record<ChallengeLevel, LevelRule>> = {
  2: {
    durationMs: [never, [5000, 6000], [6900, 7500]],
    actions: { windowLeastMs: 2000, windowMostMs: 2300 },
    colors: null,
    colorsLeast: 0,
  },
  3: {
    durationMs: [[4300, 5000], never, never],
    actions: null,
    colors: { leastMs: 350, mostMs: 500 },
    colorsLeast: 6,
  },
  4: {
    durationMs: [never, [6500, 7500], [7200, 8500]],
    actions: { windowLeastMs: 2000, windowMostMs: 2300 },
    colors: { leastMs: 400, mostMs: 700 },
    colorsLeast: 6,
  },
  5: {
    durationMs: [never, [8000, 9500], [8500, 10_000]],
    actions: { windowLeastMs: 1600, windowMostMs: 1900 },
    colors: { leastMs: 350, mostMs: 550 },
    colorsLeast: 8,
  },
};

/** Before the marker: the face by the room's light alone. */
const markerLeastMs = 700;
const markerMostMs = 1000;
/** After the last colour: the screen's light reaches the recording up to 500 ms late (contracts.md §5). */
const colorTailMs = 500;

/**
 * A fresh challenge, random in order, moments, colours and durations. `actions`: one or two different ones, of which level 3
 * asks none.
 */
export function makeChallenge(
  level: ChallengeLevel,
  actions: readonly ActionName[],
  random: RandomSource = cryptoRandom,
): Challenge {
  const rule = rules[level];
  const asked = rule.actions ? actions : [];
  const [leastMs, mostMs] = rule.durationMs[asked.length as 0 | 1 | 2] ?? never;
  if (mostMs === 0) throw new Error(`level ${level} cannot ask for ${asked.length} actions`);
  const durationMs = random.between(leastMs, mostMs);
  const markerMs = rule.colors ? random.between(markerLeastMs, markerMostMs) : null;
  return {
    level,
    durationMs,
    actions: rule.actions ? makeActions(random, rule.actions, asked, durationMs) : [],
    colors:
      rule.colors && markerMs !== null
        ? makeColors(random, rule.colors, markerMs, durationMs - colorTailMs, rule.colorsLeast)
        : [],
    markerMs,
    shown: [],
  };
}
