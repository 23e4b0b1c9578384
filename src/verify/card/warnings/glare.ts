import { type Box, heightOf, widthOf } from '../../../vision/geometry.ts';
import type { RgbImage } from '../../../vision/image.ts';
import type { TextLine } from '../../../vision/ocr/text-line.ts';
import { warningCodes } from '../card-verdict.ts';
import { type Blob, type CellMap, findBlobs } from './blob.ts';
import { cellSide } from './card-cells.ts';
import { quantileOf } from './histogram.ts';
import type { Sign } from './sign.ts';

/** The darkest channel of a blown-out cell reaches this. */
const blownOut = 243;

/** A smaller blob hides less than a letter. */
const leastCells = 24;

/** A reflection is brighter than the paper around it by this; white paper in even light is not. */
const leastExcess = 16;

/** Share of that excess that is left two cells outside the blob: light falls off slowly, a printed edge at once. */
const leastHalo = 0.2;

const nearSteps = { from: 2, to: 3 };
const farSteps = { from: 8, to: 11 };

/**
 * -9107: light thrown back by the card over its print or its portrait. `glare.print`: share of the card's area in
 * per cent that is blown out inside the bounds of all print; `glare.portrait`: per cent of the portrait's area.
 */
export function measureGlare(
  cells: RgbImage,
  lines: readonly TextLine[],
  portrait: Box | null,
): readonly Sign[] {
  const darkest = darkestChannelOf(cells);
  const blobs = findBlobs(darkest, blownOut, leastCells, farSteps.to).filter((blob) =>
    isReflection(darkest, blob),
  );
  const area = cells.width * cells.height;
  const print = boundsOf(lines);
  const signs: Sign[] = [
    {
      code: warningCodes.glare,
      name: 'glare.print',
      value: (100 * cellsInside(blobs, print, cells.width)) / area,
    },
  ];
  if (portrait) {
    const inside = cellsInside(blobs, portrait, cells.width);
    const own = (widthOf(portrait) * heightOf(portrait)) / (cellSide * cellSide);
    signs.push({ code: warningCodes.glare, name: 'glare.portrait', value: (100 * inside) / own });
  }
  return signs;
}

function darkestChannelOf({ data, width, height }: RgbImage): CellMap {
  const darkest = new Uint8Array(width * height);
  for (let at = 0, from = 0; at < darkest.length; at++, from += 3) {
    darkest[at] = Math.min(data[from] as number, data[from + 1] as number, data[from + 2] as number);
  }
  return { data: darkest, width, height };
}

/** The local contrast test: brighter than what is around it, and fading into it. */
function isReflection(map: CellMap, blob: Blob): boolean {
  const near = paperAt(map, blob, nearSteps);
  const far = paperAt(map, blob, farSteps);
  if (near === null || far === null) return false;
  const excess = blownOut - far;
  return excess >= leastExcess && (near - far) / excess >= leastHalo;
}

/** The paper's level this many steps away: the brighter cells, since ink says nothing of light. */
function paperAt(map: CellMap, { rings }: Blob, { from, to }: { from: number; to: number }): number | null {
  const counts = new Uint32Array(256);
  let counted = 0;
  for (const at of rings.slice(from, to + 1).flat()) {
    const value = map.data[at] as number;
    counts[value] = (counts[value] as number) + 1;
    counted++;
  }
  return counted < 12 ? null : quantileOf(counts, 0.7);
}

function boundsOf(lines: readonly TextLine[]): Box {
  return {
    left: Math.min(...lines.map(({ box }) => box.left)),
    top: Math.min(...lines.map(({ box }) => box.top)),
    right: Math.max(...lines.map(({ box }) => box.right)),
    bottom: Math.max(...lines.map(({ box }) => box.bottom)),
  };
}

function cellsInside(blobs: readonly Blob[], box: Box, columns: number): number {
  let count = 0;
  for (const { rings } of blobs) {
    for (const at of rings[0] as readonly number[]) {
      const x = ((at % columns) + 0.5) * cellSide;
      const y = (Math.floor(at / columns) + 0.5) * cellSide;
      if (x >= box.left && x < box.right && y >= box.top && y < box.bottom) count++;
    }
  }
  return count;
}
