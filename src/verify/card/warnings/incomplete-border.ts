import type { FoundCard } from '../../../vision/card/find-card.ts';
import { aspectOf, type Corners, perspectiveOnto, project } from '../../../vision/card/perspective.ts';
import { distanceBetween, type Point } from '../../../vision/geometry.ts';
import type { RgbImage } from '../../../vision/image.ts';
import type { TextLine } from '../../../vision/ocr/text-line.ts';
import { warningCodes } from '../card-verdict.ts';
import type { Sign } from './sign.ts';

/** Places looked at on each side, away from the rounded corners. */
const placesPerSide = 64;
const sideFrom = 0.07;

/** Distances from the edge at which inside and outside are compared, in shares of the card's width. */
const offsets = [0.006, 0.011, 0.016];

/** Levels of 0 to 255 between card and ground, in the channel where they differ most. */
const leastStep = 4;

/** Where a place of the card lies in the photo; `x` and `y` are shares of the card's width and height. */
type CardPlace = (x: number, y: number) => Point;

type Size = { readonly width: number; readonly height: number };

/**
 * -9101: whether all of the card is in the photo. `border.shape`: where a side of the outline is the photo's own frame, how
 * far the outline is out of the card's shape, in per cent: a card that was cut off is, one that fills the photo is not. `border.missing`: 1 where its outline was not found. `border.outside`: how far a corner lies outside of the photo, in per
 * cent of the card's width. `border.text`: how near the photo's frame a line of print ends, in per cent of it.
 * `border.side`: per cent of that side's places at which no edge is seen, of the side with the fewest: something lies
 * over it, or the outline is wrong.
 */
export function measureBorder(
  photo: RgbImage,
  { corners, isOutlined }: FoundCard,
  card: Size,
  lines: readonly TextLine[],
): readonly Sign[] {
  const code = warningCodes.incompleteBorder;
  const perspective = perspectiveOnto(corners);
  const place: CardPlace = (x, y) => project(perspective, x, y);
  const [topLeft, topRight] = corners;
  const width = distanceBetween(topLeft, topRight);
  const outside = Math.max(...corners.map((corner) => distanceOutside(corner, photo)));
  return [
    { code, name: 'border.missing', value: isOutlined ? 0 : 1 },
    { code, name: 'border.outside', value: (100 * outside) / width },
    { code, name: 'border.text', value: (100 * roomOfText(photo, place, card, lines)) / width },
    { code, name: 'border.shape', value: 100 * misshape(photo, corners, card.width / card.height) },
    { code, name: 'border.side', value: 100 * blindShare(photo, place, card.width / card.height) },
  ];
}

function distanceOutside({ x, y }: Point, { width, height }: RgbImage): number {
  return Math.max(0, -x, -y, x - width, y - height);
}

/** A side this near to the frame at both ends is the frame, in shares of the photo's longer side. */
const onFrame = 0.008;

function misshape(photo: RgbImage, corners: Corners, aspect: number): number {
  const [a, b, c, d] = corners;
  const reach = onFrame * Math.max(photo.width, photo.height);
  const sides: readonly (readonly [Point, Point])[] = [
    [a, b],
    [b, c],
    [c, d],
    [d, a],
  ];
  if (!sides.some(([from, to]) => liesOnFrame(photo, from, to, reach))) return 0;
  return Math.abs(Math.log(aspectOf(corners) / aspect));
}

function liesOnFrame({ width, height }: RgbImage, from: Point, to: Point, reach: number): boolean {
  const isBeyond = [
    ({ x }: Point) => x < reach,
    ({ y }: Point) => y < reach,
    ({ x }: Point) => x > width - reach,
    ({ y }: Point) => y > height - reach,
  ];
  return isBeyond.some((test) => test(from) && test(to));
}

/** The least distance between a line's bounds and the frame of the photo, in its pixels. */
function roomOfText(photo: RgbImage, place: CardPlace, card: Size, lines: readonly TextLine[]): number {
  let least = Math.max(photo.width, photo.height);
  for (const { box } of lines) {
    for (const x of [box.left, box.right]) {
      for (const y of [box.top, box.bottom]) {
        const at = place(x / card.width, y / card.height);
        least = Math.min(least, at.x, at.y, photo.width - at.x, photo.height - at.y);
      }
    }
  }
  return Math.max(0, least);
}

/** A place beside one side of the card: `along` it from 0 to 1, and `inward` of it in shares of the card's width. */
type Side = (along: number, inward: number) => Point;

/** Share of places without an edge, of the side where they are most. */
function blindShare(photo: RgbImage, place: CardPlace, aspect: number): number {
  const sides: readonly Side[] = [
    (along, inward) => place(along, inward * aspect),
    (along, inward) => place(along, 1 - inward * aspect),
    (along, inward) => place(inward, along),
    (along, inward) => place(1 - inward, along),
  ];
  return Math.max(...sides.map((side) => blindShareOf(photo, side)));
}

function blindShareOf(photo: RgbImage, side: Side): number {
  let blind = 0;
  for (let count = 0; count < placesPerSide; count++) {
    const along = sideFrom + ((1 - 2 * sideFrom) * (count + 0.5)) / placesPerSide;
    const step = stepAcross(photo, side, along);
    if (step !== null && step < leastStep) blind++;
  }
  return blind / placesPerSide;
}

/** How much the means inside and outside of the edge differ; null where the outside lies beyond the photo. */
function stepAcross(photo: RgbImage, side: Side, along: number): number | null {
  const sums = [0, 0, 0];
  for (const offset of offsets) {
    const inner = pixelAt(photo, side(along, offset));
    const outer = pixelAt(photo, side(along, -offset));
    if (inner === null || outer === null) return null;
    for (let colour = 0; colour < 3; colour++) {
      const step = (photo.data[inner + colour] as number) - (photo.data[outer + colour] as number);
      sums[colour] = (sums[colour] as number) + step / offsets.length;
    }
  }
  return Math.max(...sums.map(Math.abs));
}

function pixelAt({ width, height }: RgbImage, { x, y }: Point): number | null {
  const column = Math.floor(x);
  const row = Math.floor(y);
  if (column < 0 || row < 0 || column >= width || row >= height) return null;
  return 3 * (row * width + column);
}
