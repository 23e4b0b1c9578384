import { medianOf } from '../../median.ts';
import { type MotionTrace, traceHertz, traceUnit, traceWaves } from './motion-trace.ts';

/** Where and how well two traces fit. */
export type TraceMatch = {
  /** Correlation of all waves over the common stretch, -1 to 1. */
  readonly likeness: number;
  /** By how much the other's beginning lies after this one's, milliseconds; negative: before it. */
  readonly lagMs: number;
  readonly overlapMs: number;
  /** Whether it fits left and right exchanged. */
  readonly isMirrored: boolean;
  /** Root mean square of the less moved of the two over the common stretch, in units of its picture's contrast. */
  readonly movement: number;
};

/** A common stretch that is shorter says little: an opened mouth is like an opened mouth. */
const leastSeconds = 3;
/** To find the place it is enough to try every second one, by every fourth moment. */
const coarse = { step: 2, stride: 4 };
/** Movement below this is noise, units of a trace: louder moments count by their root against it. */
const quiet = 30;

const waves = traceWaves.length;
/** The first so many change their sign where left and right are exchanged. */
const oddWaves = traceWaves.filter(({ across }) => across % 2 === 1).length;

/** A trace ready to be compared, so that one that is held against many is prepared once. */
export type EvenTrace = { readonly even: Float32Array; readonly trace: MotionTrace };

/** Takes the loudness out by half: a turn of the head would else outshout the lids and lips that tell one moment from another. */
export function evenTrace(trace: MotionTrace): EvenTrace {
  const loudness = new Float64Array(trace.length / waves);
  for (let at = 0, place = 0; at < loudness.length; at++) {
    let squares = 0;
    for (let wave = 0; wave < waves; wave++, place++) squares += trace[place]! * trace[place]!;
    loudness[at] = squares / waves + quiet * quiet;
  }
  const usual = loudness.length > 0 ? medianOf([...loudness]) : 1;
  const even = new Float32Array(trace.length);
  for (let at = 0, place = 0; at < loudness.length; at++) {
    const share = 1 / Math.sqrt(Math.sqrt(loudness[at]! * usual));
    for (let wave = 0; wave < waves; wave++, place++) even[place] = trace[place]! * share;
  }
  return { even, trace };
}

/**
 * The place at which two traces fit best, either way round. Null where they have less than 3 s in common at any.
 * Cost: 0.1 ms for two recordings of 5 s.
 */
export function matchTraces(one: EvenTrace, other: EvenTrace): TraceMatch | null {
  const [ones, others] = [one.trace.length / waves, other.trace.length / waves];
  const least = leastSeconds * traceHertz;
  const placeAt = (lag: number, stride: number): Place | null => {
    const shared = Math.min(ones, others + lag) - Math.max(0, lag);
    if (shared < least) return null;
    const { straight, mirrored } = correlationsAt(one.even, other.even, lag, stride);
    return { lag, likeness: Math.max(straight, mirrored), isMirrored: mirrored > straight };
  };
  const rough = Array.from(
    { length: Math.max(0, Math.floor((ones + others - 2 * least) / coarse.step) + 1) },
    (_, at) => placeAt(least - others + at * coarse.step, coarse.stride),
  ).reduce(better, null);
  if (!rough) return null;
  const best = [-1, 0, 1].map((aside) => placeAt(rough.lag + aside, 1)).reduce(better, null);
  if (!best) return null;
  const { lag, likeness, isMirrored } = best;
  const [from, to] = [Math.max(0, lag), Math.min(ones, others + lag)];
  return {
    likeness,
    lagMs: (1000 * lag) / traceHertz,
    overlapMs: (1000 * (to - from)) / traceHertz,
    isMirrored,
    movement: Math.min(movementOf(one.trace, from, to), movementOf(other.trace, from - lag, to - lag)),
  };
}

type Place = { readonly lag: number; readonly likeness: number; readonly isMirrored: boolean };

function better(one: Place | null, other: Place | null): Place | null {
  if (!one || !other) return one ?? other;
  return other.likeness > one.likeness ? other : one;
}

function correlationsAt(one: Float32Array, other: Float32Array, lag: number, stride: number) {
  const to = Math.min(one.length / waves, other.length / waves + lag);
  let [even, odd, ofOne, ofOther] = [0, 0, 0, 0];
  for (let at = Math.max(0, lag); at < to; at += stride) {
    let [here, there] = [at * waves, (at - lag) * waves];
    for (let wave = 0; wave < waves; wave++, here++, there++) {
      const a = one[here]!;
      const b = other[there]!;
      if (wave < oddWaves) odd += a * b;
      else even += a * b;
      ofOne += a * a;
      ofOther += b * b;
    }
  }
  const size = Math.sqrt(ofOne * ofOther) || 1;
  return { straight: (even + odd) / size, mirrored: (even - odd) / size };
}

function movementOf(trace: MotionTrace, from: number, to: number): number {
  let squares = 0;
  for (let at = from * waves; at < to * waves; at++) squares += trace[at]! ** 2;
  return Math.sqrt(squares / ((to - from) * waves)) / traceUnit;
}
