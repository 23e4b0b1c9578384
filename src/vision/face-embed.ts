import { evenFormat, toPlanes } from './crop.ts';
import { type AlignedFace, alignedSide } from './face-align.ts';
import { openNetwork, outputOf } from './runtime.ts';

/** 512 numbers of length 1 (L2) that say whose face it is. Personal data: never logged. */
export type Embedding = Float32Array;

export type FaceEmbedder = {
  predict(face: AlignedFace): Promise<Embedding>;
};

// BGR: with RGB the rate of true matches at FMR 1e-4 falls from .973 to .948 (LFW, measured 2026-11).
const format = evenFormat('bgr', 127.5, 127.5);

/** MobileFaceNet type: `input` [1,3,112,112] BGR (v-127.5)/127.5 of the aligned face, `output` [1,512]. */
export async function loadFaceEmbedder(): Promise<FaceEmbedder> {
  const network = await openNetwork('face-embed', [1, 3, alignedSide, alignedSide]);
  return {
    async predict(face) {
      return normalise(outputOf(await network.run(toPlanes(face, format)), 'output'));
    },
  };
}

/** The same direction with length 1. */
export function normalise(values: Float32Array): Embedding {
  let squares = 0;
  for (const value of values) squares += value * value;
  const length = Math.sqrt(squares);
  if (!(length > 0)) throw new Error('An embedding of length zero says nothing.');
  return values.map((value) => value / length);
}

/** The mean of embeddings of one person, at length 1 again. */
export function averageEmbeddings(embeddings: readonly Embedding[]): Embedding {
  const [first] = embeddings;
  if (!first) throw new Error('There is no embedding to average.');
  const sum = new Float32Array(first.length);
  for (const embedding of embeddings) {
    for (let at = 0; at < sum.length; at++) sum[at] = (sum[at] as number) + (embedding[at] as number);
  }
  return normalise(sum);
}

/** Cosine of the angle between two embeddings, -1 to 1; the same person lies near 1. */
export function cosineOf(first: Embedding, second: Embedding): number {
  if (first.length !== second.length) throw new Error('Embeddings of different models cannot be compared.');
  let sum = 0;
  for (let at = 0; at < first.length; at++) sum += (first[at] as number) * (second[at] as number);
  return sum;
}
