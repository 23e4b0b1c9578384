// A read card side out of thin air: what the recogniser would have said, as lists of text and place.
import type { CardPage, Look } from '../../src/cards/card-page.ts';
import type { Box } from '../../src/vision/geometry.ts';
import type { TextLine } from '../../src/vision/ocr/text-line.ts';

/** `[text, left, top, right, bottom]`, and the recogniser's score where it matters (0.95 if not). */
export type WrittenLine = readonly [string, number, number, number, number, number?];

/** A line whose characters stand evenly between its left and right edge. */
export function textLine([text, left, top, right, bottom, score = 0.95]: WrittenLine): TextLine {
  const characters = [...text];
  const step = (right - left) / characters.length;
  return {
    text,
    score,
    box: { left, top, right, bottom },
    characterX: characters.map((_, index) => left + (index + 0.5) * step),
  };
}

/** A line of text at `left`, `top`, as wide as print of that height is: 0.55 of the height for each character. */
export function printed(text: string, left: number, top: number, height = 30, score = 0.95): WrittenLine {
  return [text, left, top, left + [...text].length * height * 0.55, top + height, score];
}

export type WrittenPage = {
  readonly height?: number;
  readonly hueDegrees?: number;
  readonly saturation?: number;
  /** What a second look finds, by zone and script; nothing if absent. */
  readonly again?: (zone: Box, look: Look) => readonly WrittenLine[];
};

/**
 * A page of 1280 x 807 (or `height`) that holds these lines, in the order that CardPage promises: top to bottom, then
 * left to right.
 */
export function cardPage(lines: readonly WrittenLine[], page: WrittenPage = {}): CardPage {
  const { hueDegrees = 0, saturation = 0, again = () => [] } = page;
  return {
    width: 1280,
    height: page.height ?? 807,
    lines: lines.map(textLine).sort((a, b) => a.box.top - b.box.top || a.box.left - b.box.left),
    lookAgain: (zone, look) => Promise.resolve(again(zone, look).map(textLine)),
    colourOf: () => ({ hueDegrees, saturation }),
  };
}
