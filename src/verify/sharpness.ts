import { type AlignedFace, alignedSide } from '../vision/face-align.ts';

// The middle of an aligned face: skin, eyes, mouth, without hair and background.
const from = { x: 16, y: 16 };
const to = { x: 96, y: 104 };

/**
 * How sharp an aligned face is: its finest detail against the next coarser one, both as root mean squares of luma.
 * About 1.6 for a photo whose face is as large as the 112 pixels of the template; 98 of 100 photos of LFW reach 1.4.
 * A picture enlarged from a 40-pixel face reaches it in 8 of 100, one blurred by 2 pixels never (measured 2026-11).
 * Noise added after enlarging hides it. A flat picture gives 0.
 */
export function measureSharpness(face: AlignedFace): number {
  const luma = lumaOf(face);
  const soft = smooth(luma);
  const softer = smooth(soft);
  const finest = differenceOf(luma, soft);
  const next = differenceOf(soft, softer);
  return next > 0 ? finest / next : 0;
}

/** Mean luma of an aligned face's middle, 0 to 255. */
export function measureBrightness(face: AlignedFace): number {
  const luma = lumaOf(face);
  let sum = 0;
  forEachPlace((at) => {
    sum += luma[at] as number;
  });
  return sum / ((to.x - from.x) * (to.y - from.y));
}

/** Deviation of the luma of an aligned face's middle: how far its features stand out, 0 for a flat picture. */
export function measureContrast(face: AlignedFace): number {
  const luma = lumaOf(face);
  const mean = measureBrightness(face);
  let squares = 0;
  forEachPlace((at) => {
    squares += ((luma[at] as number) - mean) ** 2;
  });
  return Math.sqrt(squares / ((to.x - from.x) * (to.y - from.y)));
}

function forEachPlace(visit: (at: number) => void): void {
  for (let y = from.y; y < to.y; y++) for (let x = from.x; x < to.x; x++) visit(y * alignedSide + x);
}

function lumaOf(face: AlignedFace): Float32Array {
  const luma = new Float32Array(face.length / 3);
  for (let at = 0; at < luma.length; at++) {
    luma[at] =
      0.299 * (face[3 * at] as number) +
      0.587 * (face[3 * at + 1] as number) +
      0.114 * (face[3 * at + 2] as number);
  }
  return luma;
}

/** The mean of 3 x 3 places. Places at the border stay as they are: no one looks there. */
function smooth(luma: Float32Array): Float32Array {
  const smoothed = luma.slice();
  for (let y = 1; y < alignedSide - 1; y++) {
    for (let x = 1; x < alignedSide - 1; x++) {
      const at = y * alignedSide + x;
      let sum = 0;
      for (let row = at - alignedSide; row <= at + alignedSide; row += alignedSide) {
        sum += (luma[row - 1] as number) + (luma[row] as number) + (luma[row + 1] as number);
      }
      smoothed[at] = sum / 9;
    }
  }
  return smoothed;
}

function differenceOf(first: Float32Array, second: Float32Array): number {
  let squares = 0;
  forEachPlace((at) => {
    squares += ((first[at] as number) - (second[at] as number)) ** 2;
  });
  return Math.sqrt(squares);
}
