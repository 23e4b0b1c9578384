import type { RgbImage } from '../image.ts';
import { openFlexibleNetwork } from '../runtime.ts';
import { classesOf, loadAlphabet } from './alphabet.ts';
import { type Emission, readEmissions } from './emissions.ts';
import { stripHeight, stripPlanes } from './text-strip.ts';

export type TextRecogniser = {
  /**
   * The characters of each strip (see `cutStrip`), their places as shares of the strip's width. `alphabet`: characters that
   * may occur; without it all 6,624 that the network knows.
   */
  predict(strips: readonly RgbImage[], alphabet?: string): Promise<readonly (readonly Emission[])[]>;
};

/** Widths are rounded up to this: the network shrinks a strip by eight, and the runtime likes few shapes. */
const widthStep = 16;

/**
 * PP-OCRv4 mobile: `x` [1,3,48,W], output [1,W/8,6625] probabilities.
 * The network does not know accented letters other than those of pinyin, nor 58 of 273 common characters of Hong Kong
 * names, and leaves out most spaces (measured 2026-11).
 */
export async function loadTextRecogniser(): Promise<TextRecogniser> {
  const network = await openFlexibleNetwork('text-recognise');
  const characters = loadAlphabet();
  return {
    async predict(strips, alphabet) {
      const allowed = alphabet === undefined ? null : classesOf(characters, alphabet);
      const readings: (readonly Emission[])[] = [];
      // One at a time: six together take a fifth more CPU than one by one, and six times the memory (measured 2026-11).
      for (const strip of strips) {
        const width = widthStep * Math.ceil(strip.width / widthStep);
        const output = await network.run(stripPlanes(strip, width), [1, 3, stripHeight, width]);
        const stretch = width / strip.width;
        readings.push(
          readEmissions(output, characters, allowed)
            .map((emission) => ({ ...emission, place: emission.place * stretch }))
            .filter(({ place }) => place < 1),
        );
      }
      return readings;
    },
  };
}
