import type { Point } from '../../src/vision/geometry.ts';

/** From where to where a row of pixels lies within a polygon (even-odd rule): pairs of x, from left to right. */
export function cutsOfRow(outline: readonly Point[], y: number): readonly number[] {
  return outline
    .flatMap((from, at) => {
      const to = outline[(at + 1) % outline.length]!;
      return from.y <= y === to.y <= y ? [] : [from.x + ((y - from.y) / (to.y - from.y)) * (to.x - from.x)];
    })
    .sort((a, b) => a - b);
}

/** 1 for each pixel within a polygon, row by row. */
export function maskOf(outline: readonly Point[], width: number, height: number): Uint8Array {
  const mask = new Uint8Array(width * height);
  for (let y = 0; y < height; y++) {
    const cuts = cutsOfRow(outline, y);
    for (let pair = 0; pair + 1 < cuts.length; pair += 2) {
      const [from, to] = [
        Math.max(0, Math.ceil(cuts[pair]!)),
        Math.min(width - 1, Math.floor(cuts[pair + 1]!)),
      ];
      if (from <= to) mask.fill(1, y * width + from, y * width + to + 1);
    }
  }
  return mask;
}
