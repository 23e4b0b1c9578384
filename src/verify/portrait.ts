import { type AlignedFace, alignFace, mirrorFace } from '../vision/face-align.ts';
import type { FoundFace } from '../vision/face-detect.ts';
import { averageEmbeddings, type Embedding, type FaceDescription } from '../vision/face-embed.ts';
import type { Vision } from '../vision/faces.ts';
import { heightOf } from '../vision/geometry.ts';
import { decodePhoto, type RgbImage, turnImage } from '../vision/image.ts';
import { sortFaces } from '../vision/main-face.ts';
import { readSteadily } from '../vision/steady-landmarks.ts';
import { measureBlockiness } from './blockiness.ts';
import type { PortraitInspection } from './judgement.ts';
import { doubtsAboutPortrait, leastFaceHeightPixels, type PortraitMeasures } from './portrait-quality.ts';
import { measureBrightness, measureContrast, measureSharpness } from './sharpness.ts';

/** The main face of a photo, and what was measured of it. */
export type Portrait = PortraitMeasures & {
  readonly ok: true;
  readonly embedding: Embedding;
};

/** The models that a face is found and described with. */
export type FaceModels = Pick<Vision, 'detector' | 'landmarker' | 'embedder'>;

export type PortraitReading = Portrait | Extract<PortraitInspection, { ok: false }>;

/**
 * Finds the main face of a photo, upright whatever way the file lies, and describes it. Refuses only what has no face;
 * whether the portrait is good enough is `inspectPortrait`'s business.
 */
export async function readPortrait(vision: Vision, bytes: Uint8Array): Promise<PortraitReading> {
  const photo = await decodePhoto(bytes);
  if (!photo.ok) return photo;
  const face = await findUpright(vision, photo.image);
  if (!face) return { ok: false, problem: 'no-face', text: 'No face was found in the photo.' };
  if (face.strength < leastFace) return { ok: false, problem: 'no-face', text: unreadable };
  return {
    ok: true,
    embedding: await embedWithMirror(vision, face),
    strength: face.strength,
    faceHeightPixels: Math.round(heightOf(face.box) * (photo.sourceWidth / photo.image.width)),
    sharpness: measureSharpness(face.aligned),
    brightness: measureBrightness(face.aligned),
    contrast: measureContrast(face.aligned),
    blockiness: measureBlockiness(face.image, face.box),
    turnedDegrees: await measureTurn(vision, face),
    isGrey: photo.isGrey,
    otherPersons: face.otherPersons,
  };
}

/**
 * The face of a picture that is known to stand upright, without what only a comparison needs: how much the network sees
 * in it, and its height. Null where there is none that can be read.
 */
export async function lookAtUprightFace(
  models: FaceModels,
  image: RgbImage,
): Promise<{ readonly strength: number; readonly heightPixels: number } | null> {
  const face = await describeMainFace(models, image);
  if (!face || face.strength < leastFace) return null;
  return { strength: face.strength, heightPixels: heightOf(face.box) };
}

/** What Apply tells a merchant of a photo to compare with. */
export async function inspectPortrait(vision: Vision, bytes: Uint8Array): Promise<PortraitInspection> {
  const portrait = await readPortrait(vision, bytes);
  if (!portrait.ok) return portrait;
  const { faceHeightPixels, otherPersons } = portrait;
  if (otherPersons > 0) {
    const text = `The photo shows ${otherPersons + 1} people; send one with a single face.`;
    return { ok: false, problem: 'several-faces', text };
  }
  if (faceHeightPixels < leastFaceHeightPixels) {
    const text = `The face is ${faceHeightPixels} pixels high; at least ${leastFaceHeightPixels} are needed.`;
    return { ok: false, problem: 'face-too-small', text };
  }
  return { ok: true, faceHeightPixels, warnings: doubtsAboutPortrait(portrait).map(({ text }) => text) };
}

type DescribedFace = FaceDescription & {
  /** The photo as it was turned. */
  readonly image: RgbImage;
  readonly box: FoundFace;
  readonly aligned: AlignedFace;
  readonly otherPersons: number;
};

// Strengths (see `FaceDescription`), measured 2026-11 on LFW: 95 % of upright faces reach 3, 2 % of upside-down ones do.
// Of the weaker upright ones, one in 193 gained more than a fifth by being turned.
const surelyUpright = 3;
const turnMustGain = 1.2;

// What the detector took for a face in 93 cuttings without one had a strength of 1.35 to 2.55, 24 of 31 under this;
// of LFW's 3,811 faces one is (measured 2026-11).
const leastFace = 1.9;
const unreadable =
  'No face was found in the photo that can be read: there is none, or it is covered, turned away, too dark or too bright.';

/**
 * The main face, with the photo turned so that it stands upright. The detector finds lying faces as surely as upright
 * ones; the embedding's strength tells them apart.
 */
async function findUpright(vision: FaceModels, image: RgbImage): Promise<DescribedFace | null> {
  const asItLies = await describeMainFace(vision, image);
  if (asItLies && asItLies.strength >= surelyUpright) return asItLies;
  let best = asItLies;
  for (const degrees of [90, 180, 270] as const) {
    const turned = await describeMainFace(vision, turnImage(image, degrees));
    const least = Math.max(best?.strength ?? 0, turnMustGain * (asItLies?.strength ?? 0));
    if (turned && turned.strength > least) best = turned;
  }
  return best;
}

async function describeMainFace(vision: FaceModels, image: RgbImage): Promise<DescribedFace | null> {
  const { main, others } = sortFaces(await vision.detector.predict(image, { retryPadded: true }), image);
  if (!main) return null;
  const aligned = alignFace(image, await readSteadily(vision.landmarker, image, main));
  const description = await vision.embedder.describe(aligned);
  return { ...description, image, box: main, aligned, otherPersons: others.length };
}

/** Averaged with its mirror image: a portrait has one frame only, this stands in for a second (`docs/accuracy.md`). */
async function embedWithMirror({ embedder, recogniser }: Vision, face: DescribedFace): Promise<Embedding> {
  const own = recogniser === embedder ? face.embedding : await recogniser.predict(face.aligned);
  return averageEmbeddings([own, await recogniser.predict(mirrorFace(face.aligned))]);
}

/** Roll is left out: the alignment takes it away. */
async function measureTurn({ poseEstimator }: Vision, { image, box }: DescribedFace): Promise<number> {
  const { yawDegrees, pitchDegrees } = await poseEstimator.predict(image, box);
  return Math.hypot(yawDegrees, pitchDegrees);
}
