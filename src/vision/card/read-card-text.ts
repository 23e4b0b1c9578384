import type { RgbImage } from '../image.ts';
import type { TextBox } from '../ocr/text-box.ts';
import type { TextLine } from '../ocr/text-line.ts';
import { readBoxes, type TextReader } from '../ocr/text-reader.ts';

/** Longer side of what text is looked for in: more finds no more on a straightened card and costs more (cards.md §3.1). */
const searchSide = 736;

/** Print lower than this share of the card's height is micro-text, which nobody asks for. */
const leastLineHeight = 0.02;

/**
 * Reading costs as much as lines are long. In heights of their own line the busiest specimen, a driving licence, has 203
 * of print; a page of small print has over a thousand and would hold up everybody’s cards for a quarter of a minute.
 */
const mostLineHeights = 400;

/** All lines of a straightened card, in its pixels; of what is no card the largest print alone. */
export async function readCardText(reader: TextReader, card: RgbImage): Promise<readonly TextLine[]> {
  const boxes = await reader.detector.predict(card, searchSide);
  const least = leastLineHeight * card.height;
  return readBoxes(reader, card, largestPrint(boxes.filter((box) => box.height >= least)));
}

function largestPrint(boxes: readonly TextBox[]): readonly TextBox[] {
  let heights = 0;
  const kept = new Set(
    boxes
      .toSorted((first, second) => second.height - first.height)
      .filter(({ width, height }) => {
        heights += width / height;
        return heights <= mostLineHeights;
      }),
  );
  return boxes.filter((box) => kept.has(box));
}
