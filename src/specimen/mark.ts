import type { Box } from '../vision/geometry.ts';
import type { Canvas } from './canvas.ts';
import { textWidth } from './fonts/text-width.ts';

const word = 'SPECIMEN';
/** Pixels between the word and anything that is read: to the sides more, or a reader takes both for one line. */
const clearance = { x: 44, y: 8 };

/**
 * Prints SPECIMEN as large as it fits clear of every text, portrait and emblem, once or twice. Returns where. Throws
 * when a layout leaves no room: nothing leaves this room unmarked.
 */
export function markAsSpecimen(canvas: Canvas): readonly Box[] {
  const marks: Box[] = [];
  for (const size of [64, 54, 46, 38, 32, 27, 23, 20, 17]) {
    const place = findPlace(canvas, size, marks);
    if (!place) continue;
    marks.push(place);
    canvas.text(place.left + clearance.x, place.top + clearance.y + size * 0.8, word, {
      size,
      font: 'arial',
      weight: 700,
      fill: '#c0392b',
    });
    if (marks.length === 2 || size <= 32) break;
  }
  if (marks.length === 0) throw new Error('The layout leaves no room for the word SPECIMEN.');
  return marks;
}

function findPlace(canvas: Canvas, size: number, marks: readonly Box[]): Box | null {
  const width = textWidth(word, 'arial', size, 700) + 2 * clearance.x;
  const height = size * 1.04 + 2 * clearance.y;
  const taken = [...canvas.texts, ...canvas.reserved, ...marks];
  for (let top = canvas.height - height - 14; top > 14; top -= 8) {
    for (let left = 4; left + width < canvas.width - 4; left += 16) {
      const place = { left, top, right: left + width, bottom: top + height };
      if (!taken.some((box) => meet(place, box))) return place;
    }
  }
  return null;
}

export function meet(first: Box, second: Box): boolean {
  return (
    first.left < second.right &&
    second.left < first.right &&
    first.top < second.bottom &&
    second.top < first.bottom
  );
}
