/** How much the face changed from one sampled frame to the next, and in what time. */
export type Change = {
  /** Mean difference, luma. */
  readonly change: number;
  readonly ms: number;
};

/**
 * An encoder refines a still picture for a second and begins anew at each key frame: up to 0.24 from frame to frame, 0.34 in
 * a single one (5 SIMULATED freezes at 700 to 2,500 kbit/s with a key frame each half second, 2026-11). A calm face's least was 0.3.
 */
const unchanged = 0.25;
const onceUnchanged = 0.5;

/** Longest time in which the face changed no more than an encoder changes a picture that stands still, milliseconds. Cost: none. */
export function longestFreeze(changes: readonly Change[]): number {
  let [longest, current] = [0, 0];
  for (const [at, { change, ms }] of changes.entries()) {
    const isBetweenStill = [at - 1, at + 1].every((beside) => (changes[beside]?.change ?? 0) <= unchanged);
    const isStill = change <= unchanged || (change <= onceUnchanged && isBetweenStill);
    current = isStill ? current + ms : 0;
    longest = Math.max(longest, current);
  }
  return longest;
}

/**
 * An encoder that is short of bits refines a still picture only every few frames, by up to 2 luma, and leaves it as it is between: at least so many of its
 * changes are nearly none, so small is their mean, and of the recording's other changes (a third of all) hardly any is nearly none. A camera in dim light that hands out each
 * picture four times does so all along (48 recordings of 6 to 10 pictures a second, 2026-11-28: without that last, 16 calm faces were taken for a freeze).
 */
const halted = { least: 0.4, nearlyNone: 0.1, meanMost: 0.7, elsewhereMost: 0.1, elsewhereLeast: 1 / 3 };
/** Fewer changes in a row are chance. */
const leastChanges = 3;

/** Longest time in which the face changed by fits and starts, as such a picture does, milliseconds. Cost: 0.02 ms for 5 s, by the square of the length. */
export function longestHalt(changes: readonly Change[]): number {
  const isNearlyNone = ({ change }: Change) => change <= halted.nearlyNone;
  const allNone = changes.filter(isNearlyNone).length;
  let longest = 0;
  for (let from = 0; from < changes.length; from++) {
    let [ms, sum, none] = [0, 0, 0];
    for (let at = from; at < changes.length; at++) {
      const count = at - from + 1;
      ms += changes[at]!.ms;
      sum += changes[at]!.change;
      if (isNearlyNone(changes[at]!)) none += 1;
      if (ms <= longest || count < leastChanges) continue;
      const elsewhere = changes.length - count;
      if (elsewhere < halted.elsewhereLeast * changes.length) break;
      if (allNone - none > halted.elsewhereMost * elsewhere) continue;
      if (none >= halted.least * count && sum <= halted.meanMost * count) longest = ms;
    }
  }
  return longest;
}
