import { clipPath } from '../support/shared-data.ts';
import { type ChoiceFigures, measureChoices } from './clip-frames.ts';
import {
  type FoldAccuracy,
  measureFolds,
  measureSet,
  measureStep,
  type SetFigures,
  type StepFigures,
} from './comparison-figures.ts';
import { labelledFaces } from './labelled-set.ts';
import type { ShippedRecord } from './read-photo.ts';
import { readAllInSteps, readAllShipped, readAllSpoiled } from './read-photos.ts';
import { measureSpoiled, type SpoiledFigures } from './spoiled-figures.ts';
import { measureCosts, type StepCosts } from './step-costs.ts';
import { type StepId, stepIds } from './steps.ts';

/** What the tables and the test of the aims share. */
export type ComparisonFigures = {
  readonly set: SetFigures;
  readonly folds: readonly FoldAccuracy[];
  /** Photos in which no face was found. */
  readonly faceless: number;
};

const personOf = (path: string) => fileOf(path).replace(/_\d+\.jpg$/, '');
const fileOf = (path: string) => path.slice(path.lastIndexOf('/') + 1);

function facesOf(records: readonly ShippedRecord[]) {
  return records.flatMap(({ path, reading }) =>
    reading.ok ? [{ file: fileOf(path), person: personOf(path), embedding: reading.embedding }] : [],
  );
}

/** The labelled photos through the shipped pipeline. Null where they are not here. */
export async function measureComparison(): Promise<ComparisonFigures | null> {
  const labelled = labelledFaces();
  if (!labelled) return null;
  const faces = facesOf(await readAllShipped(labelled.photos.map(({ path }) => path)));
  const embeddings = new Map(faces.map(({ file, embedding }) => [file, embedding]));
  const pairs = labelled.pairs.filter(({ first, second }) => embeddings.has(first) && embeddings.has(second));
  const folds = measureFolds(pairs, (file) => embeddings.get(file) ?? new Float32Array());
  return { set: measureSet(faces), folds, faceless: labelled.photos.length - faces.length };
}

/** Every step on the way to the shipped pipeline, and what each costs. */
export async function measureSteps(): Promise<{
  readonly figures: Readonly<Record<StepId, StepFigures>>;
  readonly costs: StepCosts;
} | null> {
  const labelled = labelledFaces();
  if (!labelled) return null;
  const paths = labelled.photos.map(({ path }) => path);
  const records = await readAllInSteps(paths);
  const figures = stepIds.map((id) => {
    const faces = records.flatMap(({ path, steps }) =>
      steps ? [{ file: fileOf(path), person: personOf(path), embedding: steps[id] }] : [],
    );
    return [id, measureStep(faces)] as const;
  });
  const some = paths.filter((_, at) => at % 100 === 0);
  return {
    figures: Object.fromEntries(figures) as Record<StepId, StepFigures>,
    costs: await measureCosts(some),
  };
}

/** Genuine pairs of every fold, as many of each, whose first photo is spoiled. */
export async function measureSpoiling(pairsAFold: number): Promise<readonly SpoiledFigures[] | null> {
  const labelled = labelledFaces();
  if (!labelled) return null;
  const pathOf = new Map(labelled.photos.map(({ file, path }) => [file, path]));
  const shipped = new Map(
    (await readAllShipped([...pathOf.values()])).map(({ path, reading }) => [path, reading]),
  );
  const chosen = [...new Set(labelled.pairs.map(({ fold }) => fold))].flatMap((fold) =>
    labelled.pairs.filter((pair) => pair.same && pair.fold === fold).slice(0, pairsAFold),
  );
  const paths = [...new Set(chosen.map(({ first }) => pathOf.get(first) ?? ''))];
  const spoiled = new Map((await readAllSpoiled(paths)).map((record) => [record.path, record]));
  const pairs = chosen.flatMap(({ first, second }) => {
    const record = spoiled.get(pathOf.get(first) ?? '');
    const other = shipped.get(pathOf.get(second) ?? '');
    return record && other?.ok ? [{ spoiled: record, other: other.embedding }] : [];
  });
  return measureSpoiled(pairs);
}

/** Null where the clips are not here. */
export async function measureFrames(): Promise<readonly ChoiceFigures[] | null> {
  return clipPath('d3') ? measureChoices() : null;
}
