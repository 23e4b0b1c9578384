import { type Attack, attackCodes } from '../../src/specimen/camera/shot.ts';
import { scoresOf } from '../../src/verify/card/warnings/measure-warnings.ts';
import { type Sign, worthListing, worthStopping } from '../../src/verify/card/warnings/sign.ts';
import type { WarningTask } from './warning-photos.ts';

export type MeasuredPhoto = WarningTask & {
  readonly layout: string;
  readonly heldOut: boolean;
  /** Null where no card was found. */
  readonly signs: readonly Sign[] | null;
  readonly cpuMs: number;
};

const halves = [
  { name: 'tuned on', heldOut: false },
  { name: 'kept apart', heldOut: true },
];
const codes = [...new Set(Object.values(attackCodes))].toSorted((first, second) => second - first);

export function reportWarnings(photos: readonly MeasuredPhoto[]): string {
  const cpu = photos
    .filter(({ signs }) => signs)
    .map(({ cpuMs }) => cpuMs)
    .toSorted((a, b) => a - b);
  return [
    `${photos.length} photos; CPU ms per card: median ${cpu[cpu.length >> 1]?.toFixed(0)}, ` +
      `95 % ${cpu[Math.floor(0.95 * cpu.length)]?.toFixed(0)}`,
    ...halves.flatMap(({ name, heldOut }) => {
      const half = photos.filter((photo) => photo.heldOut === heldOut);
      return [`## Layouts ${name}`, honestTable(half), attackTable(half)];
    }),
    '',
  ].join('\n\n');
}

/** Honest photos stopped, in all and by each code. */
function honestTable(photos: readonly MeasuredPhoto[]): string {
  const types = [...new Set(photos.map(({ type }) => type))];
  const rows = types.flatMap((type) =>
    (['clear', 'ordinary', 'hard'] as const).map((severity) => {
      const honest = photos.filter(
        (photo) => photo.type === type && photo.severity === severity && !photo.attack && photo.signs,
      );
      return honestRow(`${type} | ${severity}`, honest);
    }),
  );
  const all = (['clear', 'ordinary', 'hard'] as const).map((severity) =>
    honestRow(
      `all | ${severity}`,
      photos.filter((photo) => photo.severity === severity && !photo.attack && photo.signs),
    ),
  );
  return table(
    ['type', 'photo', 'n', 'stopped', ...codes.map((code) => `${code}`), 'told of any'],
    [...rows, ...all],
  );
}

function honestRow(name: string, honest: readonly MeasuredPhoto[]): string {
  const stoppedBy = (code: number) => honest.filter((photo) => scoreOf(photo, code) >= worthStopping).length;
  const reaching = (mark: number) =>
    honest.filter((photo) => codes.some((code) => scoreOf(photo, code) >= mark)).length;
  const byCode = codes.map((code) => stoppedBy(code) || '').join(' | ');
  return `${name} | ${honest.length} | ${share(reaching(worthStopping), honest.length)} | ${byCode} | ${share(reaching(worthListing), honest.length)}`;
}

/** Each attack against the honest clear and ordinary photos. */
function attackTable(photos: readonly MeasuredPhoto[]): string {
  const honest = photos.filter(({ attack, severity, signs }) => !attack && severity !== 'hard' && signs);
  const rows = (Object.entries(attackCodes) as [Attack, number][]).map(([attack, code]) => {
    const attacked = photos.filter((photo) => photo.attack === attack);
    const judged = attacked.filter(({ signs }) => signs);
    const scores = judged.map((photo) => scoreOf(photo, code));
    const told = scores.filter((score) => score >= worthListing).length;
    const stopped = scores.filter((score) => score >= worthStopping).length;
    const byAny = judged.filter((photo) => codes.some((any) => scoreOf(photo, any) >= worthStopping)).length;
    const area = areaUnderRoc(
      scores,
      honest.map((photo) => scoreOf(photo, code)),
    );
    return `${attack} | ${code} | ${attacked.length} | ${attacked.length - judged.length} | ${area.toFixed(3)} | ${share(told, judged.length)} | ${share(stopped, judged.length)} | ${share(byAny, judged.length)}`;
  });
  return table(
    ['attack', 'code', 'n', 'no card found', 'AUC', 'told', 'stopped', 'stopped by any code'],
    rows,
  );
}

export function scoreOf({ signs }: MeasuredPhoto, code: number): number {
  return scoresOf(signs ?? []).get(code as Sign['code']) ?? 0;
}

/** Chance that an attack scores higher than an honest photo. */
function areaUnderRoc(attacked: readonly number[], honest: readonly number[]): number {
  let won = 0;
  for (const high of attacked) for (const low of honest) won += high > low ? 1 : high === low ? 0.5 : 0;
  return won / (attacked.length * honest.length);
}

/** Quantiles of every sign, of the layouts that thresholds may be set by. */
export function reportSigns(photos: readonly MeasuredPhoto[]): string {
  const tuned = photos.filter(({ heldOut, signs }) => !heldOut && signs);
  const names = [...new Set(tuned.flatMap(({ signs }) => signs!.map(({ name }) => name)))];
  const groups: readonly (readonly [string, (photo: MeasuredPhoto) => boolean])[] = [
    ...(['clear', 'ordinary', 'hard'] as const).map(
      (severity) =>
        [severity, (photo: MeasuredPhoto) => !photo.attack && photo.severity === severity] as const,
    ),
    ...Object.keys(attackCodes).map(
      (attack) => [attack, (photo: MeasuredPhoto) => photo.attack === attack] as const,
    ),
  ];
  const rows = names.flatMap((name) =>
    groups.map(([group, isIn]) => {
      const values = tuned
        .filter(isIn)
        .flatMap(({ signs }) => signs!.filter((sign) => sign.name === name).map(({ value }) => value))
        .toSorted((first, second) => first - second);
      const at = (part: number) => (values[Math.floor(part * (values.length - 1))] ?? Number.NaN).toFixed(2);
      return `${name} | ${group} | ${values.length} | ${[0, 0.05, 0.25, 0.5, 0.75, 0.95, 0.99, 1].map(at).join(' | ')}`;
    }),
  );
  return `${table(['sign', 'photos', 'n', 'least', '5 %', '25 %', '50 %', '75 %', '95 %', '99 %', 'most'], rows)}\n`;
}

function share(part: number, whole: number): string {
  return whole === 0 ? '-' : `${((100 * part) / whole).toFixed(1)} %`;
}

function table(head: readonly string[], rows: readonly string[]): string {
  return [
    `| ${head.join(' | ')} |`,
    `|${' --- |'.repeat(head.length)}`,
    ...rows.map((row) => `| ${row} |`),
  ].join('\n');
}
