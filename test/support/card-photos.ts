import type { CardTypeName } from '../../src/cards/card-type.ts';
import { photograph } from '../../src/specimen/camera/photograph.ts';
import type { Attack, Severity } from '../../src/specimen/camera/shot.ts';
import { makeSpecimen } from '../../src/specimen/make-specimen.ts';
import type { SpecimenTruth } from '../../src/specimen/specimen.ts';

export type CardPhotoOrder = {
  readonly type: CardTypeName;
  readonly seed?: number;
  /** One of the type's layouts; absent: one by the seed. */
  readonly layout?: string;
  /** The face that is printed on it; absent: a drawn head, which on some types is taken for a face. */
  readonly portrait?: Uint8Array;
  readonly severity?: Severity;
  /** What is wrong with the card or its photo. */
  readonly attack?: Attack;
};

/** Simulated photos of a specimen's sides, and what is printed on it. Same order, same bytes. */
export type CardPhotos = {
  readonly front: Buffer;
  readonly back: Buffer | null;
  readonly truth: SpecimenTruth;
};

/** Photographs a specimen with care, unless ordered otherwise. */
export async function photographCard(order: CardPhotoOrder): Promise<CardPhotos> {
  const { type, seed = 1, layout, portrait, severity = 'clear', attack = null } = order;
  const { front, back, truth } = await makeSpecimen({ type, seed, layout, portrait });
  const photo = { seed, severity, attack };
  const taken = await photograph(front, truth.front, photo);
  const other =
    back && truth.back && (await photograph(back, truth.back, { ...photo, seed: `${seed} back` }));
  return { front: Buffer.from(taken.jpeg), back: other && Buffer.from(other.jpeg), truth };
}
