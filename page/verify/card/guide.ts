import { type CalmHint, calmHints } from '../calm-hints.ts';

/**
 * Live hints for photographing a card, from the picture alone: is there light, do the card's edges lie at the frame's,
 * does a lamp shine in it, is it still and sharp. It only helps to a good photo; what is on it is judged on the server.
 */

/** Width over height of what is asked for: ISO/IEC 7810 ID-1, and a passport's data page (ID-3 is 125 x 88 mm). */
export const frameAspects = { card: 1.586, passport: 1.42 } as const;
export type FrameShape = keyof typeof frameAspects;

/** Around the frame this share of its width is looked at too, for the edges of a card that is not quite in place. */
export const marginShare = 0.08;

/** The frame and its margin are looked at this wide: enough for edges and areas, cheap on any phone. */
const overviewWidth = 320;
const frameWidth = Math.round(overviewWidth / (1 + 2 * marginShare));
const margin = Math.floor((overviewWidth - frameWidth) / 2);

/** Pixels of the overview: the frame with its margin. */
export function overviewSize(shape: FrameShape): { readonly width: number; readonly height: number } {
  return { width: overviewWidth, height: Math.round(frameWidth / frameAspects[shape]) + 2 * margin };
}

/** Luma in rows. */
export type Plane = { readonly width: number; readonly height: number; readonly luma: Float32Array };

/** Reads RGBA rows as luma (ITU-R BT.601). */
export function planeOf(rgba: Uint8ClampedArray, width: number, height: number): Plane {
  const luma = new Float32Array(width * height);
  for (let at = 0; at < luma.length; at += 1) {
    const from = at * 4;
    luma[at] = 0.299 * rgba[from]! + 0.587 * rgba[from + 1]! + 0.114 * rgba[from + 2]!;
  }
  return { width, height, luma };
}

export type Hint = 'too-dark' | 'fit' | 'glare' | 'hold-still' | 'blurred' | 'good';

export type Reading = {
  /** Mean luma inside the frame, 0 to 255. */
  readonly brightness: number;
  /** Share of the frame that a lamp has burnt out. */
  readonly glare: number;
  /** Sides of the frame, 0 to 4, along which an edge runs. */
  readonly sides: number;
  /** Mean change of luma in coarse cells since the last look; null for the first. */
  readonly motion: number | null;
  /** 0 sharp to 1 blurred (Crete and others, 2007: how much of the fine contrast a second blur takes away). */
  readonly blur: number;
};

/**
 * Generous, since a wrong hint holds a customer up and a missing one costs a retake at most; the shutter is always
 * there. The blur is where the server's measurement separates 0.19 (sharp) from 0.36 (blurred).
 */
const limits = {
  dark: 50,
  burntLuma: 250,
  /** Where the card's own ground is as bright, what is burnt out is its white: the server tells that from a lamp. */
  paleGround: 240,
  glareMost: 0.012,
  sidesLeast: 3,
  motionMost: 3.5,
  blurMost: 0.32,
} as const;

/** A side is seen where an edge of this many luma steps runs along most of its parts. */
const edgeLeast = 9;
const sideParts = 6;
const partsLeast = 4;

/** Strongest coherent edge across a band, looked for along one part of a side: text averages out, an edge does not. */
function strongestEdge(
  { width, luma }: Plane,
  from: number,
  to: number,
  middle: number,
  isRow: boolean,
): number {
  const stepAlong = isRow ? 1 : width;
  const stepAcross = isRow ? width : 1;
  let strongest = 0;
  for (let across = middle - margin + 2; across < middle + margin - 2; across += 1) {
    let sum = 0;
    for (let along = from; along < to; along += 2) {
      const at = across * stepAcross + along * stepAlong;
      sum += luma[at + 2 * stepAcross]! - luma[at - 2 * stepAcross]!;
    }
    strongest = Math.max(strongest, Math.abs(sum) / ((to - from) / 2));
  }
  return strongest;
}

function hasSide(plane: Plane, middle: number, isRow: boolean): boolean {
  const length = (isRow ? plane.width : plane.height) - 2 * margin;
  // Corners are round, and fingers hold them.
  const begin = margin + Math.round(length * 0.1);
  const part = Math.floor((length * 0.8) / sideParts);
  let found = 0;
  for (let nth = 0; nth < sideParts; nth += 1) {
    const from = begin + nth * part;
    if (strongestEdge(plane, from, from + part, middle, isRow) >= edgeLeast) found += 1;
  }
  return found >= partsLeast;
}

