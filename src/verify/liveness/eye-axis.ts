import type { Landmarks } from '../../vision/face-landmarks.ts';
import { distanceBetween, meanPoint, type Point } from '../../vision/geometry.ts';

/** A face's own measure: it rests on the four corners of the eyes, which hold still when lids close. */
export type EyeAxis = {
  /** Middles of the eyes as the picture has them left and right. */
  readonly left: Point;
  readonly right: Point;
  /** Pixels from the one to the other; 1 where they fall together. */
  readonly unit: number;
  /** The way from left to right, of length 1. */
  readonly across: Point;
};

export function eyeAxisOf(landmarks: Landmarks): EyeAxis {
  const left = meanPoint([landmarks[36]!, landmarks[39]!]);
  const right = meanPoint([landmarks[42]!, landmarks[45]!]);
  const unit = distanceBetween(left, right) || 1;
  return { left, right, unit, across: { x: (right.x - left.x) / unit, y: (right.y - left.y) / unit } };
}

/** An area round a place of the face, in eye distances: to both sides, and from how far below it (negative: above) to how far. */
export type FaceArea = { readonly aside: number; readonly from: number; readonly to: number };

/** Round the middle of an eye: skin below its lids, which dark glasses cover and masks do not. */
export const underLid: FaceArea = { aside: 0.16, from: 0.14, to: 0.24 };

const step = 0.04;

/** The pixels of an area, every 25th of an eye distance each way, whether they lie in the picture or not. */
export function placesIn(
  { unit, across }: EyeAxis,
  middle: Point,
  { aside, from, to }: FaceArea,
): readonly Point[] {
  const places: Point[] = [];
  for (let down = from; down <= to; down += step) {
    for (let right = -aside; right <= aside; right += step) {
      places.push({
        x: Math.round(middle.x + unit * (right * across.x - down * across.y)),
        y: Math.round(middle.y + unit * (right * across.y + down * across.x)),
      });
    }
  }
  return places;
}
