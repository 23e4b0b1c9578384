import type { Box } from '../../../vision/geometry.ts';
import type { GreyPicture } from '../../../vision/video/video-frame.ts';
import { edgePointsOf } from './edge-points.ts';
import { acrossAt, type StraightLine, seenShare, straightLines } from './straight-lines.ts';

/** A side is there where its edge is seen in this share of its length, which is at least so long, pixels of the half picture. */
const leastSeen = 0.7;
const leastLength = 40;
/** Beyond a corner, from 5 to 16 pixels of the half picture further, no more than this of a side is seen. */
const mostBeyond = 0.4;
const beyondPixels = { from: 5, to: 16 };
/** Between a corner and the picture's border; with less an end cannot be told. */
const leastRoom = 8;
/** How far a line may cut into the face's box, in heights of it. */
const slack = 0.12;

/** Lines beside and above a face, by the side of it on which they lie. */
type Surroundings = {
  readonly lefts: readonly StraightLine[];
  readonly rights: readonly StraightLine[];
  readonly uppers: readonly StraightLine[];
  readonly width: number;
  readonly height: number;
};

/**
 * How many sides are seen of the outline of a device or a sheet that is held before the camera: 4, 3, or 0 where there is none. They are straight
 * edges left, right and above the face and one **below the chin, across the person**; each must be seen from end to end, and end where it meets
 * the next. Whatever stands behind a living person (a door, a window, a picture on the wall) is hidden by neck and shoulders there, and
 * a table in front of one goes on beyond the corners. The lower side is always needed; of the others one may lie outside the picture. `face` in
 * pixels of the picture. Source: our own (docs/signs.md). Cost: 3 to 7 ms.
 */
export function outlineSides(picture: GreyPicture, face: Box): 0 | 3 | 4 {
  const { width, height, upright, level } = edgePointsOf(picture);
  const [left, right, top, bottom] = [face.left / 2, face.right / 2, face.top / 2, face.bottom / 2];
  const [middleX, middleY] = [(left + right) / 2, (top + bottom) / 2];
  const reach = slack * (bottom - top);
  const levels = straightLines(level, width, height);
  const lowers = levels.filter((line) => acrossAt(line, middleX) > bottom - reach);
  if (lowers.length === 0) return 0;
  const uprights = straightLines(upright, height, width);
  const around = {
    ...{ width, height },
    uppers: levels.filter((line) => acrossAt(line, middleX) < top + reach),
    lefts: uprights.filter((line) => acrossAt(line, middleY) < left + reach),
    rights: uprights.filter((line) => acrossAt(line, middleY) > right - reach),
  };
  return lowers.reduce<0 | 3 | 4>((most, lower) => {
    const sides = most === 4 ? 4 : sidesAbove(lower, around);
    return sides > most ? sides : most;
  }, 0);
}

/** The most sides of an outline whose lower side is given. */
function sidesAbove(lower: StraightLine, around: Surroundings): 0 | 3 | 4 {
  const { lefts, rights, uppers } = around;
  const lowerLefts = lefts.flatMap((side) => cornerOf(side, lower, 'left', 'lower', around));
  const lowerRights = rights.flatMap((side) => cornerOf(side, lower, 'right', 'lower', around));
  let most: 0 | 3 | 4 = 0;
  for (const left of [null, ...lowerLefts]) {
    for (const right of [null, ...lowerRights]) {
      if (!left && !right) continue;
      if (!isSeen(lower, left?.x ?? 0, right?.x ?? around.width)) continue;
      if (left && right && isSeen(left.side, 0, left.y) && isSeen(right.side, 0, right.y)) most = 3;
      for (const upper of uppers) {
        if (!closes(upper, left, right, around)) continue;
        if (left && right) return 4;
        most = 3;
      }
    }
  }
  return most;
}

/** Where an upright side meets a level one, and both end. */
type Corner = { readonly side: StraightLine; readonly x: number; readonly y: number };

/** Whether an upper side joins the sides that stand on the lower one, or runs on to the border where one of them lies outside. */
function closes(
  upper: StraightLine,
  left: Corner | null,
  right: Corner | null,
  around: Surroundings,
): boolean {
  const [upperLeft] = left ? cornerOf(left.side, upper, 'left', 'upper', around) : [];
  const [upperRight] = right ? cornerOf(right.side, upper, 'right', 'upper', around) : [];
  if ((left && !upperLeft) || (right && !upperRight)) return false;
  return (
    isSeen(upper, upperLeft?.x ?? 0, upperRight?.x ?? around.width) &&
    (!left || isSeen(left.side, upperLeft!.y, left.y)) &&
    (!right || isSeen(right.side, upperRight!.y, right.y))
  );
}

/** The corner of an upright side and a level one, if it lies in the picture and neither goes on beyond it. */
function cornerOf(
  side: StraightLine,
  level: StraightLine,
  at: 'left' | 'right',
  end: 'lower' | 'upper',
  { width, height }: Surroundings,
): readonly Corner[] {
  const { place: p, lean: s, middle: m } = side;
  const { place: q, lean: t, middle: n } = level;
  // x = p + s (y - m) and y = q + t (x - n).
  const y = (q + t * (p - s * m - n)) / (1 - t * s);
  const x = p + s * (y - m);
  const isInside = x >= 0 && y >= 0 && x < width && y < height;
  return isInside && stops(level, x, at === 'left' ? -1 : 1) && stops(side, y, end === 'upper' ? -1 : 1)
    ? [{ side, x, y }]
    : [];
}

function isSeen(line: StraightLine, from: number, to: number): boolean {
  return to - from >= leastLength && seenShare(line, from + 2, to - 2) >= leastSeen;
}

/** Whether a side is no longer seen beyond a corner; where the picture ends there, nobody can say. */
function stops(line: StraightLine, at: number, way: 1 | -1): boolean {
  const room = way === 1 ? line.seen.length - at : at;
  if (room < leastRoom) return true;
  const { from, to } = beyondPixels;
  const share = way === 1 ? seenShare(line, at + from, at + to) : seenShare(line, at - to, at - from);
  return share <= mostBeyond;
}
