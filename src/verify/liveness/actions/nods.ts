import type { ActionEvent } from './action-event.ts';
import type { HeadTurn } from './head-turn.ts';
import { steadied } from './swings.ts';

/** Degrees from which on a movement is noted. */
const noted = 4;
/** The way down, and the way back: half a second each in a nod; whoever takes longer looked at something. */
const wayMs = 1200;
/** Half-way down a nod has begun, half-way up it is over: the tops drift, the flanks are steep. */
const flank = 0.5;

/**
 * A nod: the head goes down and comes back, by parallax (see `measureTurns`). Its size is the smaller of both ways.
 * Shape: a turn for each frame. Cost: nothing beside the turns.
 */
export function findNods(turns: readonly HeadTurn[], timesMs: readonly number[]): readonly ActionEvent[] {
  const pitch = steadied(turns.map(({ pitchDegrees }) => pitchDegrees));
  const places = pitch.map((_, at) => at);
  const nods: ActionEvent[] = [];
  for (let bottom = 1; bottom < pitch.length - 1; bottom++) {
    if (pitch[bottom]! > pitch[bottom - 1]! || pitch[bottom]! > pitch[bottom + 1]!) continue;
    const near = places.filter((at) => Math.abs(timesMs[at]! - timesMs[bottom]!) <= wayMs);
    if (near.some((at) => pitch[at]! < pitch[bottom]!)) continue;
    const [before, behind] = [near.filter((at) => at <= bottom), near.filter((at) => at >= bottom)];
    const [down, back] = [before, behind].map(
      (way) => Math.max(...way.map((at) => pitch[at]!)) - pitch[bottom]!,
    );
    const size = Math.min(down!, back!);
    const last = nods.at(-1);
    if (size < noted || (last && last.toMs > timesMs[bottom]!)) continue;
    const from = before.findLast((at) => pitch[at]! - pitch[bottom]! >= down! * flank);
    const to = behind.find((at) => pitch[at]! - pitch[bottom]! >= back! * flank);
    nods.push({
      ...{ action: 'nod', fromMs: timesMs[from!]!, peakMs: timesMs[bottom]!, toMs: timesMs[to!]!, size },
    });
  }
  return nods;
}
