import type { RgbImage } from '../image.ts';
import type { Emission } from './emissions.ts';

/**
 * Width of an empty gap, in heights of the line's ink, from which on it is a space. Of 43 values of several words the
 * recogniser kept the spaces of 9; with this 41 are as printed (measured 2026-11 at 0.26 to 0.38).
 */
const spaceWidth = 0.32;

/** Ink is this far from the ground towards the darkest, so that patterns of the ground are none. */
const inkDepth = 0.4;

/** Scripts that put no spaces between words. */
const spaceless = /[\p{Script=Han}\p{Script=Thai}]/u;

/** The characters of a strip with the spaces between words put back, which the recogniser leaves out. */
export function putSpacesBack(strip: RgbImage, emissions: readonly Emission[]): readonly Emission[] {
  const ink = findInk(strip);
  const spaced: Emission[] = [];
  for (const emission of emissions) {
    const before = spaced.at(-1);
    if (before && mayPart(before, emission)) {
      const from = Math.floor(before.place * strip.width);
      const to = Math.ceil(emission.place * strip.width);
      if (longestGap(ink.columns, from, to) > spaceWidth * ink.height) {
        const place = (before.place + emission.place) / 2;
        spaced.push({ character: ' ', score: Math.min(before.score, emission.score), place });
      }
    }
    spaced.push(emission);
  }
  return spaced;
}

function mayPart(before: Emission, after: Emission): boolean {
  if (before.character === ' ' || after.character === ' ') return false;
  return !(spaceless.test(before.character) && spaceless.test(after.character));
}

type Ink = {
  /** 1 where a column has ink. */
  readonly columns: Uint8Array;
  /** Rows between the first and the last that have ink. */
  readonly height: number;
};

/** Rows at the strip's edge that may show parts of the lines above and below. */
const margin = 6;
const leastInkHeight = 12;

function findInk(strip: RgbImage): Ink {
  const { width, height } = strip;
  const depth = depthOf(strip);
  const columns = new Uint8Array(width);
  const rows = new Uint32Array(height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      if (!depth[y * width + x]) continue;
      rows[y] = (rows[y] as number) + 1;
      if (y >= margin && y < height - margin) columns[x] = 1;
    }
  }
  const isWritten = (count: number) => count >= width * 0.02;
  const first = rows.findIndex(isWritten);
  const last = rows.findLastIndex(isWritten);
  return { columns, height: Math.max(leastInkHeight, last - first) };
}

/** 1 where a pixel is ink: dark on light, or light on dark where most of the strip is dark. */
function depthOf({ data, width, height }: RgbImage): Uint8Array {
  const luma = new Uint8Array(width * height);
  const counts = new Uint32Array(256);
  for (let at = 0; at < luma.length; at++) {
    const value =
      0.299 * (data[3 * at] as number) +
      0.587 * (data[3 * at + 1] as number) +
      0.114 * (data[3 * at + 2] as number);
    luma[at] = value;
    counts[luma[at] as number] = (counts[luma[at] as number] as number) + 1;
  }
  const [dark, middle, light] = [0.03, 0.5, 0.97].map((share) => levelAt(counts, share * luma.length));
  const [low, ground, high] = [dark as number, middle as number, light as number];
  const isLightOnDark = ground - low < high - ground;
  const level = isLightOnDark ? ground + inkDepth * (high - ground) : ground - inkDepth * (ground - low);
  return luma.map((value) => Number(isLightOnDark ? value > level : value < level));
}

/** The level under which this many values lie. */
function levelAt(counts: Uint32Array, many: number): number {
  let below = 0;
  for (let level = 0; level < counts.length; level++) {
    below += counts[level] as number;
    if (below > many) return level;
  }
  return counts.length - 1;
}

function longestGap(columns: Uint8Array, from: number, to: number): number {
  let longest = 0;
  let gap = 0;
  for (let x = Math.max(0, from); x <= Math.min(columns.length - 1, to); x++) {
    gap = columns[x] ? 0 : gap + 1;
    longest = Math.max(longest, gap);
  }
  return longest;
}
