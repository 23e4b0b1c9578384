/** Channels of a picture, one after the other, each in rows. */
export type Planes = {
  readonly width: number;
  readonly height: number;
  readonly data: Float32Array;
};

/** Of one convolution: `outputs` rows of `inputs * taps` values, or of nine where it goes by channel; and what is added. */
export type Weights = {
  readonly values: Float32Array;
  readonly bias: Float32Array;
};

const after = (side: number, stride: number) => Math.ceil(side / stride);

/**
 * `bias + values * columns`, for each pixel: what every convolution over channels comes down to. Two rows out and four rows
 * in at once: 1.8 products a nanosecond, 1.2 with one row out, 2.3 with four, which needs twice the code (V8, 2026-11).
 * Rows must be even in number, and their length a multiple of four.
 */
export function multiply({ values, bias }: Weights, columns: Float32Array, pixels: number): Float32Array {
  const depth = values.length / bias.length;
  const out = new Float32Array(bias.length * pixels);
  bias.forEach((value, row) => void out.fill(value, row * pixels, (row + 1) * pixels));
  for (let at = 0; at < values.length; at += at % depth === depth - 4 ? depth + 4 : 4) {
    const block = { at, depth, row: Math.floor(at / depth), column: at % depth };
    addBlock(out, values, columns, pixels, block);
  }
  return out;
}

type Block = { readonly at: number; readonly depth: number; readonly row: number; readonly column: number };

function addBlock(
  out: Float32Array,
  values: Float32Array,
  columns: Float32Array,
  pixels: number,
  { at, depth, row, column }: Block,
): void {
  const [to, from] = [row * pixels, column * pixels];
  const a = values[at]!;
  const b = values[at + 1]!;
  const c = values[at + 2]!;
  const d = values[at + 3]!;
  const e = values[at + depth]!;
  const f = values[at + depth + 1]!;
  const g = values[at + depth + 2]!;
  const h = values[at + depth + 3]!;
  for (let pixel = 0; pixel < pixels; pixel++) {
    const first = columns[from + pixel]!;
    const second = columns[from + pixels + pixel]!;
    const third = columns[from + 2 * pixels + pixel]!;
    const fourth = columns[from + 3 * pixels + pixel]!;
    out[to + pixel]! += a * first + b * second + c * third + d * fourth;
    out[to + pixels + pixel]! += e * first + f * second + g * third + h * fourth;
  }
}

/** Each pixel's surroundings of 3x3 as nine rows to a channel; outside of the picture is zero. */
function surroundings({ width, height, data }: Planes, stride: number, spread: number): Planes {
  const channels = data.length / (width * height);
  const [across, down] = [after(width, stride), after(height, stride)];
  const out = new Float32Array(channels * 9 * across * down);
  let to = 0;
  for (let nth = 0; nth < channels * 9; nth++) {
    const [channel, tap] = [Math.floor(nth / 9), nth % 9];
    const dx = ((tap % 3) - 1) * spread;
    const dy = (Math.floor(tap / 3) - 1) * spread;
    for (let row = 0; row < down; row++, to += across) {
      const y = row * stride + dy;
      if (y < 0 || y >= height) continue;
      const from = (channel * height + y) * width + dx;
      for (let column = 0; column < across; column++) {
        const x = column * stride;
        if (x + dx >= 0 && x + dx < width) out[to + column] = data[from + x]!;
      }
    }
  }
  return { width: across, height: down, data: out };
}

/** A convolution over all channels, of one pixel. */
export function convolvePoint({ width, height, data }: Planes, weights: Weights): Planes {
  return { width, height, data: multiply(weights, data, width * height) };
}

/** The same of 3x3, its taps `spread` pixels apart, with as much zero around that a stride of 1 keeps the size. */
export function convolveAround(planes: Planes, weights: Weights, stride: number, spread: number): Planes {
  return convolvePoint(surroundings(planes, stride, spread), weights);
}

/** A convolution of 3x3 by channel. */
export function convolveChannels(planes: Planes, { values, bias }: Weights, stride: number): Planes {
  const { width, height, data } = planes;
  const [across, down] = [after(width, stride), after(height, stride)];
  const padded = { width: width + 2, height: height + 2, data: new Float32Array((width + 2) * (height + 2)) };
  const out = new Float32Array(bias.length * across * down);
  bias.forEach((value, channel) => {
    for (let y = 0; y < height; y++) {
      const from = (channel * height + y) * width;
      padded.data.set(data.subarray(from, from + width), (y + 1) * padded.width + 1);
    }
    const own = out.subarray(channel * across * down, (channel + 1) * across * down);
    addTaps(own, across, value, values.subarray(channel * 9, channel * 9 + 9), padded, stride);
  });
  return { width: across, height: down, data: out };
}

function addTaps(
  out: Float32Array,
  across: number,
  bias: number,
  taps: Float32Array,
  { width, data }: Planes,
  stride: number,
): void {
  const [a, b, c, d, e, f, g, h, i] = taps as unknown as readonly number[] & { length: 9 };
  for (let to = 0; to < out.length; to++) {
    const column = to % across;
    const one = ((to - column) / across) * stride * width + column * stride;
    const two = one + width;
    const three = two + width;
    out[to] =
      bias +
      (a! * data[one]! + b! * data[one + 1]! + c! * data[one + 2]!) +
      (d! * data[two]! + e! * data[two + 1]! + f! * data[two + 2]!) +
      (g! * data[three]! + h! * data[three + 1]! + i! * data[three + 2]!);
  }
}

/** Nothing below zero, in place. */
export function rectify(planes: Planes): Planes {
  const { data } = planes;
  for (let at = 0; at < data.length; at++) if (data[at]! < 0) data[at] = 0;
  return planes;
}
