import type { FoundFace } from './face-detect.ts';
import { centreOf, heightOf, shareWithin } from './geometry.ts';
import type { RgbImage } from './image.ts';

/** The faces of one picture, sorted by what they are for the judgement. */
export type SortedFaces = {
  /** The largest near the centre; null when there is no face. */
  readonly main: FoundFace | null;
  /** Faces that count as another person. */
  readonly others: readonly FoundFace[];
  /** Too small, too unsure, or inside the main face's box: noted, never refused. */
  readonly minor: readonly FoundFace[];
};

/**
 * From where on a second face counts as another person (contracts.md §3). One of which more than `mostWithin` lies in the main face's box is a
 * second find of the same face; its centre may lie there, as that of a head does that peeps in over a cheek: at most 0.74 of it is within (SIMULATED, ten
 * recordings of the attack lab). Second finds are rare: of 5,200 pictures of LFW's faces, made tight, blurred, dark, turned or half covered, one had a
 * face of this score within the main one's (0.93, and too low); of 2,663 pictures of the films of seven people none (2026-11-28).
 */
const otherPerson = { leastScore: 0.8, leastHeightRatio: 0.4, mostWithin: 0.8 };

/** Sorts the faces of one picture into the main one, other persons, and the rest. */
export function sortFaces(faces: readonly FoundFace[], image: RgbImage): SortedFaces {
  const [main, ...rest] = [...faces].sort(
    (first, second) => weightOf(second, image) - weightOf(first, image),
  );
  if (!main) return { main: null, others: [], minor: [] };
  const isOther = (face: FoundFace) =>
    face.score >= otherPerson.leastScore &&
    heightOf(face) >= otherPerson.leastHeightRatio * heightOf(main) &&
    shareWithin(face, main) <= otherPerson.mostWithin;
  return { main, others: rest.filter(isOther), minor: rest.filter((face) => !isOther(face)) };
}

/**
 * Height, less the further the face is from the centre (nothing in a corner), less where the detector is unsure: a cushion
 * with a score of .7 must not beat the face beside it. Photos of LFW, whose person stands in the
 * middle, lose that person less often by this weight than by height alone.
 */
function weightOf(face: FoundFace, image: RgbImage): number {
  const centre = centreOf(face);
  const away = Math.hypot(centre.x - image.width / 2, centre.y - image.height / 2);
  const halfDiagonal = Math.hypot(image.width, image.height) / 2;
  return heightOf(face) * face.score ** 2 * (1 - away / halfDiagonal);
}
