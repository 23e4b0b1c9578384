import { cardTypeNames } from '../../src/cards/card-type.ts';
import { type Attack, attackCodes } from '../../src/specimen/camera/shot.ts';
import { type WarningCode, warningCodes } from '../../src/verify/card/card-verdict.ts';
import { warningsFrom } from '../../src/verify/card/warnings/measure-warnings.ts';
import { type SignName, warningThresholds } from '../../src/verify/card/warnings/warning-thresholds.ts';
import type { CardRead } from './card-readings.ts';
import { percent, rateOf } from './card-scores.ts';
import { table } from './card-tables.ts';

type Reads = readonly CardRead[];

/** By the marks as they are now: what was measured before they were changed need not be read anew. */
export function rejudged(read: CardRead): CardRead {
  const signs = (Object.keys(warningThresholds) as SignName[]).flatMap((name) => {
    const value = read.signs[name];
    return value === undefined ? [] : [{ code: codeOf(name), name, value }];
  });
  const warnings = warningsFrom(signs);
  return {
    ...read,
    stops: warnings.filter(({ stops }) => stops).map(({ code }) => code),
    lists: warnings.map(({ code }) => code),
  };
}

const honestOf = (reads: Reads) => reads.filter(({ attack }) => attack === null);
const attacks = Object.keys(attackCodes) as Attack[];

/** Of honest cards: stopped by any warning at defaults, per type and severity, and what stopped them. */
export function honestTable(reads: Reads): string {
  const rows = cardTypeNames
    .filter((name) => reads.some(({ type }) => type === name))
    .map((type) => {
      const own = honestOf(reads).filter((read) => read.type === type);
      const of = (severity: string) =>
        percent(
          rateOf(own.filter((read) => read.severity === severity).map(({ stops }) => stops.length > 0)),
        );
      const codes = own.filter(({ severity }) => severity !== 'hard').flatMap(({ stops }) => stops);
      return [type, of('clear'), of('ordinary'), of('hard'), countsOf(codes)];
    });
  return table(['type', 'clear (aim 3)', 'ordinary (aim 8)', 'hard', 'by, clear and ordinary'], rows);
}

function countsOf(codes: readonly number[]): string {
  const counts = new Map<number, number>();
  for (const code of codes) counts.set(code, (counts.get(code) ?? 0) + 1);
  return [...counts].map(([code, count]) => `${code}: ${count}`).join(', ') || '–';
}

/** Of each attack: how often its warning is told, and how often it stops; and the same code on honest photos. */
export function attackTable(reads: Reads): string {
  const honest = honestOf(reads).filter(({ severity }) => severity !== 'hard');
  const rows = attacks.map((attack) => {
    const own = reads.filter((read) => read.attack === attack);
    const code = attackCodes[attack];
    // A card that was not found at all is stopped without any warning.
    const isGone = ({ problem }: CardRead) => problem === 'no-card' || problem === 'other-type';
    return [
      attack,
      String(code),
      percent(rateOf(own.map((read) => read.lists.includes(code) || isGone(read)))),
      percent(rateOf(own.map((read) => read.stops.includes(code) || isGone(read)))),
      percent(rateOf(honest.map(({ lists }) => lists.includes(code)))),
      percent(rateOf(honest.map(({ stops }) => stops.includes(code)))),
    ];
  });
  return table(['attack', 'code', 'told', 'stopped', 'honest, told', 'honest, stopped'], rows);
}

/** Of each sign: area under its ROC, honest clear and ordinary photos against the attacks of its code. */
export function rocTable(reads: Reads): string {
  const rows = (Object.keys(warningThresholds) as SignName[]).flatMap((name) => {
    const { list, stop } = warningThresholds[name];
    const isLow = stop < list;
    const honest = valuesOf(
      honestOf(reads).filter(({ severity }) => severity !== 'hard'),
      name,
    );
    return attacks
      .filter((attack) => codeOf(name) === attackCodes[attack])
      .map((attack) => {
        const values = valuesOf(
          reads.filter((read) => read.attack === attack),
          name,
        );
        const area = areaUnder(honest, values, isLow);
        const marks = falseRates.map((rate) => quantile(honest, isLow ? rate : 1 - rate));
        const caught = marks.map((mark) => {
          const right = values.filter((value) => (isLow ? value < mark : value > mark)).length;
          return percent({ right, count: values.length });
        });
        return [
          `\`${name}\``,
          attack,
          area === null ? '–' : area.toFixed(3),
          `${list} / ${stop}`,
          Number.isNaN(marks[0]) ? '–' : (marks[0] as number).toPrecision(3),
          ...caught,
        ];
      });
  });
  const heads = falseRates.map((rate) => `caught at ${100 * rate} % of honest`);
  return table(['sign', 'attack', 'AUC', 'told / stops from', 'mark at 0.5 % of honest', ...heads], rows);
}

/** Shares of honest cards at which the ROC is shown. */
const falseRates = [0.005, 0.02, 0.05] as const;

const prefixes: Readonly<Record<string, WarningCode>> = {
  border: warningCodes.incompleteBorder,
  photocopy: warningCodes.photocopy,
  rephotographed: warningCodes.rephotographed,
  edited: warningCodes.edited,
  glare: warningCodes.glare,
  blur: warningCodes.blur,
};

function codeOf(name: SignName): WarningCode {
  return prefixes[name.split('.')[0] as string] as WarningCode;
}

function valuesOf(reads: Reads, name: SignName): readonly number[] {
  return reads.flatMap(({ signs }) => (signs[name] === undefined ? [] : [signs[name]]));
}

function areaUnder(honest: readonly number[], attack: readonly number[], isLow: boolean): number | null {
  if (honest.length === 0 || attack.length === 0) return null;
  let wins = 0;
  for (const first of attack) {
    for (const second of honest) wins += first === second ? 0.5 : first > second !== isLow ? 1 : 0;
  }
  return wins / (honest.length * attack.length);
}

function quantile(values: readonly number[], share: number): number {
  return (
    values.toSorted((first, second) => first - second)[Math.round(share * (values.length - 1))] ?? Number.NaN
  );
}
