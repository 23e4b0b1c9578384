import type { RgbImage } from '../../../vision/image.ts';

/** Side of a cell in pixels of the straightened picture: the height of its smallest print is about five of them. */
export const cellSide = 4;

/** The mean of each square of `cellSide` pixels; what is left over at the right and at the bottom is dropped. */
export function shrinkToCells({ data, width, height }: RgbImage): RgbImage {
  const columns = Math.floor(width / cellSide);
  const rows = Math.floor(height / cellSide);
  const cells = new Uint8Array(3 * columns * rows);
  const sums = new Uint32Array(3 * columns);
  for (let row = 0; row < rows; row++) {
    sums.fill(0);
    for (let y = row * cellSide; y < (row + 1) * cellSide; y++) addRow(data, 3 * y * width, sums);
    for (let at = 0; at < sums.length; at++) {
      cells[row * sums.length + at] = (sums[at] as number) / (cellSide * cellSide);
    }
  }
  return { data: cells, width: columns, height: rows };
}

function addRow(data: Uint8Array, start: number, sums: Uint32Array): void {
  let from = start;
  for (let at = 0; at < sums.length; at += 3) {
    let red = sums[at] as number;
    let green = sums[at + 1] as number;
    let blue = sums[at + 2] as number;
    for (const end = from + 3 * cellSide; from < end; from += 3) {
      red += data[from] as number;
      green += data[from + 1] as number;
      blue += data[from + 2] as number;
    }
    sums[at] = red;
    sums[at + 1] = green;
    sums[at + 2] = blue;
  }
}
