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