function sidesOf(plane: Plane): number {
  const { width, height } = plane;
  const all = [
    hasSide(plane, margin, true),
    hasSide(plane, height - margin, true),
    hasSide(plane, margin, false),
    hasSide(plane, width - margin, false),
  ];
  return all.filter(Boolean).length;
}

/** This share of a card is no brighter than its ground: print and portrait take the rest of it. */
const groundShare = 0.7;

/** Light inside the frame. */
function lightOf({ width, height, luma }: Plane): Pick<Reading, 'brightness' | 'glare'> {
  const counts = new Uint32Array(256);
  let sum = 0;
  for (let y = margin; y < height - margin; y += 1) {
    for (let x = margin; x < width - margin; x += 1) {
      const value = luma[y * width + x]!;
      sum += value;
      counts[Math.min(255, Math.floor(value))]! += 1;
    }
  }
  const all = (width - 2 * margin) * (height - 2 * margin);
  const shareBelow = (limit: number) =>
    counts.subarray(0, limit).reduce((total, each) => total + each, 0) / all;
  const isPale = shareBelow(limits.paleGround) < groundShare;
  return { brightness: sum / all, glare: isPale ? 0 : 1 - shareBelow(limits.burntLuma) };
}

/** Cells this large: a trembling hand moves the print within them, a moving one moves it across. */
const cellPixels = 8;

function cellsOf({ width, height, luma }: Plane): Float32Array {
  const columns = Math.floor(width / cellPixels);
  const rows = Math.floor(height / cellPixels);
  const cells = new Float32Array(columns * rows);
  for (let y = 0; y < rows * cellPixels; y += 1) {
    for (let x = 0; x < columns * cellPixels; x += 1) {
      const cell = Math.floor(y / cellPixels) * columns + Math.floor(x / cellPixels);
      cells[cell]! += luma[y * width + x]! / (cellPixels * cellPixels);
    }
  }
  return cells;
}

function changeBetween(cells: Float32Array, before: Float32Array): number {
  let sum = 0;
  for (let at = 0; at < cells.length; at += 1) sum += Math.abs(cells[at]! - before[at]!);
  return sum / cells.length;
}

const reblurTaps = 9;

/** Share of the contrast between neighbours, along every second row, that a box blur leaves in place. */
export function blurOf({ width, height, luma }: Plane): number {
  const half = (reblurTaps - 1) / 2;
  let contrast = 0;
  let lost = 0;
  for (let y = 0; y < height; y += 2) {
    const row = y * width;
    for (let x = half + 1; x < width - half; x += 1) {
      const at = row + x;
      const step = Math.abs(luma[at]! - luma[at - 1]!);
      // The blurred step is the difference of two boxes: what enters less what leaves.
      const blurred = Math.abs(luma[at + half]! - luma[at - half - 1]!) / reblurTaps;
      contrast += step;
      lost += Math.max(0, step - blurred);
    }
  }
  return contrast === 0 ? 1 : (contrast - lost) / contrast;
}

export type Look = { readonly reading: Reading; readonly cells: Float32Array };

/** Reads one look: the overview of frame and margin, and a detail of its middle, not enlarged. */
export function readCard(overview: Plane, detail: Plane, before: Float32Array | null): Look {
  const cells = cellsOf(overview);
  const reading = {
    ...lightOf(overview),
    sides: sidesOf(overview),
    motion: before ? changeBetween(cells, before) : null,
    blur: blurOf(detail),
  };
  return { reading, cells };
}

/** The one thing to tell the customer, the most hindering first. */
export function hintOf({ brightness, glare, sides, motion, blur }: Reading): Hint {
  if (brightness < limits.dark) return 'too-dark';
  if (sides < limits.sidesLeast) return 'fit';
  if (glare > limits.glareMost) return 'glare';
  if (motion === null || motion > limits.motionMost) return 'hold-still';
  if (blur > limits.blurMost) return 'blurred';
  return 'good';
}

/** Good for 800 ms, then the shutter goes by itself. */
const pace = { first: 'fit', goodForMs: 800, hintLeastMs: 800 } as const;

export type Guidance = CalmHint<Hint>;

/** Turns readings over time into calm guidance. `nowMs` is any clock that only goes forward. */
export function createGuide(): (reading: Reading, nowMs: number) => Guidance {
  const calm = calmHints<Hint>(pace);
  return (reading, nowMs) => calm(hintOf(reading), nowMs);
}
