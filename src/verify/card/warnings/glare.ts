import { type Box, boundsAround, heightOf, widthOf } from '../../../vision/geometry.ts';
import type { RgbImage } from '../../../vision/image.ts';
import type { TextLine } from '../../../vision/ocr/text-line.ts';
import { warningCodes } from '../card-verdict.ts';
import { type Blob, type CellMap, findBlobs } from './blob.ts';
import { cellSide } from './card-cells.ts';
import { closeMap } from './close-map.ts';
import { quantileOf } from './histogram.ts';
import type { Sign } from './sign.ts';

/** The darkest channel of a blown-out cell reaches this. */
const blownOut = 243;

/** Print is filled in first, up to strokes of 13 cells (52 pixels): it says nothing of the light. */
const printReach = 6;

/** A smaller blob hides less than a letter. */
const leastCells = 24;

/** More of the card than this is no reflection but white paper, or a photo that is too bright all over. */
const mostShare = 0.35;

/** A reflection is brighter than the paper around it by this; white paper in even light is not. */
const leastExcess = 10;

/** Share of that excess that is left two cells outside the blob: light falls off slowly, a printed edge at once. */
const leastHalo = 0.2;

const nearSteps = { from: 2, to: 3 };
const farSteps = { from: 8, to: 11 };

/** Least cells of the four far rings for one of the two near ones; at the card's edge half of either is missing. */
const leastGrowth = 1;

/**
 * -9107: light thrown back by the card over its print or its portrait. `glare.print`: share of the card's area in
 * per cent that is blown out inside the bounds of all print; `glare.portrait`: per cent of the portrait's area.
 */
export function measureGlare(
  cells: RgbImage,
  lines: readonly TextLine[],
  portrait: Box | null,
): readonly Sign[] {
  const darkest = closeMap(darkestChannelOf(cells), printReach);
  const blobs = findBlobs(darkest, blownOut, leastCells, farSteps.to).filter((blob) =>
    isReflection(darkest, blob),
  );
  const area = cells.width * cells.height;
  const print = boundsAround(lines.map(({ box }) => box));
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
  const near = ringsOf(blob, nearSteps);
  const far = ringsOf(blob, farSteps);
  if (blob.rings[0]!.length > mostShare * map.data.length) return false;
  // Around a blob the rings grow. Paper at the very mark is no blob but a sieve, whose far rings are something else's.
  if (far.length < leastGrowth * near.length) return false;
  const around = levelOf(map, far);
  const excess = blownOut - around;
  return excess >= leastExcess && (levelOf(map, near) - around) / excess >= leastHalo;
}

function ringsOf({ rings }: Blob, { from, to }: typeof nearSteps): readonly number[] {
  return rings.slice(from, to + 1).flat();
}

/** The median: what is printed under some of the ring does not count. */
function levelOf(map: CellMap, cells: readonly number[]): number {
  const counts = new Uint32Array(256);
  for (const at of cells) {
    const value = map.data[at] as number;
    counts[value] = (counts[value] as number) + 1;
  }
  return quantileOf(counts, 0.5);
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
