import type { Landmarks } from '../../../vision/face-landmarks.ts';
import { type Box, distanceBetween, meanPoint, type Point } from '../../../vision/geometry.ts';

/**
 * Where colours are read. `rim…` is skin that looks aside, beside the ears and on the jaw; `brow…` and `lips` are skin's neighbours of
 * another shade; `behind…` is what stands in the picture beside and above the head.
 */
export const regionNames = [
  ...['forehead', 'leftCheek', 'rightCheek', 'nose', 'chin'],
  ...['rimLeft', 'rimRight', 'jawLeft', 'jawRight'],
  ...['leftBrow', 'rightBrow', 'lips', 'neck'],
  ...['behindLeft', 'behindRight', 'behindAbove'],
] as const;

export type RegionName =
  | ('forehead' | 'leftCheek' | 'rightCheek' | 'nose' | 'chin')
  | ('rimLeft' | 'rimRight' | 'jawLeft' | 'jawRight')
  | ('leftBrow' | 'rightBrow' | 'lips' | 'neck')
  | ('behindLeft' | 'behindRight' | 'behindAbove');

/** Left and right are the picture's, as the landmarks' are. */
export const regionsOf = {
  middle: ['forehead', 'leftCheek', 'rightCheek', 'nose', 'chin'],
  rim: ['rimLeft', 'rimRight', 'jawLeft', 'jawRight'],
  dark: ['leftBrow', 'rightBrow', 'lips'],
  behind: ['behindLeft', 'behindRight', 'behindAbove'],
} as const satisfies Record<string, readonly RegionName[]>;

/** Half sides of the squares, in eye distances. */
const sizes = { middle: 0.17, nose: 0.11, rim: 0.07, brow: 0.05, neck: 0.18 };

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
  };
}
