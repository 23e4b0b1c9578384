import { sheetSize, type Tile, tiles } from './sheet.ts';

/** A channel (0 to 255) further off than this is another colour, not another rounding. */
const otherColor = 32;
/** Pixels of another colour that a tile may have; a word more, or a line moved by a pixel, has hundreds. */
const otherPixels = 40;

function countOther(golden: Buffer, now: Buffer, { left, top, width, height }: Tile): number {
  let count = 0;
  for (let y = top; y < top + height; y++) {
    const from = 3 * (y * sheetSize.width + left);
    const rows = [golden, now].map((sheet) => sheet.subarray(from, from + 3 * width)) as [Buffer, Buffer];
    if (!rows[0].equals(rows[1])) count += countOtherOfRow(...rows);
  }
  return count;
}

function countOtherOfRow(golden: Buffer, now: Buffer): number {
  const isOther = (at: number) => Math.abs((golden[at] ?? 0) - (now[at] ?? 0)) > otherColor;
  let count = 0;
  for (let at = 0; at < golden.length; at += 3)
    if (isOther(at) || isOther(at + 1) || isOther(at + 2)) count++;
  return count;
}

/** The tiles of a sheet that look other than the golden one's, each with its count of pixels. */
export function differences(golden: Buffer, now: Buffer): readonly string[] {
  if (golden.length !== now.length) return ['another size of sheet'];
  return tiles.flatMap((tile) => {
    const count = countOther(golden, now, tile);
    return count > otherPixels ? [`${tile.name}: ${count} pixels`] : [];
  });
}
