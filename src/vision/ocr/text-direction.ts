import type { RgbImage } from '../image.ts';
import { openFlexibleNetwork } from '../runtime.ts';
import { stripHeight, stripPlanes } from './text-strip.ts';

export type DirectionReader = {
  /** How likely each strip (see `cutStrip`) is upside down, 0 to 1. It sees the first four heights of a strip. */
  predict(strips: readonly RgbImage[]): Promise<readonly number[]>;
};

const width = 192;

/** PP-OCR mobile v2.0 classifier: `x` [N,3,48,192], output [N,2] probabilities, class 1 is upside down. */
export async function loadDirectionReader(): Promise<DirectionReader> {
  const network = await openFlexibleNetwork('text-direction');
  return {
    async predict(strips) {
      const length = 3 * stripHeight * width;
      const planes = new Float32Array(strips.length * length);
      for (const [at, strip] of strips.entries()) planes.set(stripPlanes(strip, width), at * length);
      const { values } = await network.run(planes, [strips.length, 3, stripHeight, width]);
      return strips.map((_strip, at) => values[2 * at + 1] as number);
    },
  };
}
