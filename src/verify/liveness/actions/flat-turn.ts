import type { HeadTurn } from './head-turn.ts';
import { steadied } from './swings.ts';

/** A face narrower than this was turned by 24 degrees or more, if it is a sheet. */
const turnedNarrowing = 0.91;
/** Parallax shown, as a share of what a solid head shows that narrows as much. Set with `flatTurnMsMost`. */
const solidShare = 0.33;

/**
 * For how long, in all, the face was turned as a sheet is and not as a head: narrowed one way without its nose going across it. A sheet
 * turned by an angle is narrowed by its cosine, a head shows its sine in parallax too. A photo turned or tilted in the hand to fake a
 * shake or a nod lies at 0.12 to 0.25 of a head's parallax (SIMULATED, 10 turned by more than 24 degrees), the turns of clip d3 at 0.43
 * and more.
 * Shape: a turn for each frame. Cost: nothing beside the turns.
 */
export function measureFlatTurn(turns: readonly HeadTurn[], timesMs: readonly number[]): number {
  const yaw = steadied(turns.map(({ yawDegrees }) => yawDegrees));
  const pitch = steadied(turns.map(({ pitchDegrees }) => pitchDegrees));
  const narrowing = steadied(turns.map((turn) => turn.narrowing));
  const isFlat = (at: number) => {
    if (narrowing[at]! >= turnedNarrowing) return false;
    const parallax = Math.sin((Math.hypot(yaw[at]!, pitch[at]!) * Math.PI) / 180);
    return parallax < solidShare * Math.sqrt(1 - narrowing[at]! ** 2);
  };
  return timesMs.reduce(
    (sum, timeMs, at) => (at > 0 && isFlat(at) ? sum + timeMs - timesMs[at - 1]! : sum),
    0,
  );
}
