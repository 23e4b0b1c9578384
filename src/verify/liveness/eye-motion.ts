import { bandEyes, bandSize, type EyeBand, lumaAt } from './eye-band.ts';
import { solveLinear } from './plane-fit.ts';

/** How far irises and lids moved against the face round them, both eyes alike. */
export type EyeMotion = {
  /** Root of what the two eyes' ways to the side share, in eye distances: a gaze that wanders. */
  readonly across: number;
  /** The same up and down: gaze, and lids that follow it or twitch. */
  readonly down: number;
};

const { width, height } = bandSize;
const pixels = width * height;
/** Half a second's. */
const leastFrames = 6;
/** A third changed no answer of 45 recordings. */
const rounds = 2;
/**
 * Share of the mean's light below which a frame is left out: it went all but black, or its view was misread, and lit up again it would be noise alone
 * (a tilted screen lived by one such frame, docs/liveness.md, still 86).
 */
const leastLight = 0.2;
/** Half of what counts as an eye: 0.2 by 0.14 eye distances. */
const eyeHalf = { width: 9, height: 6 };
/** Unknowns of the sheet's view (eight of a homography, to the first order), of its exposure and of its brightness. */
const unknowns = 10;

/**
 * Each frame's band is laid over the mean of all as a flat sheet's view would be, by all that is not an eye (Lucas and Kanade 1981, least squares);
 * then each eye's way against the mean is read, likewise. Eyes move together and noise does not, so what counts is what the two ways
 * share (their covariance). Nobody's gaze rests for four seconds: it leaps once or twice in each, by less than a degree where one fixates
 * (Martinez-Conde et al. 2004, "The role of fixational eye movements in visual perception"), by more where one does not; a photo's eyes go with its skin.
 * Source of the rule: our own measurement, docs/liveness.md and docs/attack-lab.md.
 * Null where too few frames are left. Cost: 0.2 ms a frame, 10 ms for a recording of 5 s.
 */
export function measureEyeMotion(bands: readonly EyeBand[]): EyeMotion | null {
  if (bands.length < leastFrames) return null;
  let followed = bands.map((band) => ({ band, view: new Float64Array(unknowns), laid: band }));
  let mean = meanOf(bands);
  for (let round = 0; round < rounds; round++) {
    const sheet = sheetOf(mean, slopesOf(mean));
    for (const { view, laid } of followed) {
      viewOf(laid, mean, sheet).forEach((value, unknown) => {
        view[unknown]! += value;
      });
    }
    followed = followed
      .filter(({ view }) => lightOf(view) >= leastLight)
      .map(({ band, view }) => ({ band, view, laid: layOver(band, view) }));
    if (followed.length < leastFrames) return null;
    mean = meanOf(followed.map(({ laid }) => laid));
  }
  const slopes = slopesOf(mean);
  const waysOf = (eye: number) => followed.map(({ laid }) => wayOf(laid, mean, slopes, eye));
  const [left, right] = [waysOf(bandEyes.left), waysOf(bandEyes.right)];
  const shared = (axis: 'x' | 'y') =>
    sharedOf(
      left.map((way) => way[axis]),
      right.map((way) => way[axis]),
    ) / bandEyes.apart;
  return { across: shared('x'), down: shared('y') };
}

type Slopes = { readonly x: Float32Array; readonly y: Float32Array };

function meanOf(bands: readonly EyeBand[]): EyeBand {
  const mean = new Float32Array(pixels);
  for (const band of bands) for (let at = 0; at < pixels; at++) mean[at]! += band[at]! / bands.length;
  return mean;
}

/** Central differences; 0 along the edge. */
function slopesOf(band: EyeBand): Slopes {
  const [x, y] = [new Float32Array(pixels), new Float32Array(pixels)];
  for (let row = 1; row < height - 1; row++) {
    for (let at = row * width + 1; at < (row + 1) * width - 1; at++) {
      x[at] = (band[at + 1]! - band[at - 1]!) / 2;
      y[at] = (band[at + width]! - band[at - width]!) / 2;
    }
  }
  return { x, y };
}

const isOfEye = (column: number, row: number): boolean =>
  Math.abs(row - bandEyes.y) <= eyeHalf.height &&
  (Math.abs(column - bandEyes.left) <= eyeHalf.width || Math.abs(column - bandEyes.right) <= eyeHalf.width);

/** Every second pixel each way that belongs to no eye and not to the edge: what the sheet's view is read from. */
const skin: readonly { readonly at: number; readonly x: number; readonly y: number }[] = Array.from(
  { length: pixels },
  (_, at) => ({ at, column: at % width, row: Math.floor(at / width) }),
)
  .filter(({ column, row }) => column % 2 === 1 && row % 2 === 1)
  .filter(({ column, row }) => column > 2 && column < width - 3 && row > 2 && row < height - 3)
  .filter(({ column, row }) => !isOfEye(column, row))
  .map(({ at, column, row }) => ({ at, ...placeOf(column, row) }));

