import { actionNames } from '../../src/verify/challenge.ts';
import type { ErrorRate } from '../accuracy/liveness-rates.ts';
import { percent } from '../accuracy/percent.ts';
import { allSpecies } from './all-species.ts';
import type { JudgedRow } from './judged-row.ts';
import { acceptanceOf, areaOf, rejectionOf } from './rates.ts';
import { bonaFide } from './species/bona-fide.ts';
import { type Level, levels } from './species.ts';

type Rows = readonly JudgedRow[];

const of = (rows: Rows, species: string, level: Level): Rows =>
  rows.filter((row) => row.species === species && row.level === level && row.code !== null);

/** APCER of every species at a level, as a table in Markdown; species without a recording are said to be unmeasured. */
export function acceptanceTable(rows: Rows, level: Level): string {
  const lines = allSpecies
    .filter(({ kind, levels: tried }) => kind !== 'bona fide' && tried.includes(level))
    .map(({ name, kind }) => {
      const own = of(rows, name, level);
      if (own.length === 0) return [name, kind, '0', '', 'not measured', '', '', '', ''];
      const rate = acceptanceOf(own);
      return [
        name,
        kind,
        ...counts(rate),
        rateText(rate),
        intervalText(rate),
        ...triesText(rate.ofTries),
        codesOf(own),
      ];
    });
  return table(
    ['species', 'kind', 'n', 'people', 'APCER', '95 %', 'in 2 tries', 'in 5 tries', 'codes'],
    lines,
  );
}

/** BPCER of a bona fide species level by level, and by what was asked for; what no clip shows is said to be unmeasured. */
export function rejectionTable(rows: Rows, species = bonaFide.name): string {
  const lines = levels.flatMap((level) => {
    const own = of(rows, species, level);
    const byAsked = [...Map.groupBy(own, ({ variant }) => variant)].sort(([a], [b]) => (a < b ? -1 : 1));
    const groups: readonly (readonly [string, Rows])[] = level === 1 || level === 3 ? [] : byAsked;
    return [
      ...[['all', own] as const, ...groups].map(([asked, members]) => {
        if (members.length === 0) return [String(level), asked, '0', '', 'not measured', '', '', ''];
        const rate = rejectionOf(members);
        return [
          String(level),
          asked,
          ...counts(rate),
          rateText(rate),
          intervalText(rate),
          percent(rate.ofTries(2)),
          codesOf(members),
        ];
      }),
      ...unseenActions(level, own).map((asked) => [
        String(level),
        asked,
        '0',
        '',
        'not measured',
        '',
        '',
        '',
      ]),
    ];
  });
  return table(
    ['level', 'asked', 'n', 'people', 'BPCER', '95 %', 'refused in both of 2 tries', 'codes'],
    lines,
  );
}

/** Actions that a level asks for and that nobody does in any recording. */
function unseenActions(level: Level, rows: Rows): readonly string[] {
  if (level === 1 || level === 3) return [];
  return actionNames.filter((action) => rows.every(({ variant }) => !variant.includes(action)));
}

type Aim = { readonly of: RegExp; readonly levels: readonly Level[]; readonly most: number };

/** What the lab is to show, on simulated data: never for these, rarely for the others. */
const never = /wrong|replayed|^loop|^splice|^freeze|flat over|, late$/;
const aims: readonly Aim[] = [
  { of: never, levels: [3, 4, 5], most: 0 },
  { of: /^(?!rendered|photo brought)/, levels: [3, 4, 5], most: 0.03 },
  { of: /^photo brought/, levels: [3, 4, 5], most: 0.03 },
  { of: /^(?!photo brought)/, levels: [2], most: 0.1 },
];

