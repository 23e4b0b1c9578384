import { marginShare } from './guide.ts';
import type { Part } from './photo.ts';

/** Width and height, in any unit. */
export type Size = { readonly width: number; readonly height: number };

/** What of a picture a place shows that it covers, centred (`object-fit: cover`), in the picture's pixels. */
export function shownPart(picture: Size, place: Size): Part {
  const scale = Math.max(place.width / picture.width, place.height / picture.height);
  const width = place.width / scale;
  const height = place.height / scale;
  return { x: (picture.width - width) / 2, y: (picture.height - height) / 2, width, height };
}

/** Where a frame in the middle of the place lies in the picture, with its margin; cut off where the picture ends. */
export function framedPart(picture: Size, place: Size, frame: Size): Part {
  const scale = Math.max(place.width / picture.width, place.height / picture.height);
  const room = 2 * marginShare * frame.width;
  const width = Math.min(picture.width, (frame.width + room) / scale);
  const height = Math.min(picture.height, (frame.height + room) / scale);
  return { x: (picture.width - width) / 2, y: (picture.height - height) / 2, width, height };
}
