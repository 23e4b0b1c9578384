import type { VideoFrame, VideoSummary } from '../../../vision/video/video-frame.ts';
import { medianOf } from '../../median.ts';

/** A grid of blocks that the recording's own codec did not leave. */
export type DoubleCompression = {
  /** How far the strongest grid off the codec's own stands out from all others: about 2 without one. */
  readonly foreignGrid: number;
  /** Its period in pixels of the sampled frames. */
  readonly periodPixels: number;
};

/** Frequencies tried, in steps a picture of this many pixels could tell. */
const resolution = 1024;
/** Periods looked for, pixels: blocks of 8 or 16 that were scaled. */
const periods = { shortest: 4.5, longest: 34 };
/** Blocks and macroblocks of every codec taken here are 16 pixels or a whole part of it. */
const ownGrid = 16;
/** A frequency this near to one of its own counts as its own, in steps of `resolution`. */
const ownReach = 5;
const mostFrames = 4;
/** A border goes on through all rows; every fourth of them is enough to see it. */
const every = 4;
const cosines = Float64Array.from({ length: resolution }, (_, at) =>
  Math.cos((2 * Math.PI * at) / resolution),
);

/**
 * A recording that was compressed, scaled and compressed again keeps faint steps at the borders of the first blocks, at a
 * period that its own codec does not have. Looks for one period common to columns and rows. Blind where the picture was not
 * scaled (both grids coincide), where the first codec smoothed its borders well (H.264 and VP8 do), and after heavy
 * blur; a webcam that sends JPEG leaves such steps honestly. The frames handed out are too few and too scaled to see the
 * rhythm of key frames. Source: blocking artefacts as of Bianchi and Piva (2012) for pictures. Cost: 4 ms a frame, four
 * at most. Null without a frame.
 */
export function measureDoubleCompression(
  frames: readonly VideoFrame[],
  video: VideoSummary,
): DoubleCompression | null {
  const some = frames.slice(0, mostFrames);
  const [first] = some;
  if (!first) return null;
  const columns = new Float64Array(first.width);
  const rows = new Float64Array(first.height);
  for (const frame of some) addSteps(frame, columns, rows);
  const scale = Math.max(first.width, first.height) / Math.max(video.sourceWidth, video.sourceHeight);
  return strongestGrid(columns, rows, ownGrid * scale);
}

/** Adds, at every column and row, how far its step of luma stands out from its neighbours' steps. */
function addSteps({ luma, width, height }: VideoFrame, columns: Float64Array, rows: Float64Array): void {
  for (let y = 2; y < height - 2; y += every) addLine(luma, y * width, 1, columns);
  for (let x = 2; x < width - 2; x += every) addLine(luma, x, width, rows);
}

/** Goes along one row or column of a picture, whose pixels lie `stride` apart. */
function addLine(luma: Uint8Array, from: number, stride: number, sums: Float64Array): void {
  let before = Math.abs(luma[from + stride]! - luma[from]!);
  let own = Math.abs(luma[from + 2 * stride]! - luma[from + stride]!);
  for (let place = 2, at = from + 2 * stride; place < sums.length - 2; place++, at += stride) {
    const behind = Math.abs(luma[at + stride]! - luma[at]!);
    const over = own - (before + behind) / 2;
    if (over > 0) sums[place]! += over;
    before = own;
    own = behind;
  }
}

function strongestGrid(columns: Float64Array, rows: Float64Array, gridPixels: number): DoubleCompression {
  const found: { strength: number; step: number }[] = [];
  const own = resolution / gridPixels;
  for (let step = Math.ceil(resolution / periods.longest); step < resolution / periods.shortest; step++) {
    if (Math.abs(step - own * Math.round(step / own)) <= ownReach) continue;
    const strength = Math.sqrt(waveIn(columns, step) * waveIn(rows, step));
    found.push({ strength, step });
  }
  const strongest = found.reduce((best, one) => (one.strength > best.strength ? one : best), found[0]!);
  const usual = medianOf(found.map(({ strength }) => strength));
  return {
    foreignGrid: usual > 0 ? strongest.strength / usual : 0,
    periodPixels: resolution / strongest.step,
  };
}

/** Strength of one frequency in a profile, its slow changes taken off. */
function waveIn(profile: Float64Array, step: number): number {
  let [real, imaginary] = [0, 0];
  for (let at = 2; at < profile.length - 2; at++) {
    const value = profile[at]! - (profile[at - 1]! + profile[at + 1]!) / 2;
    const turn = (step * at) % resolution;
    real += value * cosines[turn]!;
    imaginary += value * cosines[(turn + resolution / 4) % resolution]!;
  }
  return Math.hypot(real, imaginary);
}
