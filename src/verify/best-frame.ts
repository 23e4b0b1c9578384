import { alignFace } from '../vision/face-align.ts';
import type { Embedding } from '../vision/face-embed.ts';
import type { Vision } from '../vision/faces.ts';
import { encodeJpeg } from '../vision/image.ts';
import { type CloserLook, faceHeightOf } from './closer-looks.ts';

/** What is kept of a recording for comparison and for the merchant. */
export type BestFrames = {
  /** The frame the merchant gets, whole, as JPEG. */
  readonly jpeg: Uint8Array;
  readonly timestampMs: number;
  /** 0 to 1; see `qualityOf`. */
  readonly quality: number;
  /** Embeddings of the best looks, best first; averaged for comparison. */
  readonly embeddings: readonly Embedding[];
};

type Recognising = Pick<Vision, 'embedder' | 'recogniser'>;

/** Beyond three, further frames of the same seconds bring nothing new (docs/accuracy.md: gain of averaging). */
const compared = 3;

/** Chooses the best of the looks. Null where there is none. */
export async function chooseBestFrames(
  vision: Recognising,
  looks: readonly CloserLook[],
): Promise<BestFrames | null> {
  const ranked = [...looks].sort((first, second) => qualityOf(second) - qualityOf(first));
  const [best] = ranked;
  if (!best) return null;
  return {
    jpeg: await encodeJpeg(best.frame),
    timestampMs: best.frame.timestampMs,
    quality: qualityOf(best),
    embeddings: await recognise(vision, ranked.slice(0, compared)),
  };
}

/** As the recogniser sees them; every look has been embedded already where that is the embedder. */
async function recognise(
  { embedder, recogniser }: Recognising,
  looks: readonly CloserLook[],
): Promise<readonly Embedding[]> {
  if (recogniser === embedder) return looks.map(({ embedding }) => embedding);
  const embeddings: Embedding[] = [];
  for (const { frame, sighting } of looks) {
    embeddings.push(await recogniser.predict(alignFace(frame, sighting.landmarks)));
  }
  return embeddings;
}

/**
 * How good a look is for comparison and for a human eye, 0 to 1: a product, so that one bad property is not outweighed
 * by the others. Each factor is 1 where its property no longer costs true matches, as measured on LFW (2026-11):
 * strength 3.2, sharpness 1.6, face of 100 pixels; a frontal pose; open eyes; a passive score of 1.
 */
export function qualityOf(look: CloserLook): number {
  const turned = Math.hypot(look.pose.yawDegrees, look.pose.pitchDegrees / 2);
  const eyesClosed = Math.max(look.sighting.eyesClosed.left, look.sighting.eyesClosed.right);
  return (
    Math.min(1, look.strength / 3.2) *
    Math.min(1, look.sharpness / 1.6) *
    Math.min(1, faceHeightOf(look) / 100) *
    Math.max(0.1, 1 - turned / 60) *
    (1 - 0.5 * eyesClosed) *
    (0.5 + 0.5 * Math.min(look.passive.near, look.passive.wide))
  );
}