/** Round the band's middle, in halves of its height, so that the unknowns are of one size. */
function placeOf(column: number, row: number): { readonly x: number; readonly y: number } {
  return { x: (column - width / 2) / (height / 2), y: (row - height / 2) / (height / 2) };
}

const xs = Float64Array.from({ length: width }, (_, column) => placeOf(column, 0).x);
const ys = Float64Array.from({ length: height }, (_, row) => placeOf(0, row).y);

/** What the least squares of a view need and no frame changes: they are gathered once for all. */
type Sheet = {
  /** How each unknown would change each pixel of `skin`: `unknowns` values a pixel. */
  readonly lines: Float64Array;
  /** Their products, summed: `unknowns` x `unknowns`. */
  readonly normal: Float64Array;
};

function sheetOf(mean: EyeBand, slopes: Slopes): Sheet {
  const lines = new Float64Array(unknowns * skin.length);
  const normal = new Float64Array(unknowns * unknowns);
  skin.forEach(({ at, x, y }, place) => {
    const [across, down] = [slopes.x[at]!, slopes.y[at]!];
    const turned = across * x + down * y;
    const line = lines.subarray(unknowns * place, unknowns * (place + 1));
    line.set([across, across * x, across * y, down, down * x, down * y]);
    line.set([turned * x, turned * y, mean[at]! / 128, 1], 6);
    for (let i = 0; i < unknowns; i++)
      for (let j = i; j < unknowns; j++) normal[unknowns * i + j]! += line[i]! * line[j]!;
  });
  for (let i = 0; i < unknowns; i++)
    for (let j = 0; j < i; j++) normal[unknowns * i + j] = normal[unknowns * j + i]!;
  // So little that it decides only where a plain picture leaves a direction open.
  for (let i = 0; i < unknowns; i++) normal[unknowns * i + i]! += 1e-3;
  return { lines, normal };
}

/**
 * By what a band that is laid already still differs from the mean: how the sheet is shifted (0 and 3), stretched and turned (1, 2, 4, 5), tilted
 * away (6, 7), lit more (8, in 128ths) and brighter (9). Added up over rounds, which is exact enough for what is left after the eyes' corners were laid
 * upon each other.
 */
function viewOf(band: EyeBand, mean: EyeBand, { lines, normal }: Sheet): Float64Array {
  const right = new Float64Array(unknowns);
  for (let place = 0, from = 0; place < skin.length; place++, from += unknowns) {
    const { at } = skin[place]!;
    const difference = band[at]! - mean[at]!;
    for (let i = 0; i < unknowns; i++) right[i]! += lines[from + i]! * difference;
  }
  return solveLinear(normal.slice(), right);
}

/** How brightly the band is lit, in shares of the mean's light. */
const lightOf = (view: Float64Array): number => 1 + view[8]! / 128;

/** The band as it looks from where the mean was seen, with the mean's exposure. */
function layOver(band: EyeBand, view: Float64Array): EyeBand {
  const [a, b, c, d, e, f, g, h, , offset] = view as unknown as number[];
  const light = lightOf(view);
  const laid = new Float32Array(pixels);
  for (let at = 0, row = 0; row < height; row++) {
    const y = ys[row]!;
    for (let column = 0; column < width; column++, at++) {
      const x = xs[column]!;
      const turned = g! * x + h! * y;
      const fromX = column - (a! + b! * x + c! * y + turned * x);
      const fromY = row - (d! + e! * x + f! * y + turned * y);
      laid[at] = (lumaAt(band, width, height, fromX, fromY) - offset!) / light;
    }
  }
  return laid;
}

/** Where an eye of a band lies against the mean's, in pixels: least squares over the eye. */
function wayOf(band: EyeBand, mean: EyeBand, slopes: Slopes, eye: number): { x: number; y: number } {
  let [xx, xy, yy, dx, dy] = [0, 0, 0, 0, 0];
  for (let row = bandEyes.y - eyeHalf.height; row <= bandEyes.y + eyeHalf.height; row++) {
    for (let column = eye - eyeHalf.width; column <= eye + eyeHalf.width; column++) {
      const at = row * width + column;
      const [across, down, difference] = [slopes.x[at]!, slopes.y[at]!, band[at]! - mean[at]!];
      xx += across * across;
      xy += across * down;
      yy += down * down;
      dx += across * difference;
      dy += down * difference;
    }
  }
  const square = xx * yy - xy * xy || 1;
  return { x: (xy * dy - yy * dx) / square, y: (xy * dx - xx * dy) / square };
}

/** Root of the covariance; 0 where the eyes part. */
function sharedOf(left: readonly number[], right: readonly number[]): number {
  const mean = (list: readonly number[]) => list.reduce((sum, value) => sum + value, 0) / list.length;
  const [ofLeft, ofRight] = [mean(left), mean(right)];
  const products = left.map((value, at) => (value - ofLeft) * (right[at]! - ofRight));
  return Math.sqrt(Math.max(0, mean(products)));
}
