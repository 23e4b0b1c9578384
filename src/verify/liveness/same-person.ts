import { cosineOf } from '../../vision/face-embed.ts';
import type { CloserLook } from '../closer-looks.ts';

/** Whether the looks are of one person. */
export type SamePerson = {
  /** Lowest cosine between any two looks. */
  readonly leastCosine: number;
};

/**
 * Every look against every other: a face that was swapped for a moment stands apart. Source: the embedding's own
 * measure. Cost: none beside the looks. Null with fewer than two looks.
 */
export function measureSamePerson(looks: readonly CloserLook[]): SamePerson | null {
  if (looks.length < 2) return null;
  let leastCosine = 1;
  for (let at = 1; at < looks.length; at++) {
    for (let before = 0; before < at; before++) {
      leastCosine = Math.min(leastCosine, cosineOf(looks[at]!.embedding, looks[before]!.embedding));
    }
  }
  return { leastCosine };
}
