import type { Sighting } from '../../face-watch.ts';
import { type FaceGrid, gridSize } from './face-grid.ts';

/**
 * How a face moved in a recording, and nothing of what it looks like: the coarse waves of its picture, each against its own mean over
 * a second. Time by time, `traceWaves.length` values each, in ten-thousandths of the picture's contrast.
 */
export type MotionTrace = Int16Array;

/** A wave as high as the face's own contrast; more than three times that is cut off. */
export const traceUnit = 10_000;
export const traceHertz = 20;
/** Movement that is slower than this is left out: honest people do the same thing again, but not at the same moments. */
const meanSeconds = 1;
const leastSightings = 12;

/**
 * Waves across and down a face, the lowest of each; that of neither is the face's brightness and is left out. First those that change their sign
 * where left and right are exchanged.
 */
export const traceWaves: readonly { readonly across: number; readonly down: number }[] = [1, 3, 0, 2]
  .flatMap((across) => [0, 1, 2, 3, 4].map((down) => ({ across, down })))
  .filter(({ across, down }) => across + down > 0);

/** Values of each wave in each cell; the discrete cosine transform's (Ahmed, Natarajan and Rao 1974). */
const cells: readonly Float64Array[] = traceWaves.map(({ across, down }) =>
  Float64Array.from({ length: gridSize.width * gridSize.height }, (_, at) => {
    const [column, row] = [at % gridSize.width, Math.floor(at / gridSize.width)];
    const size = (across > 0 ? Math.SQRT2 : 1) * (down > 0 ? Math.SQRT2 : 1);
    const x = Math.cos((Math.PI * across * (column + 0.5)) / gridSize.width);
    const y = Math.cos((Math.PI * down * (row + 0.5)) / gridSize.height);
    return (size * x * y) / (gridSize.width * gridSize.height);
  }),
);

/**
 * The trace of a recording: 20 times a second from its first sighting on, whatever its own rate. Each frame is brought to one brightness
 * and contrast first, so that exposure and the screen's light leave little of theirs. Null where the face was hardly seen.
 * `grids`: one a sighting. Cost: 1 ms for 5 s; it takes 3.8 kB.
 */
export function traceMotion(sightings: readonly Sighting[], grids: readonly FaceGrid[]): MotionTrace | null {
  if (sightings.length < leastSightings) return null;
  const timesMs = sightings.map(({ timestampMs }) => timestampMs);
  const waves = atSteadyRate(timesMs, grids.map(wavesOf));
  return Int16Array.from(againstTheirMeans(waves), (value) =>
    Math.max(-32_767, Math.min(32_767, Math.round(traceUnit * value))),
  );
}

function wavesOf(grid: FaceGrid): readonly number[] {
  const mean = grid.reduce((sum, value) => sum + value, 0) / grid.length;
  const contrast = Math.sqrt(grid.reduce((sum, value) => sum + (value - mean) ** 2, 0) / grid.length) || 1;
  return cells.map((wave) => wave.reduce((sum, share, at) => sum + share * (grid[at]! - mean), 0) / contrast);
}

/** Between two sightings on the straight line. */
function atSteadyRate(
  timesMs: readonly number[],
  values: readonly (readonly number[])[],
): readonly (readonly number[])[] {
  const [fromMs, toMs] = [timesMs[0]!, timesMs.at(-1)!];
  let before = 0;
  return Array.from({ length: Math.floor(((toMs - fromMs) * traceHertz) / 1000) }, (_, at) => {
    const nowMs = fromMs + (1000 * at) / traceHertz;
    while (before + 2 < timesMs.length && timesMs[before + 1]! <= nowMs) before += 1;
    const share = (nowMs - timesMs[before]!) / (timesMs[before + 1]! - timesMs[before]!);
    const [one, next] = [values[before]!, values[before + 1]!];
    return one.map((value, wave) => value + share * (next[wave]! - value));
  });
}

function againstTheirMeans(moments: readonly (readonly number[])[]): Float64Array {
  const half = Math.round((meanSeconds * traceHertz) / 2);
  const trace = new Float64Array(moments.length * traceWaves.length);
  for (let at = 0; at < moments.length; at++) {
    const around = moments.slice(Math.max(0, at - half), at + half + 1);
    for (let wave = 0; wave < traceWaves.length; wave++) {
      const mean = around.reduce((sum, moment) => sum + moment[wave]!, 0) / around.length;
      trace[at * traceWaves.length + wave] = moments[at]![wave]! - mean;
    }
  }
  return trace;
}
