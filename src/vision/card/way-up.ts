import type { RgbImage } from '../image.ts';
import { halfTurn } from '../ocr/least-rectangle.ts';
import type { TextBox } from '../ocr/text-box.ts';
import type { DirectionReader } from '../ocr/text-direction.ts';
import { cutStrip } from '../ocr/text-strip.ts';
import { boxesAlong } from './text-axis.ts';

/** Lines that are asked: the longest say most. */
const witnesses = 6;

/**
 * How likely the text of a picture stands upside down when it is read along `axisRadians`, 0 to 1. 0.5 where there is no
 * text.
 */
export async function chanceOfUpsideDown(
  directions: DirectionReader,
  image: RgbImage,
  boxes: readonly TextBox[],
  axisRadians: number,
): Promise<number> {
  const asked = boxesAlong(boxes, axisRadians)
    .toSorted((first, second) => second.width - first.width)
    .slice(0, witnesses)
    .map((box) => ({ ...box, angleRadians: axisRadians + halfTurn(box.angleRadians - axisRadians) }));
  if (asked.length === 0) return 0.5;
  const chances = await directions.predict(asked.map((box) => cutStrip(image, box)));
  return chances.reduce((sum, chance) => sum + chance, 0) / chances.length;
}
