import type { ActionPrompt } from '../../challenge.ts';
import { longestLagMs } from './answer-prompts.ts';
import type { HeadTurn } from './head-turn.ts';
import { steadied } from './swings.ts';

/** A face narrower than this was turned by 24 degrees or more, if it is a sheet. */
const turnedNarrowing = 0.91;
/** Parallax shown, as a share of what a solid head shows that narrows as much. Set with `flatTurnMsMost`. */
const solidShare = 0.33;

/**
 * For how long, in all, the face was turned as a sheet is and not as a head while a nod or a shake was asked for: narrowed one way without its nose going across it. A sheet
 * turned by an angle is narrowed by its cosine, a head shows its sine in parallax too. A photo turned or tilted in the hand to fake a
 * shake or a nod lies at 0.12 to 0.25 of a head's parallax (SIMULATED, 10 turned by more than 24 degrees), the turns of clip d3 at 0.43
 * and more. Elsewhere nothing is counted, since a turn answers nothing there, and a mouth that opens wide draws the jaw down and narrows a face too: of
 * 8,496 recordings of the attack lab this alone refused 9 for which neither was asked, two of them bona fide, and nine of 89 with actions of people in
 * SIMULATED scarves and beards (2026-11-28).
 * Shape: a turn for each frame. Cost: nothing beside the turns.
 */
export function measureFlatTurn(
  turns: readonly HeadTurn[],
  timesMs: readonly number[],
  prompts: readonly ActionPrompt[],
): number {
  const asked = prompts.filter(({ action }) => action === 'nod' || action === 'shake');
  const isAsked = (timeMs: number) =>
    asked.some(({ fromMs, toMs }) => timeMs >= fromMs && timeMs <= toMs + longestLagMs);
  const yaw = steadied(turns.map(({ yawDegrees }) => yawDegrees));
  const pitch = steadied(turns.map(({ pitchDegrees }) => pitchDegrees));
  const narrowing = steadied(turns.map((turn) => turn.narrowing));
  const isFlat = (at: number) => {
    if (narrowing[at]! >= turnedNarrowing) return false;
    const parallax = Math.sin((Math.hypot(yaw[at]!, pitch[at]!) * Math.PI) / 180);
    return parallax < solidShare * Math.sqrt(1 - narrowing[at]! ** 2);
  };
  return timesMs.reduce(
    (sum, timeMs, at) => (at > 0 && isAsked(timeMs) && isFlat(at) ? sum + timeMs - timesMs[at - 1]! : sum),
    0,
  );
}
