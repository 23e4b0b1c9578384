import { type Box, heightOf, widthOf } from './geometry.ts';
import type { RgbImage } from './image.ts';

type PerColour = { readonly red: number; readonly green: number; readonly blue: number };

/** How a network wants its colours: the order of its planes, and (value - mean) / deviation for values 0 to 255. */
export type PlaneFormat = {
  readonly order: 'rgb' | 'bgr';
  readonly mean: PerColour;
  readonly deviation: PerColour;
};

/** The same mean and deviation for the three colours. */
export function evenFormat(order: PlaneFormat['order'], mean: number, deviation: number): PlaneFormat {
  return {
    order,
    mean: { red: mean, green: mean, blue: mean },
    deviation: { red: deviation, green: deviation, blue: deviation },
  };
}

/**
 * Cuts a box out and resizes it to `width` x `height`, as three normalised planes (CHW).
 *
 * Each output value is the mean over the area that it covers in the source, one source pixel wide at least: area
 * averaging when shrinking, bilinear when enlarging. What lies outside the image counts as black. `planes`: where to write, all of it.
 */
export function cropToPlanes(
  image: RgbImage,
  box: Box,
  width: number,
  height: number,
  format: PlaneFormat,
  planes: Float32Array = new Float32Array(3 * width * height),
): Float32Array {
  forEachRow(image, 3, box, width, height, (row, y) =>
    writeRow(row, planes, y * width, width * height, format),
  );
  return planes;
}

/** Rows of pixels (HWC, 0 to 255) as normalised planes (CHW). */
export function toPlanes(
  pixels: Float32Array,
  format: PlaneFormat,
  planes: Float32Array = new Float32Array(pixels.length),
): Float32Array {
  writeRow(pixels, planes, 0, pixels.length / 3, format);
  return planes;
}

function writeRow(
  row: Float32Array,
  planes: Float32Array,
  offset: number,
  planeLength: number,
  { order, mean, deviation }: PlaneFormat,
): void {
  const redAt = offset + (order === 'rgb' ? 0 : 2 * planeLength);
  const greenAt = offset + planeLength;
  const blueAt = offset + (order === 'rgb' ? 2 * planeLength : 0);
  // Read once: this loop runs for every pixel that any network sees.
  const [meanRed, meanGreen, meanBlue] = [mean.red, mean.green, mean.blue];
  const [gainRed, gainGreen, gainBlue] = [1 / deviation.red, 1 / deviation.green, 1 / deviation.blue];
  for (let x = 0, at = 0; at < row.length; x++, at += 3) {
    planes[redAt + x] = ((row[at] as number) - meanRed) * gainRed;
    planes[greenAt + x] = ((row[at + 1] as number) - meanGreen) * gainGreen;
    planes[blueAt + x] = ((row[at + 2] as number) - meanBlue) * gainBlue;
  }
}

/** A picture that has its luma apart, or one of which it is made. */
export type GreyOrRgb = RgbImage | (RgbImage & { readonly luma: Uint8Array });

/** Like `cropToPlanes`, as one plane of luma (0.299 R + 0.587 G + 0.114 B, ITU-R BT.601, or the picture's own), 0 to 255. */
export function cropToGrey(
  image: GreyOrRgb,
  box: Box,
  width: number,
  height: number,
  plane: Float32Array = new Float32Array(width * height),
): Float32Array {
  if ('luma' in image) {
    const grey = { width: image.width, height: image.height, data: image.luma };
    forEachRow(grey, 1, box, width, height, (row, y) => plane.set(row, y * width));
    return plane;
  }
  forEachRow(image, 3, box, width, height, (row, y) => {
    for (let x = 0, at = 0; x < width; x++, at += 3) {
      plane[y * width + x] =
        0.299 * (row[at] as number) + 0.587 * (row[at + 1] as number) + 0.114 * (row[at + 2] as number);
    }
  });
  return plane;
}

/** Resizes row by row; the row handed out (as many values a place as there are colours, 0 to 255) is overwritten by the next one. */
function forEachRow(
  image: RgbImage,
  colours: 1 | 3,
  box: Box,
  width: number,
  height: number,
  use: (row: Float32Array, y: number) => void,
): void {
  const { columns, rows } = spare;
  spreadOver(box.left, widthOf(box), width, image.width, columns);
  spreadOver(box.top, heightOf(box), height, image.height, rows);
  if (spare.line.length < colours * image.width) spare.line = new Float32Array(colours * image.width);
  if (spare.row.length < colours * width) spare.row = new Float32Array(colours * width);
  const row = spare.row.subarray(0, colours * width);
  for (let y = 0; y < height; y++) {
    sumSourceRows(image, colours, rows, y, columns, spare.line);
    if (colours === 1) sumGreyColumns(spare.line, columns, row);
    else sumSourceColumns(spare.line, columns, row);
    use(row, y);
  }
}

