import {
  convolveAround,
  convolveChannels,
  convolvePoint,
  type Planes,
  rectify,
  type Weights,
} from './convolve.ts';

type Kind = 'point' | 'around' | 'channels';

/** One convolution: how many channels it makes from how many, and how far apart it looks. */
export type Layer = {
  readonly kind: Kind;
  readonly inputs: number;
  readonly outputs: number;
  readonly stride: number;
  readonly spread: number;
};

const layer = (kind: Kind, inputs: number, outputs: number, stride = 1, spread = 1): Layer => ({
  kind,
  inputs,
  outputs,
  stride,
  spread,
});
const point = (inputs: number, outputs: number) => layer('point', inputs, outputs);
const around = (inputs: number, outputs: number, stride = 1, spread = 1) =>
  layer('around', inputs, outputs, stride, spread);
/** By channel, then over all channels. */
const pair = (inputs: number, outputs: number, stride = 1) => [
  layer('channels', inputs, inputs, stride),
  point(inputs, outputs),
];
/** Two answers for each of so many boxes: is it a face, and where. */
const heads = (inputs: number, boxes: number) => [...pair(inputs, 2 * boxes), ...pair(inputs, 4 * boxes)];

/**
 * The convolutions of the house's detector (UltraFace RFB, `models/manifest.json`) in its file's order. It has nothing else:
 * its batch norms are part of the weights.
 */
export const layers: readonly Layer[] = [
  around(4, 16, 2),
  ...pair(16, 32),
  ...pair(32, 32, 2),
  ...pair(32, 32),
  ...pair(32, 64, 2),
  ...pair(64, 64),
  ...pair(64, 64),
  point(64, 8),
  around(8, 16),
  around(16, 16, 1, 2),
  point(64, 8),
  around(8, 16),
  around(16, 16, 1, 3),
  point(64, 8),
  around(8, 12),
  around(12, 16),
  around(16, 16, 1, 5),
  point(64, 64),
  point(48, 64),
  ...heads(64, 3),
  ...pair(64, 128, 2),
  ...pair(128, 128),
  ...pair(128, 128),
  ...heads(128, 2),
  ...pair(128, 256, 2),
  ...pair(256, 256),
  ...heads(256, 2),
  point(256, 64),
  ...pair(64, 256, 2),
  around(256, 6),
  around(256, 12),
];

/** What one grid of the picture answers: for each box a score of "none" and of "face", and four numbers of place. */
export type Answer = { readonly scores: Planes; readonly places: Planes };

/** Runs all of it over a picture of any size, (v-127)/128 of red, green and blue. Answers for strides 8, 16, 32, 64. */
export function runNetwork(weights: readonly Weights[], picture: Planes): readonly Answer[] {
  let nth = 0;
  function next(planes: Planes): Planes {
    const { kind, stride, spread } = layers[nth]!;
    const own = weights[nth++]!;
    if (kind === 'point') return convolvePoint(planes, own);
    return kind === 'channels'
      ? convolveChannels(planes, own, stride)
      : convolveAround(planes, own, stride, spread);
  }
  function chain(planes: Planes, count: number): Planes {
    let out = planes;
    for (let at = 0; at < count; at++) out = rectify(next(out));
    return out;
  }
  const head = (planes: Planes) => next(rectify(next(planes)));
  const both = (planes: Planes): Answer => ({ scores: head(planes), places: head(planes) });

  const base = chain(picture, 13);
  const branches = [next(chain(next(base), 1)), next(chain(next(base), 1)), next(chain(next(base), 2))];
  const shortcut = next(base);
  const fine = rectify(sum(next(joined(branches)), shortcut));
  const answers = [both(fine)];
  const middle = chain(fine, 6);
  answers.push(both(middle));
  const coarse = chain(middle, 4);
  answers.push(both(coarse));
  const last = chain(coarse, 3);
  answers.push({ scores: next(last), places: next(last) });
  return answers;
}

function joined(parts: readonly Planes[]): Planes {
  const [{ width, height }] = parts as [Planes];
  const data = new Float32Array(parts.reduce((size, part) => size + part.data.length, 0));
  let to = 0;
  for (const part of parts) {
    data.set(part.data, to);
    to += part.data.length;
  }
  return { width, height, data };
}

function sum({ width, height, data }: Planes, other: Planes): Planes {
  return { width, height, data: data.map((value, at) => value + other.data[at]!) };
}