/** Species and levels that miss their aim, by how much, and the strongest reasons that refused the rest. */
export function missedAims(rows: Rows): string {
  const lines = allSpecies.flatMap(({ name, kind, levels: tried }) =>
    tried.flatMap((level) => {
      const own = of(rows, name, level);
      const aim = aims.find((candidate) => candidate.levels.includes(level) && candidate.of.test(name));
      if (kind === 'bona fide' || !aim || own.length === 0) return [];
      const { perPresentation } = acceptanceOf(own);
      if (perPresentation <= aim.most) return [];
      return [
        [
          name,
          String(level),
          percent(aim.most),
          percent(perPresentation),
          String(own.length),
          refusalsOf(own),
          passedOf(own),
        ],
      ];
    }),
  );
  if (lines.length === 0) return 'None of what was measured.';
  return table(
    ['species', 'level', 'aim', 'APCER', 'n', 'what refused the others', 'variants let through'],
    lines,
  );
}

/** Which signals separate bona fide recordings from a family of species. */
const families: Readonly<Record<string, RegExp>> = {
  rendered: /^rendered/,
  'brought to life': /^photo brought/,
  paper: /paper$|cut out$/,
  'photo on screen': /^photo on a /,
  'video on screen': /^video on/,
  'wrong answer': /replayed|wrong|late action|missing/,
  'flat or late colours': /^right colours/,
  'loop, freeze, splice': /^loop|^freeze|^splice/,
  'second face, cover': /^second|^covered/,
};

/** Areas under the ROC curves, signal by signal; a signal that is measured nowhere at this level is left out. */
export function areaTable(rows: Rows, level: Level): string {
  const own = rows.filter((row) => row.level === level && row.code !== null);
  const honest = own.filter(({ species }) => species === bonaFide.name);
  const names = [...new Set(own.flatMap(({ signals }) => Object.keys(signals)))].sort();
  const lines = names.flatMap((signal) => {
    const areas = Object.values(families).map((pattern) =>
      areaOf(
        signal,
        honest,
        own.filter(({ species }) => pattern.test(species)),
      ),
    );
    const isFlat = areas.every((area) => area === null || Math.abs(area.area - 0.5) < 0.05);
    return isFlat ? [] : [[`\`${signal}\``, ...areas.map((area) => (area ? area.area.toFixed(2) : ''))]];
  });
  return table(['signal', ...Object.keys(families)], lines);
}

/** What each species is made of. */
export function speciesTable(): string {
  return table(
    ['species', 'kind', 'levels', 'what it is'],
    allSpecies.map(({ name, kind, levels: tried, simulates }) => [name, kind, tried.join(', '), simulates]),
  );
}

function counts({ count, people }: ErrorRate): readonly string[] {
  return [String(count), String(people)];
}

function triesText(ofTries: (tries: number) => number): readonly string[] {
  return [2, 5].map((tries) => percent(ofTries(tries)));
}

function codesOf(rows: Rows): string {
  const groups = [...Map.groupBy(rows, ({ code }) => code)].sort(([a], [b]) => Number(a) - Number(b));
  return groups.map(([code, own]) => `${own.length} × ${code}`).join(', ');
}

/** The commonest reasons that refused. */
export function refusalsOf(rows: Rows): string {
  return mostOf(rows.flatMap(({ refusals }) => refusals.slice(0, 1)));
}

function passedOf(rows: Rows): string {
  return mostOf(rows.filter(({ code }) => code === 0).map(({ variant }) => variant));
}

function mostOf(names: readonly string[]): string {
  const groups = [...Map.groupBy(names, (name) => name)].sort(([, a], [, b]) => b.length - a.length);
  return groups
    .slice(0, 4)
    .map(([name, own]) => `${name} (${own.length})`)
    .join(', ');
}

function rateText({ perPresentation, perPerson }: ErrorRate): string {
  return `${percent(perPresentation)} / ${percent(perPerson)}`;
}

function intervalText({ low, high }: ErrorRate): string {
  return `${percent(low)} to ${percent(high)}`;
}

function table(titles: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(titles), line(titles.map(() => '---')), ...rows.map(line)].join('\n');
}
