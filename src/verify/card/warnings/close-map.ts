import type { CellMap } from './blob.ts';

/**
 * Fills everything dark that is narrower than `2 * reach + 1` cells: each cell becomes the least of the highest around
 * (grey closing; Serra 1982). Print vanishes, light and shade stay.
 */
export function closeMap(map: CellMap, reach: number): CellMap {
  return spread(spread(map, reach, 'highest'), reach, 'lowest');
}

type Pass = 'highest' | 'lowest';

/** Rows, then columns of the result: the two passes of a square. */
function spread(map: CellMap, reach: number, pass: Pass): CellMap {
  return alongRows(turn(alongRows(turn(map), reach, pass)), reach, pass);
}

function alongRows({ data, width, height }: CellMap, reach: number, pass: Pass): CellMap {
  const spread = new Uint8Array(data.length);
  for (let start = 0; start < data.length; start += width) {
    for (let x = 0; x < width; x++) {
      const end = start + Math.min(width - 1, x + reach);
      let chosen = data[start + x] as number;
      for (let at = start + Math.max(0, x - reach); at <= end; at++) {
        const value = data[at] as number;
        if (pass === 'highest' ? value > chosen : value < chosen) chosen = value;
      }
      spread[start + x] = chosen;
    }
  }
  return { data: spread, width, height };
}

/** Columns become rows. */
function turn({ data, width, height }: CellMap): CellMap {
  const turned = new Uint8Array(data.length);
  for (let y = 0, at = 0; y < height; y++) {
    for (let x = 0; x < width; x++, at++) turned[x * height + y] = data[at] as number;
  }
  return { data: turned, width: height, height: width };
}
