import { distanceBetween, type Point, widthOf } from '../geometry.ts';
import type { RgbImage } from '../image.ts';
import { cornersOf, type TextBox } from '../ocr/text-box.ts';
import { drawEdgeMap, type EdgeMap } from './edge-map.ts';
import { frameLines } from './frame-lines.ts';
import { findSideLines, type SideLine, type SideName, strengthBetween } from './side-lines.ts';
import { boxesAlong, hullOf } from './text-axis.ts';

/** A four-sided outline: left top, right top, right bottom, left bottom of the text as it runs, in the picture's pixels. */
export type Outline = {
  readonly corners: readonly [Point, Point, Point, Point];
  /** Mean strength of its four sides, see `edgeStrength`. */
  readonly strength: number;
};

/** With fewer lines of text the place of the card is a guess. */
const leastBoxes = 4;

/** An outline weaker than this is made of patterns. */
const leastStrength = 2.5;

// Weights of the prior against edge strength (design/cards.md §3.6).
const aspectWeight = 45;
const balanceWeight = 12;

/** Quads that are looked at along their whole sides. */
const finalists = 24;

/**
 * The outline of the card around some text, found side by side as the strongest edges outwards of the text that together
 * make a card's shape. `aspects`: widths over heights that the card may have. Null when there is none.
 */
export async function findOutline(
  image: RgbImage,
  boxes: readonly TextBox[],
  axisRadians: number,
  aspects: readonly number[],
): Promise<Outline | null> {
  const lines = boxesAlong(boxes, axisRadians);
  if (lines.length < leastBoxes) return null;
  const map = await drawEdgeMap(image, axisRadians);
  const text = hullOf(lines, map.toMap);
  const places = lines.flatMap(cornersOf).map(map.toMap);
  const frames = frameLines(map, image.width, image.height);
  const sides = (name: SideName) => [...findSideLines(map, text, name), ...frames[name]];
  const quads = combine(sides('top'), sides('right'), sides('bottom'), sides('left'))
    .map((quad) => ({ quad, score: shapeScore(quad, aspects) + sumOf(quad.strengths) }))
    .sort((first, second) => second.score - first.score)
    .slice(0, finalists)
    .filter(({ quad }) => surrounds(quad, places, slackShare * widthOf(text)))
    .map(({ quad }) => ({ quad, strengths: strengthsAlong(map, quad) }))
    .map((found) => ({ ...found, score: shapeScore(found.quad, aspects) + sumOf(found.strengths) }))
    .sort((first, second) => second.score - first.score);
  const [best] = quads;
  if (!best || sumOf(best.strengths) / 4 < leastStrength) return null;
  const [a, b, c, d] = best.quad.corners.map(map.toPicture) as [Point, Point, Point, Point];
  return { corners: [a, b, c, d], strength: sumOf(best.strengths) / 4 };
}

type Quad = {
  readonly lines: Readonly<Record<SideName, SideLine>>;
  readonly corners: readonly [Point, Point, Point, Point];
  readonly strengths: readonly number[];
};

type Lines = readonly SideLine[];

function combine(tops: Lines, rights: Lines, bottoms: Lines, lefts: Lines): readonly Quad[] {
  const quads: Quad[] = [];
  for (const top of tops) {
    for (const bottom of bottoms) {
      for (const left of lefts) {
        for (const right of rights) quads.push(quadOf({ top, right, bottom, left }));
      }
    }
  }
  return quads;
}

function quadOf(lines: Quad['lines']): Quad {
  const { top, right, bottom, left } = lines;
  return {
    lines,
    corners: [crossing(top, left), crossing(top, right), crossing(bottom, right), crossing(bottom, left)],
    strengths: [top.strength, right.strength, bottom.strength, left.strength],
  };
}

/** Where a level line and an upright one cross. */
function crossing(level: SideLine, upright: SideLine): Point {
  const x =
    (upright.offset + upright.slope * (level.offset - level.slope * level.middle - upright.middle)) /
    (1 - upright.slope * level.slope);
  return { x, y: level.offset + level.slope * (x - level.middle) };
}

/** Nothing for a card seen straight on, less for one that is out of shape. */
function shapeScore({ corners: [a, b, c, d] }: Quad, aspects: readonly number[]): number {
  const [top, right, bottom, left] = [
    distanceBetween(a, b),
    distanceBetween(b, c),
    distanceBetween(c, d),
    distanceBetween(d, a),
  ];
  const aspect = (top + bottom) / (left + right);
  const misfit = Math.min(...aspects.map((wanted) => Math.abs(Math.log(aspect / wanted))));
  return (
    -aspectWeight * misfit -
    balanceWeight * (Math.abs(Math.log(top / bottom)) + Math.abs(Math.log(left / right)))
  );
}

/** Rounded corners have no edge: ISO/IEC 7810 gives them 3.18 mm of 85.6. */
const cornerShare = 0.05;

/** How far beyond its corners a side is followed, in its lengths. */
const beyondShare = 0.15;

/** How much of the strength beyond its corners a side loses: seams of a table and folds of a cloth go on there. */
const beyondWeight = 0.5;

/** Strengths along the whole sides of a quad: a line that ends where the text does was no border, nor is one that goes on. */
function strengthsAlong(map: EdgeMap, { lines, corners, strengths }: Quad): readonly number[] {
  const [a, b, c, d] = corners;
  const along = (side: SideName, from: number, to: number, found: number) => {
    const between = (first: number, last: number) =>
      strengthBetween(map, side, lines[side], from + first * (to - from), from + last * (to - from));
    const whole = Math.min(found + 2, between(cornerShare, 1 - cornerShare) ?? found);
    const before = Math.max(0, between(-beyondShare, -cornerShare) ?? 0);
    const after = Math.max(0, between(1 + cornerShare, 1 + beyondShare) ?? 0);
    return whole - (beyondWeight * (before + after)) / 2;
  };
  const [top, right, bottom, left] = strengths as [number, number, number, number];
  return [
    along('top', a.x, b.x, top),
    along('right', b.y, c.y, right),
    along('bottom', d.x, c.x, bottom),
    along('left', a.y, d.y, left),
  ];
}

function sumOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}

/** How far text may reach over the outline, in widths of all text: the detector leaves room around it. */
const slackShare = 0.03;

/** Share of the text's corners that may lie outside: print on the desk, or a pattern that was taken for text. */
const strayShare = 0.03;

/** An outline that cuts the text off is none. */
function surrounds({ corners }: Quad, places: readonly Point[], slack: number): boolean {
  const outside = places.filter((place) =>
    corners.some((from, at) => distanceLeftOf(from, corners[(at + 1) % 4] as Point, place) > slack),
  );
  return outside.length <= strayShare * places.length;
}

/** How far a place lies to the left of a way, which is outside of corners that go round as a clock does. */
function distanceLeftOf(from: Point, to: Point, place: Point): number {
  const [alongX, alongY] = [to.x - from.x, to.y - from.y];
  return (alongY * (place.x - from.x) - alongX * (place.y - from.y)) / Math.hypot(alongX, alongY);
}
