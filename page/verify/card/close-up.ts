import type { Part } from './photo.ts';
import type { Size } from './shown-part.ts';

/** Room around the card, as a share of its longer side: its edges are to be seen. */
const room = 0.04;

/** The part of a picture that holds the card, cut off where the picture ends; all of it where no corners are known. */
export function closeUpOf(
  picture: Size,
  corners: readonly { readonly x: number; readonly y: number }[] | null,
): Part {
  if (!corners || corners.length === 0) return { x: 0, y: 0, ...picture };
  const [xs, ys] = [corners.map(({ x }) => x), corners.map(({ y }) => y)];
  const margin = room * Math.max(Math.max(...xs) - Math.min(...xs), Math.max(...ys) - Math.min(...ys));
  const left = Math.max(0, Math.min(...xs) - margin);
  const top = Math.max(0, Math.min(...ys) - margin);
  const right = Math.min(picture.width, Math.max(...xs) + margin);
  const bottom = Math.min(picture.height, Math.max(...ys) + margin);
  // Corners of another picture than this one: better all of it than nothing.
  if (right - left < 1 || bottom - top < 1) return { x: 0, y: 0, ...picture };
  return { x: left, y: top, width: right - left, height: bottom - top };
}
