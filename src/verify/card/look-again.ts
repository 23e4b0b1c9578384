import type { CardPage, Look } from '../../cards/card-page.ts';
import { type Box, boundsAround, heightOf, sharedHeight, widthOf } from '../../vision/geometry.ts';
import type { RgbImage } from '../../vision/image.ts';
import { boundsOf, type TextBox } from '../../vision/ocr/text-box.ts';
import type { TextLine } from '../../vision/ocr/text-line.ts';
import { readBoxes, type TextReader } from '../../vision/ocr/text-reader.ts';
import type { CardKit } from './card-kit.ts';
import { drawPart } from './draw-part.ts';
import type { StraightCard } from './straight-card.ts';

/** Larger than the straightened card by this: what its photo holds beyond that is noise. */
const latinScale = 2;

/**
 * A row of print is drawn this high for tesseract, with its room: of twelve Thai addresses it then read ten to the letter, at 80
 * and 110 pixels three (measured 2026-11).
 */
const scriptLineHeight = 48;
const scriptBlockScale = 2.5;

/** Neither side of a zone is drawn longer or shorter than this. */
const longestSide = 2560;
const leastSide = 8;

/** Reads zones of one side of a card once more, from the photo's own pixels. */
export function lookAgainAt(kit: CardKit, card: StraightCard): CardPage['lookAgain'] {
  return async (zone, look) => {
    let within = clip(zone, card.straightened);
    if (widthOf(within) < 4 || heightOf(within) < 4) return [];
    if (look.script !== 'latin' && look.isOneLine) {
      within = await narrowToRow(kit.text, drawPart(card, within, latinScale, leastSide), within);
    }
    const scale = scaleFor(within, look);
    const picture = drawPart(card, within, scale, leastSide);
    const lines =
      look.script === 'latin'
        ? await readLatin(kit.text, picture, look)
        : await kit.scripts.read(picture, look.script, {
            isOneLine: look.isOneLine ?? false,
            alphabet: look.alphabet,
          });
    return lines.map((line) => toCard(line, within, scale));
  };
}

function clip(zone: Box, { width, height }: RgbImage): Box {
  return {
    left: Math.max(0, zone.left),
    top: Math.max(0, zone.top),
    right: Math.min(width, zone.right),
    bottom: Math.min(height, zone.bottom),
  };
}

function scaleFor(zone: Box, { script, isOneLine }: Look): number {
  const most = longestSide / Math.max(widthOf(zone), heightOf(zone));
  if (script === 'latin') return Math.min(most, latinScale);
  return Math.min(most, isOneLine ? scriptLineHeight / heightOf(zone) : scriptBlockScale);
}

async function readLatin(text: TextReader, picture: RgbImage, { alphabet, isOneLine }: Look) {
  const boxes = await text.detector.predict(picture, Math.max(picture.width, picture.height) / latinScale);
  return readBoxes(text, picture, isOneLine ? [asOneLine(picture, boxes)] : boxes, alphabet);
}

/** Room above and below a row, in its heights: marks of vowels and tones stand there. */
const rowRoom = 0.2;

/**
 * A zone cut to the row of print that is the widest in it: Tesseract, told that it sees one line, is lost where half of
 * another one looks in. The zone itself where no print is seen. `picture`: the zone at `latinScale`.
 */
async function narrowToRow(text: TextReader, picture: RgbImage, zone: Box): Promise<Box> {
  const longest = Math.max(picture.width, picture.height) / latinScale;
  const row = widestRow(await text.detector.predict(picture, longest));
  if (!row) return zone;
  const room = rowRoom * heightOf(row);
  const scale = picture.height / heightOf(zone);
  return {
    ...zone,
    top: Math.max(zone.top, zone.top + (row.top - room) / scale),
    bottom: Math.min(zone.bottom, zone.top + (row.bottom + room) / scale),
  };
}

/** Bounds of the widest box and those that stand beside it. */
function widestRow(boxes: readonly TextBox[]): Box | null {
  const found = boxes.map(boundsOf).sort((first, second) => widthOf(second) - widthOf(first));
  const [widest] = found;
  return widest ? boundsAround(found.filter((box) => sharedHeight(box, widest) > 0.5)) : null;
}

/** The zone's whole width, as high as the print that the detector sees in it: the room around print costs characters. */
function asOneLine(picture: RgbImage, boxes: readonly TextBox[]): TextBox {
  const row = widestRow(boxes);
  const top = Math.max(0, row?.top ?? 0);
  const bottom = Math.min(picture.height, row?.bottom ?? picture.height);
  return {
    centre: { x: picture.width / 2, y: (top + bottom) / 2 },
    width: picture.width,
    height: Math.max(1, bottom - top),
    angleRadians: 0,
    score: 1,
  };
}

function toCard(line: TextLine, zone: Box, scale: number): TextLine {
  const { left, top, right, bottom } = line.box;
  return {
    ...line,
    box: {
      left: zone.left + left / scale,
      top: zone.top + top / scale,
      right: zone.left + right / scale,
      bottom: zone.top + bottom / scale,
    },
    characterX: line.characterX.map((x) => zone.left + x / scale),
  };
}
