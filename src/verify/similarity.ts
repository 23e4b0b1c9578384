import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Type, { type Static } from 'typebox';
import Value from 'typebox/value';
import { type FaceModel, faceModelName } from '../vision/face-model.ts';

/** Cosines at which the similarity is 60, 70 and 80: where FMR is 1e-2, 1e-3 and 1e-4 on the set it was fitted on. */
export type ScaleKnots = { readonly at60: number; readonly at70: number; readonly at80: number };

/** A way to read a cosine as 0.00 to 100.00, with a name that every stored decision keeps. */
export type SimilarityScale = {
  /** Profile, date and embedding model: `default/2026-11-23/face-embed-87aacdfe`. */
  readonly id: string;
  readonly profile: string;
  readonly knots: ScaleKnots;
  /** One sentence: on whose faces the knots were measured. */
  readonly measuredOn: string;
  /** True until the operator has calibrated on the people who are really verified. */
  readonly isProvisional: boolean;
};

export type ScaleProfile = 'default' | 'strict' | 'lfw';

/** From this similarity on two faces are taken for one person. */
export const passMark = 70;

type Profile = { readonly date: string; readonly knots: ScaleKnots; readonly measuredOn: string };

/** `docs/accuracy.md` says how each was found, and what it costs in FNMR. */
export const scaleProfiles: Readonly<Record<ScaleProfile, Profile>> = {
  default: {
    date: '2026-11-23',
    knots: { at60: 0.43, at70: 0.53, at80: 0.6 },
    measuredOn:
      'pairs within one country: portraits from Thailand, Singapore and Hong Kong, photos of celebrities from Korea ' +
      'and Japan; no labelled set was found for Indonesia, Malaysia, the Philippines or Vietnam',
  },
  strict: {
    date: '2026-11-23',
    knots: { at60: 0.48, at70: 0.57, at80: 0.62 },
    measuredOn: 'the same sets, set by the hardest group in them: pairs of women among Korean celebrities',
  },
  lfw: {
    date: '2026-11-25',
    knots: { at60: 0.244, at70: 0.336, at80: 0.414 },
    measuredOn:
      'folds 1 to 5 of Labeled Faces in the Wild, mostly Western press photos: 3,811 of 2,086 people, 7,255,541 pairs ' +
      'of different people; too lenient for East and South-East Asian faces (FMR 2.4 % among Thai portraits where it ' +
      'promises 0.1 %)',
  },
};

/** The file that `selfsame calibrate` writes into the data folder. */
export const scaleFileName = 'scale.json';

/** What `selfsame calibrate` writes. */
export const scaleFileSchema = Type.Object({
  profile: Type.String({ minLength: 1, maxLength: 40, pattern: '^[a-z0-9-]+$' }),
  date: Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' }),
  /** Embedding model that the cosines came from: its id and the beginning of its sha256. */
  model: Type.String(),
  knots: Type.Object({ at60: Type.Number(), at70: Type.Number(), at80: Type.Number() }),
  measuredOn: Type.String({ maxLength: 1000 }),
});

export type ScaleFile = Static<typeof scaleFileSchema>;

/** The name of the embedding model in a scale's id. */
export function embeddingModelName(faceModel: FaceModel | null = null): string {
  return faceModelName(faceModel);
}

/**
 * The operator's own scale where `DATA/scale.json` exists, else the profile of that name.
 * Throws a plain sentence when the file is unreadable or of another model, or the profile unknown, or when the operator has a
 * model of their own and no scale for it: the shipped scales hold for the shipped model alone.
 */
export function loadScale(
  profile: string,
  dataFolder: string,
  faceModel: FaceModel | null = null,
): SimilarityScale {
  const own = readScaleFile(join(dataFolder, scaleFileName), faceModel);
  if (own) return own;
  if (faceModel) {
    throw new Error(
      `There is no similarity scale for the face model ${faceModelName(faceModel)}: those that come with this program were ` +
        `measured with ${faceModelName(null)}. Run "selfsame calibrate --face-model" with your entry first.`,
    );
  }
  return namedScale(profile);
}

/** One of the shipped scales. Throws when there is none of that name. */
export function namedScale(profile: string): SimilarityScale {
  if (!Object.hasOwn(scaleProfiles, profile)) {
    const known = Object.keys(scaleProfiles).join(', ');
    throw new Error(`There is no similarity scale "${profile}"; there are: ${known}.`);
  }
  const { date, knots, measuredOn } = scaleProfiles[profile as ScaleProfile];
  return {
    id: scaleId(profile, date, embeddingModelName()),
    profile,
    knots,
    measuredOn,
    isProvisional: true,
  };
}

/** The scale in a file that `calibrate` wrote; null when there is no such file. */
export function readScaleFile(path: string, faceModel: FaceModel | null = null): SimilarityScale | null {
  const text = readIfThere(path);
  if (text === null) return null;
  const file = parseScaleFile(text, path);
  const model = embeddingModelName(faceModel);
  if (file.model !== model) {
    throw new Error(
      `${path} was calibrated for the model ${file.model}, but ${model} is in use: its cosines mean something else. ` +
        'Run "selfsame calibrate" again, or remove the file.',
    );
  }
  const id = scaleId(file.profile, file.date, file.model);
  return { id, profile: file.profile, knots: file.knots, measuredOn: file.measuredOn, isProvisional: false };
}

function scaleId(profile: string, date: string, model: string): string {
  return `${profile}/${date}/${model}`;
}

function readIfThere(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw new Error(`The similarity scale ${path} cannot be read.`, { cause: error });
  }
}

function parseScaleFile(text: string, path: string): ScaleFile {
  const file: unknown = parseJson(text);
  if (!Value.Check(scaleFileSchema, file))
    throw new Error(`${path} is not a scale that "selfsame calibrate" wrote.`);
  const { at60, at70, at80 } = file.knots;
  if (!(0 < at60 && at60 < at70 && at70 < at80 && at80 < 1)) {
    throw new Error(
      `${path} has a scale whose knots do not rise between 0 and 1: ${at60}, ${at70}, ${at80}.`,
    );
  }
  return file;
}

/** Undefined for what is no JSON; the schema then refuses it. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Genuine pairs of full quality reach about this cosine: nothing above it says more. */
const cosineAtTop = 0.8;

/**
 * A cosine as a similarity, 0.00 to 100.00: straight lines through 0, the three knots and the top, clamped, two
 * decimals. The lines below 60 and above 80 carry no promised error rate.
 */
export function similarityOf(cosine: number, { knots }: SimilarityScale): number {
  if (!Number.isFinite(cosine)) throw new Error('A cosine that is no number has no similarity.');
  const top = Math.max(cosineAtTop, (knots.at80 + 1) / 2);
  const corners: readonly (readonly [number, number])[] = [
    [0, 0],
    [knots.at60, 60],
    [knots.at70, 70],
    [knots.at80, 80],
    [top, 100],
  ];
  if (cosine <= 0) return 0;
  for (let at = 1; at < corners.length; at++) {
    const [fromCosine, from] = corners[at - 1] as readonly [number, number];
    const [toCosine, to] = corners[at] as readonly [number, number];
    if (cosine < toCosine) {
      const similarity = from + ((to - from) * (cosine - fromCosine)) / (toCosine - fromCosine);
      return Math.round(similarity * 100) / 100;
    }
  }
  return 100;
}
