import type { Weights } from './convolve.ts';
import { type Layer, layers } from './network.ts';

/**
 * The detector's weights as they travel: for each layer in order its outputs' steps, then what is added to each, all 32 bit
 * floats (little endian); behind them, in the same order, all weights in whole steps of 8 bits; then a checksum of it all. A
 * quarter of the bytes.
 */

function sizeOf({ kind, inputs, outputs }: Layer) {
  const each = kind === 'channels' ? 9 : inputs * (kind === 'around' ? 9 : 1);
  return { outputs, values: outputs * each, each };
}

/** Adler-32 (RFC 1950 §8.2): guidance by weights that came to harm on their way would be worse than none. */
function checksumOf(bytes: Uint8Array): number {
  let [low, high] = [1, 0];
  for (const byte of bytes) {
    low = (low + byte) % 65_521;
    high = (high + low) % 65_521;
  }
  return high * 65_536 + low;
}

const checksumBytes = 4;

/** The largest number of steps to either side. */
const stepsMost = 127;

/** Packs the weights of all layers, in order. */
export function packWeights(weights: readonly Weights[]): Uint8Array {
  const floats: number[] = [];
  const steps: number[] = [];
  layers.forEach((layer, nth) => {
    const { values, bias } = weights[nth]!;
    const { each } = sizeOf(layer);
    const stepOf = (row: number) =>
      Math.max(...values.subarray(row * each, (row + 1) * each).map(Math.abs)) / stepsMost || 1;
    const rows = [...bias].map((_, row) => stepOf(row));
    floats.push(...rows, ...bias);
    values.forEach((value, at) => void steps.push(Math.round(value / rows[Math.floor(at / each)]!)));
  });
  const head = new Uint8Array(Float32Array.from(floats).buffer);
  const length = head.length + steps.length;
  const packed = new Uint8Array(length + checksumBytes);
  packed.set(head);
  packed.set(new Uint8Array(Int8Array.from(steps).buffer), head.length);
  new DataView(packed.buffer).setUint32(length, checksumOf(packed.subarray(0, length)));
  return packed;
}

/** Unpacks them. Throws where the bytes are not as many as the network has, or not those that were packed. */
export function unpackWeights(packed: ArrayBuffer): readonly Weights[] {
  const sizes = layers.map(sizeOf);
  const floatCount = sizes.reduce((sum, { outputs }) => sum + 2 * outputs, 0);
  const stepCount = sizes.reduce((sum, { values }) => sum + values, 0);
  const length = 4 * floatCount + stepCount;
  const isWhole =
    packed.byteLength === length + checksumBytes &&
    new DataView(packed).getUint32(length) === checksumOf(new Uint8Array(packed, 0, length));
  if (!isWhole) throw new Error('These are not the weights.');
  const floats = new Float32Array(packed, 0, floatCount);
  const steps = new Int8Array(packed, 4 * floatCount, stepCount);
  let [float, step] = [0, 0];
  return sizes.map(({ outputs, values, each }) => {
    const rows = floats.subarray(float, float + outputs);
    const bias = floats.subarray(float + outputs, float + 2 * outputs);
    const own = Float32Array.from(
      { length: values },
      (_, at) => steps[step + at]! * rows[Math.floor(at / each)]!,
    );
    float += 2 * outputs;
    step += values;
    return { values: own, bias };
  });
}
