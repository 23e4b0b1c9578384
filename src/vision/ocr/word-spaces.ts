import type { RgbImage } from '../image.ts';
import type { Emission } from './emissions.ts';

/**
 * Widths of empty gaps, in heights of the line's letters, from which on they are spaces: the gap itself, and what it is
 * wider than the line's usual gap, for type set wide (typewriters) and ink that a poor photo has eaten. Of 836 lines of
 * specimens of eight types, a third of them on hard photos, 94 % then have their spaces as printed; with the first alone
 * 91 %, and with 0.32 of all that is dark 85 % (measured 2026-11 at 0.30 to 0.50 and 0.15 to 0.28).
 */
const spaceWidth = 0.34;
const widerThanUsual = 0.2;

/** Ink is this far from the ground towards the darkest, so that patterns of the ground are none. */
const inkDepth = 0.4;

/** Scripts that put no spaces between words. */
const spaceless = /[\p{Script=Han}\p{Script=Thai}]/u;

/**
 * The characters of a strip with the spaces between words put back, which the recogniser leaves out. `stretch`: how much
 * wider than the print the strip was drawn.
 */
export function putSpacesBack(
  strip: RgbImage,
  stretch: number,
  emissions: readonly Emission[],
): readonly Emission[] {
  const parted = findWordGaps(
    strip,
    stretch,
    emissions.map(({ place }) => place),
  );
  const spaced: Emission[] = [];
  for (const [at, emission] of emissions.entries()) {
    const before = emissions[at - 1];
    if (before && mayPart(before, emission) && parted[at]) {
      const place = (before.place + emission.place) / 2;
      spaced.push({ character: ' ', score: Math.min(before.score, emission.score), place });
    }
    spaced.push(emission);
  }
  return spaced;
}

/**
 * Whether the ink of a strip leaves a gap between words before each of its characters. `places`: their middles, left to
 * right, in shares of the strip's width.
 */
export function findWordGaps(
  strip: RgbImage,
  stretch: number,
  places: readonly number[],
): readonly boolean[] {
  const ink = findInk(strip);
  const height = ink.height * stretch;
  const gaps = places.slice(1).map((place, at) => gapBetween(ink, places[at] as number, place));
  const usual = gaps.toSorted((a, b) => a - b)[gaps.length >> 1] ?? 0;
  const least = Math.max(spaceWidth * height, usual + widerThanUsual * height);
  return [false, ...gaps.map((gap) => gap > least)];
}

function mayPart(before: Emission, after: Emission): boolean {
  if (before.character === ' ' || after.character === ' ') return false;
  return !(spaceless.test(before.character) && spaceless.test(after.character));
}

type Ink = {
  /** 1 where a column has ink in the letters' rows. */
  readonly columns: Uint8Array;
  /** How many rows the letters stand in. */
  readonly height: number;
};

/** Letters stand in the rows that have this share of the fullest row's ink; beyond them are patterns and other lines. */
const leastRowShare = 0.35;
const leastInkHeight = 12;

function findInk(strip: RgbImage): Ink {
  const { width, height } = strip;
  const depth = depthOf(strip);
  const rows = new Uint32Array(height);
  for (let at = 0; at < depth.length; at++) {
    const row = Math.floor(at / width);
    rows[row] = (rows[row] as number) + (depth[at] as number);
  }
  const fullest = Math.max(...rows);
  const isWritten = (count: number) => count >= fullest * leastRowShare;
  const first = rows.findIndex(isWritten);
  const last = rows.findLastIndex(isWritten);
  const columns = new Uint8Array(width);
  for (let at = first * width; at < (last + 1) * width; at++) {
    if (depth[at]) columns[at % width] = 1;
  }
  return { columns, height: Math.max(leastInkHeight, last - first + 1) };
}

function gapBetween({ columns }: Ink, before: number, after: number): number {
  return longestGap(columns, Math.floor(before * columns.length), Math.ceil(after * columns.length));
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
