import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The models that faces are judged and cards are read with. */
export type ModelId =
  | 'face-detect'
  | 'face-landmarks'
  | 'face-embed'
  | 'face-spoof'
  | 'face-pose'
  | 'eye-closed'
  | 'text-detect'
  | 'text-recognise'
  | 'text-direction'
  | 'text-alphabet'
  | 'script-traditional-chinese'
  | 'script-thai'
  | 'script-spanish';

/** What is known of one weight file: for the README, `doctor`, and every stored decision. */
export type ModelCard = {
  readonly id: ModelId;
  readonly task: string;
  readonly file: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly origin: string;
  readonly input: string;
  readonly output: string;
  /** The npm package that publishes it, with its exact version. */
  readonly publisher: string;
  readonly licence: string;
  readonly licenceNote: string;
  readonly trainingData: string;
};

type Manifest = {
  readonly packages: readonly {
    readonly name: string;
    readonly version: string;
    readonly licence: string;
    readonly licenceNote: string;
    readonly trainingData: string;
  }[];
  readonly models: readonly (Omit<ModelCard, 'publisher' | 'licence' | 'licenceNote' | 'trainingData'> & {
    readonly package: string;
  })[];
};

const modelsFolder = fileURLToPath(new URL('../../models/', import.meta.url));

/** Every model of `models/manifest.json`, each with what its publisher says of it. */
export function modelList(): readonly ModelCard[] {
  const manifest = JSON.parse(readFileSync(`${modelsFolder}manifest.json`, 'utf8')) as Manifest;
  return manifest.models.map(({ package: packageName, ...model }) => {
    const source = manifest.packages.find((candidate) => candidate.name === packageName);
    if (!source) throw new Error(`models/manifest.json names no package "${packageName}" for ${model.id}.`);
    return {
      ...model,
      publisher: `${source.name}@${source.version}`,
      licence: source.licence,
      licenceNote: source.licenceNote,
      trainingData: source.trainingData,
    };
  });
}

/** One model's card. Throws when the manifest does not name it. */
export function modelCard(id: ModelId): ModelCard {
  const card = modelList().find((model) => model.id === id);
  if (!card) throw new Error(`models/manifest.json does not name the model "${id}".`);
  return card;
}

/**
 * The bytes of one weight file, exactly those that the manifest names.
 * A missing or altered file throws: a judge without one of its models must not start.
 */
export function loadModelFile(id: ModelId, weightsFolder = `${modelsFolder}weights/`): Uint8Array {
  const card = modelCard(id);
  const bytes = readWeights(`${weightsFolder}${card.file}`, id);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  if (sha256 !== card.sha256) {
    throw new Error(
      `The model "${id}" (models/weights/${card.file}) is not the file that models/manifest.json names: ` +
        `its sha256 is ${sha256}, expected ${card.sha256}. Delete it and run "npm run check" to fetch it again.`,
    );
  }
  return bytes;
}

function readWeights(path: string, id: ModelId): Uint8Array {
  try {
    return readFileSync(path);
  } catch (cause) {
    throw new Error(
      `The model "${id}" is missing (${path} cannot be read). Run "npm run check": its set-up fetches the weights.`,
      { cause },
    );
  }
}
