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
 * averaging when shrinking, bilinear when enlarging. What lies outside the image counts as black.
 */
export function cropToPlanes(
  image: RgbImage,
  box: Box,
  width: number,
  height: number,
  format: PlaneFormat,
): Float32Array {
  const planes = new Float32Array(3 * width * height);
  forEachRow(image, 3, box, width, height, (row, y) =>
    writeRow(row, planes, y * width, width * height, format),
  );
  return planes;
}

/** Rows of pixels (HWC, 0 to 255) as normalised planes (CHW). */
export function toPlanes(pixels: Float32Array, format: PlaneFormat): Float32Array {
  const planes = new Float32Array(pixels.length);
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
export function cropToGrey(image: GreyOrRgb, box: Box, width: number, height: number): Float32Array {
  const plane = new Float32Array(width * height);
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
  const columns = spreadOver(box.left, widthOf(box), width, image.width);
  const rows = spreadOver(box.top, heightOf(box), height, image.height);
  const line = new Float32Array(colours * image.width);
  const row = new Float32Array(colours * width);
  for (let y = 0; y < height; y++) {
    sumSourceRows(image, colours, rows, y, columns, line);
    if (colours === 1) sumGreyColumns(line, columns, row);
    else sumSourceColumns(line, columns, row);
    use(row, y);
  }
}

/** For each place along one axis of the output: the source pixels it covers, and each one's share of it. */
type Spread = {
  readonly first: Int32Array;
  readonly count: Int32Array;
  /** `stride` slots for each place. */
  readonly shares: Float32Array;
  readonly stride: number;
  /** The source pixels in use: the lowest, and one past the highest. */
  readonly from: number;
  readonly to: number;
};

function spreadOver(start: number, length: number, places: number, sourceLength: number): Spread {
  const step = length / places;
  const reach = Math.max(1, step);
  const stride = Math.ceil(reach) + 1;
  const first = new Int32Array(places);
  const count = new Int32Array(places);
  const shares = new Float32Array(places * stride);
  let from = sourceLength;
  let to = 0;
  for (let place = 0; place < places; place++) {
    const begin = start + (place + 0.5) * step - reach / 2;
    const end = begin + reach;
    const low = Math.max(0, Math.floor(begin));
    const high = Math.min(sourceLength, Math.ceil(end));
    if (high <= low) continue;
    first[place] = low;
    count[place] = high - low;
    for (let pixel = low; pixel < high; pixel++) {
      const covered = Math.min(end, pixel + 1) - Math.max(begin, pixel);
      shares[place * stride + pixel - low] = covered / reach;
    }
    from = Math.min(from, low);
    to = Math.max(to, high);
  }
  return { first, count, shares, stride, from, to };
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
  line.fill(0, begin, end);
  // Two rows at a time: half the loads and stores of the sum (1.6 times as fast, measured 2026-11).
  for (let tap = 0; tap < count; tap += 2, rowAt += 2 * rowBytes) {
    const share = rows.shares[sharesAt + tap] as number;
    const isLast = tap + 1 === count;
    const nextShare = isLast ? 0 : (rows.shares[sharesAt + tap + 1] as number);
    const nextAt = isLast ? rowAt : rowAt + rowBytes;
    for (let at = begin; at < end; at++) {
      line[at] =
        (line[at] as number) +
        share * (data[rowAt + at] as number) +
        nextShare * (data[nextAt + at] as number);
    }
  }
}

function sumSourceColumns(line: Float32Array, columns: Spread, row: Float32Array): void {
  for (let x = 0; x < columns.count.length; x++) {
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
  for (let x = 0; x < columns.count.length; x++) {
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
