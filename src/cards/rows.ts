import type { Box } from '../vision/geometry.ts';
import type { TextLine } from '../vision/ocr/text-line.ts';

/** Whether two boxes stand beside each other: they share at least half of the lower one's height. */
export function isSameRow(first: Box, second: Box): boolean {
  const shared = Math.min(first.bottom, second.bottom) - Math.max(first.top, second.top);
  return shared >= 0.5 * Math.min(first.bottom - first.top, second.bottom - second.top);
}

/** Lines sorted into printed rows, top to bottom, each left to right. */
export function rowsOf(lines: readonly TextLine[]): readonly (readonly TextLine[])[] {
  const rows: TextLine[][] = [];
  for (const line of lines.toSorted((a, b) => middleY(a.box) - middleY(b.box))) {
    const row = rows.find((other) => isSameRow(other[0]!.box, line.box));
    if (row) row.push(line);
    else rows.push([line]);
  }
  return rows.map((row) => row.toSorted((a, b) => a.box.left - b.box.left));
}

export function middleY(box: Box): number {
  return (box.top + box.bottom) / 2;
}

export function middleX(box: Box): number {
  return (box.left + box.right) / 2;
}
