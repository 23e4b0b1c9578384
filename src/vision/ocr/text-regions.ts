import type { Point } from '../geometry.ts';
import { leastRectangle, type TurnedRectangle } from './least-rectangle.ts';

/** How likely each pixel is text, row by row, 0 to 1. */
export type TextMap = { readonly data: Float32Array; readonly width: number; readonly height: number };

/** One connected piece of text in a map, in its pixels. */
export type TextRegion = TurnedRectangle & { readonly score: number };

// The values of the network's own publisher (PaddleOCR, DBPostProcess), but for the mean: 0.5 finds more of a card's small
// print than 0.6, and what is no text is thrown out when it is read.
const leastPixel = 0.3;
const leastMean = 0.5;
const leastPixels = 12;
const leastHeight = 3;

/** The network is trained on text shrunk by this ratio of area to perimeter; the found region is grown back by it. */
const growth = 1.6;

/** The pieces of text of a map: connected pixels over a threshold, each with the least turned rectangle around it. */
export function findRegions(map: TextMap): readonly TextRegion[] {
  const seen = new Uint8Array(map.data.length);
  const stack = new Int32Array(map.data.length);
  const regions: TextRegion[] = [];
  for (let start = 0; start < seen.length; start++) {
    if (seen[start] || (map.data[start] as number) <= leastPixel) continue;
    const piece = followPiece(map, start, seen, stack);
    if (piece.pixels < leastPixels || piece.mean < leastMean) continue;
    const rectangle = leastRectangle(piece.border);
    if (rectangle.height + 1 < leastHeight) continue;
    regions.push({ ...grown(rectangle), score: piece.mean });
  }
  return regions;
}

type Piece = { readonly pixels: number; readonly mean: number; readonly border: readonly Point[] };

/** All pixels connected to `start` (its eight neighbours and theirs); its border as the middles of pixels. */
function followPiece(map: TextMap, start: number, seen: Uint8Array, stack: Int32Array): Piece {
  const { data, width, height } = map;
  const border: Point[] = [];
  let pixels = 0;
  let sum = 0;
  let waiting = 0;
  stack[waiting++] = start;
  seen[start] = 1;
  while (waiting > 0) {
    const at = stack[--waiting] as number;
    const x = at % width;
    const y = (at - x) / width;
    pixels++;
    sum += data[at] as number;
    let isBorder = x === 0 || y === 0 || x === width - 1 || y === height - 1;
    for (let row = Math.max(0, y - 1); row <= Math.min(height - 1, y + 1); row++) {
      for (let column = Math.max(0, x - 1); column <= Math.min(width - 1, x + 1); column++) {
        const next = row * width + column;
        if ((data[next] as number) <= leastPixel) isBorder = true;
        else if (!seen[next]) {
          seen[next] = 1;
          stack[waiting++] = next;
        }
      }
    }
    if (isBorder) border.push({ x: x + 0.5, y: y + 0.5 });
  }
  return { pixels, mean: sum / pixels, border };
}

/** Border points are middles of pixels: half a pixel more on each side, and the network's own shrinking undone. */
function grown(rectangle: TurnedRectangle): TurnedRectangle {
  const width = rectangle.width + 1;
  const height = rectangle.height + 1;
  const distance = (width * height * growth) / (2 * (width + height));
  return { ...rectangle, width: width + 2 * distance, height: height + 2 * distance };
}
