/** One value a cell, row by row from the top. */
export type CellMap = { readonly data: Uint8Array; readonly width: number; readonly height: number };

/** Cells that hang together, and those around them: `rings[0]` is the blob, `rings[n]` what is n steps outside of it. */
export type Blob = { readonly rings: readonly (readonly number[])[] };

/** Connected cells (by their sides) of at least `level`, no fewer than `leastCells`, with `steps` rings around them. */
export function findBlobs(map: CellMap, level: number, leastCells: number, steps: number): readonly Blob[] {
  const seen = new Uint8Array(map.data.length);
  const blobs: Blob[] = [];
  for (let at = 0; at < map.data.length; at++) {
    if (seen[at] || (map.data[at] as number) < level) continue;
    const cells = collect(map, level, at, seen);
    if (cells.length >= leastCells) blobs.push({ rings: ringsAround(map, cells, steps) });
  }
  return blobs;
}

function collect(map: CellMap, level: number, start: number, seen: Uint8Array): number[] {
  const cells = [start];
  seen[start] = 1;
  for (let next = 0; next < cells.length; next++) {
    forEachNeighbour(map, cells[next] as number, (at) => {
      if (seen[at] || (map.data[at] as number) < level) return;
      seen[at] = 1;
      cells.push(at);
    });
  }
  return cells;
}

function ringsAround(map: CellMap, cells: number[], steps: number): number[][] {
  const taken = new Uint8Array(map.data.length);
  for (const at of cells) taken[at] = 1;
  const rings = [cells];
  for (let step = 1; step <= steps; step++) {
    const ring: number[] = [];
    for (const cell of rings[step - 1] as number[]) {
      forEachNeighbour(map, cell, (at) => {
        if (taken[at]) return;
        taken[at] = 1;
        ring.push(at);
      });
    }
    rings.push(ring);
  }
  return rings;
}

function forEachNeighbour({ width, height }: CellMap, at: number, visit: (at: number) => void): void {
  const x = at % width;
  if (x > 0) visit(at - 1);
  if (x + 1 < width) visit(at + 1);
  if (at >= width) visit(at - width);
  if (at + width < width * height) visit(at + width);
}
