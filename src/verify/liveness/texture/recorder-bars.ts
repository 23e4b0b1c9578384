import type { Box } from '../../../vision/geometry.ts';
import type { GreyPicture } from '../../../vision/video/video-frame.ts';

/** Luma within a row or a column of a bar differs by no more than this after compression. */
const mostSpread = 20;
/** A bar is as dark as this. */
const darkest = 40;
/** Beside a bar that was found, pixels that compression mixed with it: one block of 8. */
const mixed = 8;

/**
 * A picture without the black bars that a recorder puts at its borders (whole rows or columns of one shade), and the face in it; the picture
 * itself where there are none. A bar's edge runs across a living person as a device's does, and whatever else is dark beside it closes
 * the outline. `face` in pixels of the picture.
 */
export function withoutBars(
  picture: GreyPicture,
  face: Box,
): { readonly picture: GreyPicture; readonly face: Box } {
  const { luma, width, height } = picture;
  const rows = { first: 0, end: height };
  const columns = { first: 0, end: width };
  const isRow = (y: number) => isBar(luma, y * width + columns.first, 1, columns.end - columns.first);
  const isColumn = (x: number) => isBar(luma, rows.first * width + x, width, rows.end - rows.first);
  trim(rows, isRow);
  trim(columns, isColumn);
  // Bars on two sides hide that those on the others are whole.
  trim(rows, isRow);
  const left = inwards(columns.first);
  const top = inwards(rows.first);
  const right = width - inwards(width - columns.end);
  const bottom = height - inwards(height - rows.end);
  const [newWidth, newHeight] = [right - left, bottom - top];
  if (newWidth === width && newHeight === height) return { picture, face };
  if (newWidth < 16 || newHeight < 16) return { picture, face };
  const kept = new Uint8Array(newWidth * newHeight);
  for (let y = 0; y < newHeight; y++) {
    const from = (top + y) * width + left;
    kept.set(luma.subarray(from, from + newWidth), y * newWidth);
  }
  return {
    picture: { luma: kept, width: newWidth, height: newHeight },
    face: {
      left: face.left - left,
      right: face.right - left,
      top: face.top - top,
      bottom: face.bottom - top,
    },
  };
}

type Span = { first: number; end: number };

function trim(span: Span, isBarAt: (at: number) => boolean): void {
  while (span.first < span.end && isBarAt(span.first)) span.first += 1;
  while (span.end > span.first && isBarAt(span.end - 1)) span.end -= 1;
}

function inwards(found: number): number {
  return found === 0 ? 0 : found + mixed;
}

function isBar(luma: Uint8Array, from: number, step: number, count: number): boolean {
  let [least, most] = [255, 0];
  for (let i = 0, at = from; i < count; i++, at += step) {
    const value = luma[at]!;
    if (value > darkest) return false;
    if (value < least) least = value;
    if (value > most) most = value;
    if (most - least > mostSpread) return false;
  }
  return count > 0;
}
