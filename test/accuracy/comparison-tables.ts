import type { Measured } from '../../src/verify/error-rates.ts';
import type { ChoiceFigures } from './clip-frames.ts';
import type { FoldAccuracy, SetFigures, StepFigures } from './comparison-figures.ts';
import { percent } from './percent.ts';
import type { SpoiledFigures } from './spoiled-figures.ts';
import type { StepCosts } from './step-costs.ts';
import { type StepId, stepNames } from './steps.ts';

type Row = readonly (string | number)[];

function table(head: Row, rows: readonly Row[]): string {
  const line = (cells: Row) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

const count = (value: number) => value.toLocaleString('en');

/** A rate with its interval; small ones as powers of ten. */
function rate({ value, low, high }: Measured): string {
  const show = (part: number) => (value < 0.005 ? part.toExponential(1) : percent(part, 2));
  return `${show(value)} [${show(low)}, ${show(high)}]`;
}

function plain({ value, low, high }: Measured): string {
  return `${value.toFixed(3)} [${low.toFixed(3)}, ${high.toFixed(3)}]`;
}

function tar({ value, low, high }: Measured): string {
  return `${value.toFixed(4)} [${low.toFixed(4)}, ${high.toFixed(4)}]`;
}

export function setTable({ points }: SetFigures): string {
  const rows = points.map(({ fmr, cosine, tar: share }) => [fmr.toExponential(0), plain(cosine), tar(share)]);
  return table(['FMR', 'cosine', 'TAR'], rows);
}

export function foldTable(folds: readonly FoldAccuracy[]): string {
  const mean = folds.reduce((sum, { accuracy }) => sum + accuracy, 0) / folds.length;
  const rows: Row[] = folds.map(({ fold, pairs, cosine, accuracy }) => [
    ...[fold, pairs, cosine.toFixed(3)],
    percent(accuracy, 2),
  ]);
  const all = folds.reduce((sum, { pairs }) => sum + pairs, 0);
  return table(
    ['fold', 'pairs', 'cosine, from the other folds', 'accuracy'],
    [...rows, ['mean', all, '', percent(mean, 2)]],
  );
}

export function profileTable({ profiles }: SetFigures): string {
  const rows = profiles.map(({ profile, similarity, cosine, fmr, fnmr, fnmrPerPerson }) => [
    ...[`\`${profile}\``, similarity, cosine.toFixed(3)],
    ...[fmr, fnmr, fnmrPerPerson].map(rate),
  ]);
  return table(['profile', 'similarity', 'cosine', 'FMR', 'FNMR', 'FNMR, each person alike'], rows);
}

export function stepTable(steps: Readonly<Record<StepId, StepFigures>>, costs: StepCosts): string {
  const { landmarks, fiveReadings, embedding } = costs;
  const extra: Readonly<Record<StepId, number>> = {
    once: 0,
    again: landmarks,
    five: fiveReadings - landmarks,
    onceMirror: embedding,
    fiveMirror: fiveReadings - landmarks + embedding,
  };
  const rows = (Object.keys(stepNames) as StepId[]).map((id) => {
    const { tars, atPassMark } = steps[id];
    return [
      stepNames[id],
      ...tars.map((share) => share.toFixed(4)),
      percent(atPassMark.fnmr, 2),
      `+${extra[id].toFixed(1)}`,
    ];
  });
  return table(
    ['step', 'TAR at 1e-2', '1e-3', '1e-4', 'FNMR of `default` at 70', 'ms of CPU a portrait'],
    rows,
  );
}

export function choiceTable(choices: readonly ChoiceFigures[]): string {
  const rows = choices.map(({ name, meanOwn, lowestOwn, highestOther }) => [
    name,
    ...[meanOwn, lowestOwn, highestOther].map((cosine) => cosine.toFixed(3)),
  ]);
  return table(['looks', 'mean cosine to the own photo', 'lowest', "highest to another's"], rows);
}

export function spoiledTable(figures: readonly SpoiledFigures[]): string {
  const rows = figures.map(({ name, refused, warned, meanCosine, fnmr, silentlyLow }) => [
    ...[name, percent(refused), percent(warned)],
    ...(refused === 1 ? ['', ''] : [Number.isNaN(meanCosine) ? '' : meanCosine.toFixed(3), percent(fnmr)]),
    percent(silentlyLow),
  ]);
  return table(
    ['first photo', 'refused', 'warned of', 'mean cosine', 'FNMR of those taken', 'low in silence'],
    rows,
  );
}

/** What the tables stand on, in one sentence. */
export function setSentence(figures: SetFigures): string {
  const { people, photos, genuinePairs, genuinePeople, impostorPairs } = figures;
  return (
    `${count(photos)} photos of ${count(people)} people, all pairs: ${count(genuinePairs)} genuine ones of ` +
    `${count(genuinePeople)} people, ${count(impostorPairs)} impostor pairs.`
  );
}
