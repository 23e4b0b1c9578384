import type { RgbImage } from '../image.ts';
import type { Emission } from './emissions.ts';
import { boundsOf, placeIn, type TextBox } from './text-box.ts';
import type { TextLine } from './text-line.ts';
import { putSpacesBack } from './word-spaces.ts';

/**
 * The line of text that a strip holds, placed where it was cut out; null where nothing was read. `stretch`: how much wider
 * than the print the strip was drawn.
 */
export function lineOf(
  box: TextBox,
  strip: RgbImage,
  stretch: number,
  emissions: readonly Emission[],
): TextLine | null {
  const spaced = trim(putSpacesBack(strip, stretch, emissions).flatMap(normalise));
  const read = spaced.filter(({ character }) => character !== ' ');
  if (read.length === 0) return null;
  return {
    text: spaced.map(({ character }) => character).join(''),
    score: read.reduce((sum, { score }) => sum + score, 0) / read.length,
    box: boundsOf(box),
    characterX: spaced.map(({ place }) => placeIn(box, place - 0.5, 0).x),
  };
}

/** NFKC, character by character, so that each keeps its place: full-width brackets and digits occur. */
function normalise(emission: Emission): readonly Emission[] {
  return [...emission.character.normalize('NFKC')].map((character) => ({ ...emission, character }));
}

/** Without spaces at the ends and without two in a row. */
function trim(emissions: readonly Emission[]): readonly Emission[] {
  const isSpace = (at: number) => emissions[at]?.character === ' ';
  const last = emissions.findLastIndex(({ character }) => character !== ' ');
  return emissions.filter((_, at) => !isSpace(at) || (at > 0 && at < last && !isSpace(at - 1)));
}
