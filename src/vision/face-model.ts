import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import Type, { type Static } from 'typebox';
import Value from 'typebox/value';
import type { ModelCard } from './manifest.ts';
import { modelCard } from './manifest.ts';

const perColour = Type.Union([Type.Number(), Type.Tuple([Type.Number(), Type.Number(), Type.Number()])]);
const point = Type.Tuple([Type.Number(), Type.Number()]);
const name = { minLength: 1, maxLength: 40, pattern: '^[a-z0-9][a-z0-9-]*$' };

/** What an operator writes of an embedding model of their own; `docs/operate.md` explains each key. */
export const faceModelSchema = Type.Object(
  {
    id: Type.String(name),
    /** The ONNX file, from the folder that the entry lies in. */
    file: Type.String({ minLength: 1 }),
    sha256: Type.String({ pattern: '^[0-9a-f]{64}$' }),
    publisher: Type.String({ minLength: 1, maxLength: 200 }),
    licence: Type.String({ minLength: 1, maxLength: 100 }),
    licenceText: Type.String({ minLength: 1, maxLength: 20_000 }),
    trainingData: Type.String({ minLength: 1, maxLength: 1000 }),
    input: Type.Object(
      {
        /** Pixels of the square that it takes: [1, 3, size, size], float32. */
        size: Type.Integer({ minimum: 32, maximum: 512 }),
        order: Type.Union([Type.Literal('rgb'), Type.Literal('bgr')]),
        /** A value v of 0 to 255 becomes (v - mean) / scale; three numbers are red, green, blue. */
        mean: perColour,
        scale: perColour,
        /** `arcface`, drawn to its size, or both eyes, nose tip and mouth corners, the picture's left first, in pixels. */
        template: Type.Union([Type.Literal('arcface'), Type.Tuple([point, point, point, point, point])]),
      },
      { additionalProperties: false },
    ),
    /** Numbers of its first output. */
    dimensions: Type.Integer({ minimum: 16, maximum: 4096 }),
  },
  { additionalProperties: false },
);

/** An operator's own embedding model. `file` is absolute. Plain data: it is handed to threads. */
export type FaceModel = Static<typeof faceModelSchema>;

/** Reads an entry. Throws a plain sentence where there is none, or where it is wrong. The model itself is not touched. */
export function readFaceModel(path: string): FaceModel {
  const entry = parse(path);
  const [problem] = Value.Errors(faceModelSchema, entry);
  if (problem || !Value.Check(faceModelSchema, entry)) {
    const where = problem?.instancePath.slice(1).replaceAll('/', '.') || 'the entry';
    throw new Error(`${path} is no entry of a face model: ${where} ${problem?.message ?? 'is wrong'}.`);
  }
  const { scale } = entry.input;
  if ([scale].flat().includes(0)) throw new Error(`${path}: input.scale must not be 0.`);
  return { ...entry, file: resolve(dirname(path), entry.file) };
}

function parse(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    throw new Error(`The entry of the face model ${path} cannot be read: ${(error as Error).message}`);
  }
}

/** The entry that a setting names; null where it names none, and the model that comes with this program compares. */
export function faceModelOf({ faceModel }: { readonly faceModel: string }): FaceModel | null {
  return faceModel === '' ? null : readFaceModel(resolve(faceModel));
}

/** The bytes of the model, exactly those that its entry names. Throws a plain sentence where they are not. */
export function loadFaceModelFile({ id, file, sha256 }: FaceModel): Uint8Array {
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(file);
  } catch (cause) {
    throw new Error(`The face model "${id}" is missing: ${file} cannot be read.`, { cause });
  }
  const found = createHash('sha256').update(bytes).digest('hex');
  if (found === sha256) return bytes;
  throw new Error(
    `The face model "${id}" (${file}) is not the file that its entry names: its sha256 is ${found}.`,
  );
}

/**
 * What a scale and every stored decision call the embedding model by: its id and the beginning of its sha256. Two models of
 * one id are two models. Embeddings themselves are never stored.
 */
export function faceModelName(model: FaceModel | null): string {
  const { id, sha256 }: Pick<ModelCard, 'sha256'> & { readonly id: string } =
    model ?? modelCard('face-embed');
  return `${id}-${sha256.slice(0, 8)}`;
}