/** For each place along one axis of the output: the source pixels it covers, and each one's share of it. */
type Spread = {
  places: number;
  first: Int32Array;
  count: Int32Array;
  /** `stride` slots for each place. */
  shares: Float32Array;
  stride: number;
  /** The source pixels in use: the lowest, and one past the highest. */
  from: number;
  to: number;
};

const emptySpread = (): Spread => ({
  ...{ places: 0, stride: 0, from: 0, to: 0 },
  ...{ first: new Int32Array(0), count: new Int32Array(0), shares: new Float32Array(0) },
});

/** Written over by each crop, grown to the largest one: a recording takes 270 of them, with eight small arrays each. */
const spare = {
  columns: emptySpread(),
  rows: emptySpread(),
  line: new Float32Array(0),
  row: new Float32Array(0),
};

function spreadOver(
  start: number,
  length: number,
  places: number,
  sourceLength: number,
  spread: Spread,
): void {
  const step = length / places;
  const reach = Math.max(1, step);
  const stride = Math.ceil(reach) + 1;
  if (spread.first.length < places) {
    spread.first = new Int32Array(places);
    spread.count = new Int32Array(places);
  }
  if (spread.shares.length < places * stride) spread.shares = new Float32Array(places * stride);
  const { first, count, shares } = spread;
  let from = sourceLength;
  let to = 0;
  for (let place = 0; place < places; place++) {
    const begin = start + (place + 0.5) * step - reach / 2;
    const end = begin + reach;
    const low = Math.max(0, Math.floor(begin));
    const high = Math.min(sourceLength, Math.ceil(end));
    first[place] = low;
    count[place] = Math.max(0, high - low);
    if (high <= low) continue;
    for (let pixel = low; pixel < high; pixel++) {
      const covered = Math.min(end, pixel + 1) - Math.max(begin, pixel);
      shares[place * stride + pixel - low] = covered / reach;
    }
    from = Math.min(from, low);
    to = Math.max(to, high);
  }
  Object.assign(spread, { places, stride, from, to });
}

/** Puts into `line` the weighted sum of the source rows that make up output row `y`, over the columns in use. */
function sumSourceRows(
  image: RgbImage,
  colours: 1 | 3,
  rows: Spread,
  y: number,
  columns: Spread,
  line: Float32Array,
): void {
  const begin = colours * columns.from;
  const end = colours * columns.to;
  if (end <= begin) return;
  const { data, width } = image;
  const count = rows.count[y] as number;
  const sharesAt = y * rows.stride;
  const rowBytes = colours * width;
  let rowAt = rowBytes * (rows.first[y] as number);
  if (count === 0) line.fill(0, begin, end);
  // Two rows at a time: half the loads and stores of the sum (1.6 times as fast, measured 2026-11). The first two need no line to add to.
  for (let tap = 0; tap < count; tap += 2, rowAt += 2 * rowBytes) {
    const share = rows.shares[sharesAt + tap] as number;
    const isLast = tap + 1 === count;
    const nextShare = isLast ? 0 : (rows.shares[sharesAt + tap + 1] as number);
    const nextAt = isLast ? rowAt : rowAt + rowBytes;
    if (tap === 0) {
      for (let at = begin; at < end; at++) {
        line[at] = share * (data[rowAt + at] as number) + nextShare * (data[nextAt + at] as number);
      }
      continue;
    }
    for (let at = begin; at < end; at++) {
      line[at] =
        (line[at] as number) +
        share * (data[rowAt + at] as number) +
        nextShare * (data[nextAt + at] as number);
    }
  }
}

function sumSourceColumns(line: Float32Array, columns: Spread, row: Float32Array): void {
  for (let x = 0; x < columns.places; x++) {
    const sharesAt = x * columns.stride;
    const count = columns.count[x] as number;
    let red = 0;
    let green = 0;
    let blue = 0;
    for (let tap = 0, at = 3 * (columns.first[x] as number); tap < count; tap++, at += 3) {
      const share = columns.shares[sharesAt + tap] as number;
      red += share * (line[at] as number);
      green += share * (line[at + 1] as number);
      blue += share * (line[at + 2] as number);
    }
    row[3 * x] = red;
    row[3 * x + 1] = green;
    row[3 * x + 2] = blue;
  }
}

function sumGreyColumns(line: Float32Array, columns: Spread, row: Float32Array): void {
  for (let x = 0; x < columns.places; x++) {
    const sharesAt = x * columns.stride;
    const count = columns.count[x] as number;
    const first = columns.first[x] as number;
    let grey = 0;
    for (let tap = 0; tap < count; tap++) {
      grey += (columns.shares[sharesAt + tap] as number) * (line[first + tap] as number);
    }
    row[x] = grey;
  }
}
