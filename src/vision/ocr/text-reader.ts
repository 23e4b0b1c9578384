import { sharedHeight } from '../geometry.ts';
import type { RgbImage } from '../image.ts';
import type { Emission } from './emissions.ts';
import type { TextBox } from './text-box.ts';
import { loadTextDetector, type TextDetector } from './text-detect.ts';
import { type DirectionReader, loadDirectionReader } from './text-direction.ts';
import type { TextLine } from './text-line.ts';
import { lineOf } from './text-of-strip.ts';
import { loadTextRecogniser, type TextRecogniser } from './text-recognise.ts';
import { cutStrip } from './text-strip.ts';

/** The networks that read text. One set per thread. */
export type TextReader = {
  readonly detector: TextDetector;
  readonly recogniser: TextRecogniser;
  readonly directions: DirectionReader;
};

/** Loads the three networks, checked by hash. Takes about 0.3 s and 60 MB. */
export async function loadTextReader(): Promise<TextReader> {
  return {
    detector: await loadTextDetector(),
    recogniser: await loadTextRecogniser(),
    directions: await loadDirectionReader(),
  };
}

/** Below this a line is a pattern that was taken for text, not print. */
const leastLineScore = 0.4;

/**
 * How much of a box's height is read, and how wide it is drawn against its shape. Around small print the detector's boxes
 * are half as high again. The recogniser sees one character in eight pixels of a strip at most, and loses narrow letters
 * drawn so; it is then less sure of the line, which is read again, wider. To draw every line wider (1.2) at once read no
 * more of 75 cards (50 ordinary photos 95.5 % of their fields both ways, 25 hard ones 70 and 76 %), left out more spaces
 * and took a tenth more time (2026-11).
 */
const readShare = 0.9;
const readStretch = 0.9;

/** A line that was read less surely than this is drawn wider and read once more; about every fourth line of a card. */
const sureScore = 0.94;
const wideStretch = 1.5;

/** What is lost is worse than what is doubtful: the reading with more characters is taken unless it is much less sure. */
const mostDoubt = 0.05;

function isFuller(second: readonly Emission[], first: readonly Emission[]): boolean {
  const gain = meanScore(second) - meanScore(first);
  return second.length === first.length ? gain > 0 : second.length > first.length && gain > -mostDoubt;
}

function insideOf(box: TextBox): TextBox {
  return { ...box, height: box.height * readShare };
}

function meanScore(emissions: readonly Emission[]): number {
  return emissions.reduce((sum, { score }) => sum + score, 0) / Math.max(1, emissions.length);
}

/**
 * Reads these places of a picture, which stands upright: top to bottom, then left to right. `alphabet`: characters that
 * may occur.
 */
export async function readBoxes(
  { recogniser }: TextReader,
  image: RgbImage,
  boxes: readonly TextBox[],
  alphabet?: string,
): Promise<readonly TextLine[]> {
  const strips = boxes.map((box) => cutStrip(image, insideOf(box), readStretch));
  const readings = [...(await recogniser.predict(strips, alphabet))];
  for (const [at, box] of boxes.entries()) {
    const first = readings[at] ?? [];
    if (alphabet !== undefined || meanScore(first) >= sureScore) continue;
    const wide = cutStrip(image, insideOf(box), wideStretch);
    const [second = []] = await recogniser.predict([wide]);
    if (isFuller(second, first)) readings[at] = second;
  }
  // Spaces are measured in the first strip: the places of the second reading are shares of the same width.
  const lines = boxes.map((box, at) => lineOf(box, strips[at] as RgbImage, readStretch, readings[at] ?? []));
  const least = alphabet === undefined ? leastLineScore : 0;
  return inReadingOrder(lines.filter((line) => line !== null).filter(({ score }) => score >= least));
}

/** Rows from top to bottom, each from left to right. Lines are of one row when half of the lower one's height is shared. */
export function inReadingOrder(lines: readonly TextLine[]): readonly TextLine[] {
  const rows: TextLine[][] = [];
  for (const line of lines.toSorted((first, second) => middleOf(first) - middleOf(second))) {
    const row = rows.at(-1);
    if (row && sharedHeight((row[0] as TextLine).box, line.box) >= 0.5) row.push(line);
    else rows.push([line]);
  }
  return rows.flatMap((row) => row.sort((first, second) => first.box.left - second.box.left));
}

function middleOf({ box }: TextLine): number {
  return (box.top + box.bottom) / 2;
}
