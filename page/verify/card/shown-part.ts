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

/** Around what the screen showed, this share of it is kept: a still may show a little less than the running picture. */
const stillMargin = 0.12;

/**
 * The same of a still by the same camera, whose field is at least that of the running picture: a wide picture is cut
 * out of the middle of a sensor's taller one.
 */
export function shownPartOfStill(still: Size, picture: Size, place: Size): Part {
  // Some phones hand out a still lying on its side: then nothing is known of what it shows where.
  const isTurned = still.width > still.height !== picture.width > picture.height;
  if (isTurned) return { x: 0, y: 0, width: still.width, height: still.height };
  const scale = Math.min(still.width / picture.width, still.height / picture.height);
  const shown = shownPart(picture, place);
  const width = Math.min(still.width, shown.width * scale * (1 + 2 * stillMargin));
  const height = Math.min(still.height, shown.height * scale * (1 + 2 * stillMargin));
  return { x: (still.width - width) / 2, y: (still.height - height) / 2, width, height };
}

/** Where a frame in the middle of the place lies in the picture, with its margin; cut off where the picture ends. */
export function framedPart(picture: Size, place: Size, frame: Size): Part {
  const scale = Math.max(place.width / picture.width, place.height / picture.height);
  const room = 2 * marginShare * frame.width;
  const width = Math.min(picture.width, (frame.width + room) / scale);
  const height = Math.min(picture.height, (frame.height + room) / scale);
  return { x: (picture.width - width) / 2, y: (picture.height - height) / 2, width, height };
}
