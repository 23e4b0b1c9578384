import { cropToPlanes, evenFormat } from '../crop.ts';
import type { RgbImage } from '../image.ts';
import { openFlexibleNetwork } from '../runtime.ts';
import { stripHeight } from './text-strip.ts';

export type DirectionReader = {
  /** How likely each strip (see `cutStrip`) is upside down, 0 to 1. It sees the first four heights of a strip. */
  predict(strips: readonly RgbImage[]): Promise<readonly number[]>;
};

const width = 192;
const format = evenFormat('bgr', 127.5, 127.5);

/** PP-OCR mobile v2.0 classifier: `x` [N,3,48,192], output [N,2] probabilities, class 1 is upside down. */
export async function loadDirectionReader(): Promise<DirectionReader> {
  const network = await openFlexibleNetwork('text-direction');
  return {
    async predict(strips) {
      const length = 3 * stripHeight * width;
      const planes = new Float32Array(strips.length * length);
      for (const [at, strip] of strips.entries()) planes.set(planesOf(strip), at * length);
      const { values } = await network.run(planes, [strips.length, 3, stripHeight, width]);
      return strips.map((_strip, at) => values[2 * at + 1] as number);
    },
  };
}

/** Long strips are cut off, short ones filled up with mid-grey, as in training. */
function planesOf(strip: RgbImage): Float32Array {
  const used = Math.min(width, strip.width);
  const own = cropToPlanes(
    strip,
    { left: 0, top: 0, right: used, bottom: stripHeight },
    used,
    stripHeight,
    format,
  );
  const planes = new Float32Array(3 * stripHeight * width);
  for (let row = 0; row < 3 * stripHeight; row++) {
    planes.set(own.subarray(row * used, (row + 1) * used), row * width);
  }
  return planes;
}
