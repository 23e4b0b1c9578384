import type { ActionEvent } from './action-event.ts';
import type { HeadTurn } from './head-turn.ts';
import { findSwings, leavesAt, steadied } from './swings.ts';

/** Degrees from which on a movement is noted, on either side. */
const noted = 4;
/** From one side to the other: half a second in a shake. */
const longestMs = 1500;

/**
 * A shake: the head goes to one side and then to the other, by parallax (see `measureTurns`). Its size is half the way from side to
 * side; both must lie off the pose in which the head mostly is.
 * Shape: a turn for each frame. Cost: nothing beside the turns.
 */
export function findShakes(turns: readonly HeadTurn[], timesMs: readonly number[]): readonly ActionEvent[] {
  const yaw = steadied(turns.map(({ yawDegrees }) => yawDegrees));
  const swings = findSwings(yaw, noted);
  return swings.flatMap((across): ActionEvent[] => {
    const sides = [yaw[across.from]!, yaw[across.to]!];
    const onBoth = Math.max(...sides) >= noted && Math.min(...sides) <= -noted;
    const peakMs = timesMs[across.to]!;
    if (!onBoth || peakMs - timesMs[leavesAt(yaw, across)]! > longestMs) return [];
    const [first, second] = [crosses(yaw, across.from, -1), crosses(yaw, across.to, 1)];
    const size = Math.abs(across.size) / 2;
    return [{ action: 'shake', fromMs: timesMs[first]!, peakMs, toMs: timesMs[second]!, size }];
  });
}

/** The place nearest to a turning point, backwards or forwards, where the head has half its way to that side before or behind it. */
function crosses(yaw: readonly number[], from: number, step: 1 | -1): number {
  let at = from;
  while (yaw[at + step] !== undefined && yaw[at]! / yaw[from]! > 0.5) at += step;
  return at;
}
