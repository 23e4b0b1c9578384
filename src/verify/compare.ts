import { averageEmbeddings, cosineOf, type Embedding } from '../vision/face-embed.ts';
import { passMark, type SimilarityScale, similarityOf } from './similarity.ts';

/** How alike two faces are, and on which scale that was said. */
export type Comparison = {
  readonly cosine: number;
  /** 0.00 to 100.00. */
  readonly similarity: number;
  readonly isSamePerson: boolean;
  /** Id of the scale. */
  readonly scale: string;
};

/**
 * Compares a portrait with one person's frames. Several frames are averaged first: their noise cancels, what the person
 * looks like stays (`docs/accuracy.md` has the gain).
 */
export function compareFaces(
  portrait: Embedding,
  frames: readonly Embedding[],
  scale: SimilarityScale,
): Comparison {
  const cosine = cosineOf(portrait, averageEmbeddings(frames));
  const similarity = similarityOf(cosine, scale);
  return { cosine, similarity, isSamePerson: similarity >= passMark, scale: scale.id };
}
