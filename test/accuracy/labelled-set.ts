import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { readPairsFile } from '../../src/cli/pairs-file.ts';
import { lfwPhotos } from '../support/shared-data.ts';

/** A pair of the benchmark's own list; its folds hold no person in common. */
export type FoldPair = {
  readonly fold: number;
  readonly first: string;
  readonly second: string;
  readonly same: boolean;
};

/** Photos whose people are known, and the benchmark's labelled pairs of them. */
export type LabelledSet = {
  readonly photos: readonly { readonly file: string; readonly person: string; readonly path: string }[];
  readonly pairs: readonly FoldPair[];
};

const pairsFile = fileURLToPath(new URL('../../../shared/data/faces/lfw-pairs.csv', import.meta.url));

/** Folds 1 to 5 of Labeled Faces in the Wild (Huang 2007); null where they are not here. */
export function labelledFaces(): LabelledSet | null {
  if (!existsSync(pairsFile)) return null;
  const file = readPairsFile(pairsFile, true);
  if (!file.ok) throw new Error(file.text);
  // 600 pairs each fold, in order: how the benchmark's own list is laid out.
  const pairs = file.rows.map(({ first, second, same }, at) => ({
    fold: 1 + Math.floor(at / 600),
    first,
    second,
    same: same === true,
  }));
  const photos = lfwPhotos().map(({ person, path }) => ({
    person,
    path,
    file: path.slice(path.lastIndexOf('/') + 1),
  }));
  return { photos, pairs };
}
