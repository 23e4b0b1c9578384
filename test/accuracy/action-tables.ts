import { type ActionName, actionNames } from '../../src/verify/challenge.ts';
import type { Actions } from '../../src/verify/liveness/actions/actions.ts';
import type { Threshold } from '../../src/verify/thresholds.ts';
import { actionThresholds, flatTurnMsMost } from '../../src/verify/thresholds-actions.ts';
import { type FalseHitFigures, type HitFigures, sizesOf } from './action-figures.ts';
import { quantileOf } from './liveness-rates.ts';
import { markdownTable } from './markdown-table.ts';

type Cell = string | number;

export function hitTable(figures: readonly HitFigures[]): string {
  return markdownTable(
    ['recording', 'action', 'labelled', 'people', 'found'],
    figures.map(({ version, action, labelled, people, found }) => [version, action, labelled, people, found]),
  );
}

export function falseHitTable(figures: readonly FalseHitFigures[]): string {
  return markdownTable(
    [
      'action',
      'windows of 2 s without it',
      'people',
      'in which it was found',
      'strongest, over its threshold',
    ],
    figures.map(({ action, withAlike, windows, people, falseHits, strongest }) => [
      withAlike ? `${action}, what is alike too` : action,
      ...[windows, people, falseHits, strongest.toFixed(2)],
    ]),
  );
}

export function stillTable(stills: readonly Actions[]): string {
  return markdownTable(
    ['action', 'stills', 'in which it was found', 'strongest, over its threshold'],
    actionNames.map((action) => {
      const strengths = strengthsOf(stills, action);
      return [action, stills.length, countOf(strengths), Math.max(...strengths).toFixed(2)];
    }),
  );
}

/** Heads that nod and shake, and sheets that are turned to fake it, by their angle in radians. */
export function turnTable(
  heads: readonly Actions[],
  sheets: ReadonlyMap<number, readonly Actions[]>,
): string {
  const rows = [
    turnRow('head, 17 degrees down, 20 aside', heads),
    ...[...sheets].map(([radians, own]) =>
      turnRow(`sheet, ${Math.round((radians * 180) / Math.PI)} degrees`, own),
    ),
  ];
  return markdownTable(
    ['what', 'n', 'nod found', 'degrees', 'shake found', 'degrees', 'known for a sheet'],
    rows,
  );
}

function turnRow(what: string, all: readonly Actions[]): readonly Cell[] {
  const found = (['nod', 'shake'] as const).flatMap((action) => [
    countOf(strengthsOf(all, action)),
    spreadOf(sizesOf(all, action)),
  ]);
  return [
    what,
    all.length,
    ...found,
    all.filter(({ flatTurnMs }) => flatTurnMs > flatTurnMsMost.value).length,
  ];
}

export function thresholdTable(): string {
  const named: readonly (readonly [string, Threshold])[] = [
    ...actionNames.map((action) => [action, actionThresholds[action]] as const),
    ['flatTurnMsMost', flatTurnMsMost],
  ];
  return markdownTable(
    ['threshold', 'value', 'set', 'on', 'error rate there'],
    named.map(([name, { value, date, setOn, errorRate }]) => [`\`${name}\``, value, date, setOn, errorRate]),
  );
}

function strengthsOf(all: readonly Actions[], action: ActionName): readonly number[] {
  return sizesOf(all, action).map((size) => size / actionThresholds[action].value);
}

const countOf = (strengths: readonly number[]) => strengths.filter((strength) => strength >= 1).length;

/** Least, median and most. */
function spreadOf(sizes: readonly number[]): string {
  return [0, 0.5, 1].map((share) => quantileOf(sizes, share).toFixed(1)).join(' · ');
}
