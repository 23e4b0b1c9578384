import { type Box, boundsAround, heightOf, type Point, widthOf } from '../geometry.ts';
import type { RgbImage } from '../image.ts';
import { boundsOf, type TextBox } from '../ocr/text-box.ts';
import type { TextReader } from '../ocr/text-reader.ts';
import { findOutline } from './find-corners.ts';
import { type Corners, turnedOver } from './perspective.ts';
import { boxesAlong, findTextAxis, hullOf } from './text-axis.ts';
import { type View, viewOf } from './view.ts';
import { chanceOfUpsideDown } from './way-up.ts';

/** Where a card lies in a photo. */
export type FoundCard = {
  /** TL TR BR BL of the upright card, in pixels of the photo. */
  readonly corners: Corners;
  /** Whether its borders were seen; else the corners are those of its text with some room around it. */
  readonly isOutlined: boolean;
  /** How sure it is which way up the card stands, 0 (a guess) to 1. */
  readonly uprightness: number;
};

/** Longer side of what text is looked for in: of a card that fills two fifths of it, the larger print is still found. */
const searchSide = 640;

/** A hull of text smaller than this share of the view is looked at from nearer by. */
const leastHull = 0.5;

/** Room around the text when looking nearer, in its longer sides: a card is at most twice as wide as its text. */
const nearerRoom = 0.55;

/** With less text than this in the whole photo its middle is looked at from nearer by. */
const leastBoxes = 3;
const middleShare = 0.62;

/** Room around text that stands for a card whose borders are not seen (design/cards.md §4). */
const textRoom = 0.15;

/**
 * Finds the card of a photo by its text: the direction of its lines, then its borders around them. `aspects`: widths over
 * heights that it may have. Null when the photo has no text.
 */
export async function findCard(
  reader: TextReader,
  photo: RgbImage,
  aspects: readonly number[],
): Promise<FoundCard | null> {
  const seen = await lookNearer(reader, photo, await lookAtAll(reader, photo));
  if (!seen) return null;
  const { view, boxes, axisRadians } = seen;
  const outline = await findOutline(view.image, boxes, axisRadians, aspects);
  const corners = outline?.corners ?? aroundText(boxes, axisRadians, aspects[0] as number);
  const upsideDown = await chanceOfUpsideDown(reader.directions, view.image, boxes, axisRadians);
  const inPhoto = corners.map(view.toPhoto) as unknown as Corners;
  return {
    corners: upsideDown > 0.5 ? turnedOver(inPhoto) : inPhoto,
    isOutlined: outline !== null,
    uprightness: Math.abs(2 * upsideDown - 1),
  };
}

type Seen = { readonly view: View; readonly boxes: readonly TextBox[]; readonly axisRadians: number };

async function lookAtAll(reader: TextReader, photo: RgbImage): Promise<Seen | null> {
  const seen = await look(reader, photo, { left: 0, top: 0, right: photo.width, bottom: photo.height });
  if (seen && boxesAlong(seen.boxes, seen.axisRadians).length >= leastBoxes) return seen;
  const [roomX, roomY] = [(photo.width * (1 - middleShare)) / 2, (photo.height * (1 - middleShare)) / 2];
  const middle = { left: roomX, top: roomY, right: photo.width - roomX, bottom: photo.height - roomY };
  return (await look(reader, photo, middle)) ?? seen;
}

async function lookNearer(reader: TextReader, photo: RgbImage, seen: Seen | null): Promise<Seen | null> {
  if (!seen) return null;
  const { view, boxes, axisRadians } = seen;
  const hull = boundsAround(boxesAlong(boxes, axisRadians).map(boundsOf));
  const longer = Math.max(widthOf(hull), heightOf(hull));
  if (longer >= leastHull * Math.max(view.image.width, view.image.height)) return seen;
  const room = nearerRoom * longer;
  const from = view.toPhoto({ x: hull.left - room, y: hull.top - room });
  const to = view.toPhoto({ x: hull.right + room, y: hull.bottom + room });
  const nearer = await look(reader, photo, { left: from.x, top: from.y, right: to.x, bottom: to.y });
  return nearer ?? seen;
}

async function look({ detector }: TextReader, photo: RgbImage, box: Box): Promise<Seen | null> {
  const view = await viewOf(photo, box);
  const boxes = await detector.predict(view.image, searchSide);
  const axisRadians = findTextAxis(boxes);
  return axisRadians === null ? null : { view, boxes, axisRadians };
}

/** The text with room around it, made up to the card's shape without stretching it. */
function aroundText(boxes: readonly TextBox[], axisRadians: number, aspect: number): Corners {
  const cos = Math.cos(axisRadians);
  const sin = Math.sin(axisRadians);
  const hull = hullOf(boxesAlong(boxes, axisRadians), ({ x, y }) => ({
    x: x * cos + y * sin,
    y: y * cos - x * sin,
  }));
  const width = Math.max(widthOf(hull), aspect * heightOf(hull)) * (1 + textRoom);
  const [halfWidth, halfHeight] = [width / 2, width / aspect / 2];
  const u = (hull.left + hull.right) / 2;
  const v = (hull.top + hull.bottom) / 2;
  const place = (along: number, down: number): Point => ({
    x: (u + along) * cos - (v + down) * sin,
    y: (u + along) * sin + (v + down) * cos,
  });
  return [
    place(-halfWidth, -halfHeight),
    place(halfWidth, -halfHeight),
    place(halfWidth, halfHeight),
    place(-halfWidth, halfHeight),
  ];
}
