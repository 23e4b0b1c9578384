import type { RgbImage } from '../image.ts';
import type { TextLine } from '../ocr/text-line.ts';
import { readBoxes, type TextReader } from '../ocr/text-reader.ts';

/** Longer side of what text is looked for in: more finds no more on a straightened card and costs more (cards.md §3.1). */
const searchSide = 736;

/** Print lower than this share of the card's height is micro-text, which nobody asks for. */
const leastLineHeight = 0.02;

/** All lines of a straightened card, in its pixels. */
export async function readCardText(reader: TextReader, card: RgbImage): Promise<readonly TextLine[]> {
  const boxes = await reader.detector.predict(card, searchSide);
  const least = leastLineHeight * card.height;
  return readBoxes(
    reader,
    card,
    boxes.filter((box) => box.height >= least),
  );
}
