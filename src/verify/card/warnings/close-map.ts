import type { CellMap } from './blob.ts';

/**
 * Fills everything dark that is narrower than `2 * reach + 1` cells: each cell becomes the least of the highest around
 * (grey closing; Serra 1982). Print vanishes, light and shade stay.
 */
export function closeMap(map: CellMap, reach: number): CellMap {
  const grown = alongBoth(map, reach, Math.max, 0);
  return alongBoth(grown, reach, Math.min, 255);
}

type Choice = (first: number, second: number) => number;

function alongBoth({ data, width, height }: CellMap, reach: number, choose: Choice, start: number): CellMap {
  const across = new Uint8Array(data.length);
  const both = new Uint8Array(data.length);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      let chosen = start;
      const end = y * width + Math.min(width - 1, x + reach);
      for (let at = y * width + Math.max(0, x - reach); at <= end; at++)
        chosen = choose(chosen, data[at] as number);
      across[y * width + x] = chosen;
    }
  }
  for (let y = 0; y < height; y++) {
    const end = Math.min(height - 1, y + reach);
    for (let x = 0; x < width; x++) {
      let chosen = start;
      for (let row = Math.max(0, y - reach); row <= end; row++) {
        chosen = choose(chosen, across[row * width + x] as number);
      }
      both[y * width + x] = chosen;
    }
  }
  return { data: both, width, height };
}
