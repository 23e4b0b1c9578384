import type { Landmarks } from '../../../vision/face-landmarks.ts';
import { type Box, distanceBetween, meanPoint, type Point } from '../../../vision/geometry.ts';

/**
 * Regions whose answers tell of the body as a whole. `rim…` is skin that looks aside, beside the ears and on the jaw; `brow…` and `lips` are
 * skin's neighbours of another shade; `behind…` is what stands in the picture beside and above the head.
 */
export const bodyRegionNames = [
  ...['forehead', 'leftCheek', 'rightCheek', 'nose', 'chin'],
  ...['rimLeft', 'rimRight', 'jawLeft', 'jawRight'],
  ...['leftBrow', 'rightBrow', 'lips', 'neck'],
  ...['behindLeft', 'behindRight', 'behindAbove'],
] as const;

/** All that colours are read of; from `bridge` on small places of the face that slope in different ways. */
export const regionNames = [
  ...bodyRegionNames,
  ...['bridge', 'noseTip', 'flankLeft', 'flankRight', 'glabella', 'socketLeft', 'socketRight', 'philtrum'],
  ...['besideNoseLeft', 'besideNoseRight', 'midCheekLeft', 'midCheekRight'],
  ...['outerCheekLeft', 'outerCheekRight', 'malarLeft', 'malarRight'],
  ...['foreheadLeft', 'foreheadMiddle', 'foreheadRight'],
] as const;

export type BodyRegionName = (typeof bodyRegionNames)[number];
export type RegionName = (typeof regionNames)[number];

/** Left and right are the picture's, as the landmarks' are. */
export const regionsOf = {
  middle: ['forehead', 'leftCheek', 'rightCheek', 'nose', 'chin'],
  rim: ['rimLeft', 'rimRight', 'jawLeft', 'jawRight'],
  dark: ['leftBrow', 'rightBrow', 'lips'],
  behind: ['behindLeft', 'behindRight', 'behindAbove'],
} as const satisfies Record<string, readonly BodyRegionName[]>;

/** Half sides of the squares, in eye distances. */
const sizes = {
  middle: 0.17,
  nose: 0.11,
  rim: 0.07,
  brow: 0.05,
  neck: 0.18,
  fine: 0.06,
  cheek: 0.08,
  above: 0.1,
};

/**
 * What stands behind is looked for in the upper corners and above the crown, clear of hair and shoulders: beyond these distances from the
 * middle between the eyes, in eye distances.
 */
const behind = { aside: 1.35, aboveEyes: 0.5, aboveCrown: 2.05 };

/** The boxes of all regions in a picture's pixels; they may lie outside of it. */
export function placeRegions(landmarks: Landmarks, width: number): Readonly<Record<RegionName, Box>> {
  const point = (at: number): Point => landmarks[at]!;
  const mean = (...at: readonly number[]): Point => meanPoint(at.map(point));
  const left = mean(36, 37, 38, 39, 40, 41);
  const right = mean(42, 43, 44, 45, 46, 47);
  const middle = meanPoint([left, right]);
  const mouth = mean(48, 54);
  // A turned head brings the eyes together; then the way to the mouth tells the size.
  const unit = Math.max(distanceBetween(left, right), distanceBetween(middle, mouth) / 1.1);
  const length = distanceBetween(middle, mouth) || 1;
  const down: Point = { x: (mouth.x - middle.x) / length, y: (mouth.y - middle.y) / length };
  const below = (from: Point, distance: number): Point => ({
    x: from.x + down.x * distance * unit,
    y: from.y + down.y * distance * unit,
  });
  const square = ({ x, y }: Point, half: number): Box => ({
    ...{ left: x - half * unit, right: x + half * unit },
    ...{ top: y - half * unit, bottom: y + half * unit },
  });
  const inward = (edge: number, towards: number, share: number): Point => ({
    x: point(edge).x + share * (point(towards).x - point(edge).x),
    y: point(edge).y + share * (point(towards).y - point(edge).y),
  });
  const corner = { top: 0, bottom: middle.y - behind.aboveEyes * unit };
  return {
    forehead: square(below(mean(19, 24), -0.36), sizes.middle),
    leftCheek: square(mean(2, 31, 41), sizes.middle),
    rightCheek: square(mean(14, 35, 46), sizes.middle),
    nose: square(mean(28, 29, 30), sizes.nose),
    chin: square(mean(8, 57), sizes.nose),
    rimLeft: square(inward(1, 30, 0.1), sizes.rim),
    rimRight: square(inward(15, 30, 0.1), sizes.rim),
    jawLeft: square(inward(4, 30, 0.13), sizes.rim),
    jawRight: square(inward(12, 30, 0.13), sizes.rim),
    leftBrow: square(mean(18, 19, 20), sizes.brow),
    rightBrow: square(mean(23, 24, 25), sizes.brow),
    lips: square(mean(57, 66), sizes.brow),
    neck: square(below(point(8), 0.32), sizes.neck),
    behindLeft: { left: 0, right: middle.x - behind.aside * unit, ...corner },
    behindRight: { left: middle.x + behind.aside * unit, right: width, ...corner },
    behindAbove: {
      ...{ left: middle.x - behind.aside * unit, right: middle.x + behind.aside * unit },
      ...{ top: 0, bottom: middle.y - behind.aboveCrown * unit },
    },
    bridge: square(mean(28, 29), sizes.fine),
    noseTip: square(point(30), sizes.rim),
    flankLeft: square(mean(29, 31), sizes.fine),
    flankRight: square(mean(29, 35), sizes.fine),
    glabella: square(mean(27, 27, 21, 22), sizes.rim),
    socketLeft: square(mean(27, 39), sizes.brow),
    socketRight: square(mean(27, 42), sizes.brow),
    philtrum: square(mean(33, 51), sizes.brow),
    besideNoseLeft: square(inward(31, 2, 0.25), sizes.rim),
    besideNoseRight: square(inward(35, 14, 0.25), sizes.rim),
    midCheekLeft: square(inward(31, 2, 0.5), sizes.cheek),
    midCheekRight: square(inward(35, 14, 0.5), sizes.cheek),
    outerCheekLeft: square(inward(31, 2, 0.75), sizes.cheek),
    outerCheekRight: square(inward(35, 14, 0.75), sizes.cheek),
    malarLeft: square(mean(41, 41, 1, 31), sizes.cheek),
    malarRight: square(mean(46, 46, 15, 35), sizes.cheek),
    foreheadLeft: square(below(point(19), -0.3), sizes.above),
    foreheadMiddle: square(below(mean(21, 22), -0.3), sizes.above),
    foreheadRight: square(below(point(24), -0.3), sizes.above),
  };
}
