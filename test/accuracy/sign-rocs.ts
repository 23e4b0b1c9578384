import { markdownTable } from './markdown-table.ts';
import type { SignRow } from './sign-rows.ts';

type Sign = {
  readonly name: string;
  /** Which way an attack is expected to stand from honest people. */
  readonly expected: 'higher' | 'lower';
  reading(row: SignRow): number | null;
};

const signs: readonly Sign[] = [
  sign('lattice', 'higher', ({ texture }) => texture.pattern?.strength),
  sign('gamut', 'lower', ({ texture }) => texture.gamut?.spread),
  sign('black', 'higher', ({ texture }) => texture.gamut?.black),
  sign('outline', 'higher', ({ texture }) => texture.outline?.share),
  sign('uneven', 'higher', ({ injection }) => injection.timing?.unevenMs),
  sign('longest gap', 'higher', ({ injection }) => injection.timing?.longestGapMs),
  sign('exact repeats', 'higher', ({ injection }) => injection.repeated?.exactShare),
  sign('near repeats', 'higher', ({ injection }) => injection.repeated?.nearShare),
  sign('foreign grid', 'higher', ({ injection }) => injection.compression?.foreignGrid),
  sign('swing', 'lower', ({ injection }) => injection.exposure?.faceSwing),
  sign('noise', 'lower', ({ injection }) => injection.exposure?.noise),
];

/** Kinds of attack that a sign may tell; `file` is the only one here that no camera saw. */
const kinds: readonly (readonly [string, RegExp])[] = [
  ['screens', /screen|phone|tablet|monitor/],
  ['print, paper', /print|paper/],
  ['stills fed in', /still, file/],
];

/**
 * How each sign alone tells attacks from honest people: the area under its ROC (1 tells all, 0.5 none; below that attacks stand on the
 * other side), and the share of attacks beyond every honest recording.
 */
export function signRocTable(rows: readonly SignRow[]): string {
  const honest = rows.filter(({ kind }) => kind === 'bona fide');
  const lines = signs.map(({ name, expected, reading }) => {
    const turn = expected === 'higher' ? 1 : -1;
    const values = (own: readonly SignRow[]) =>
      own
        .map(reading)
        .filter((value) => value !== null)
        .map((value) => turn * value);
    const good = values(honest);
    const cells = kinds.map(([, pattern]) => {
      const bad = values(rows.filter(({ kind, group }) => kind === 'attack' && pattern.test(group)));
      const beyond = bad.filter((value) => value > Math.max(...good)).length;
      return `${areaUnder(bad, good).toFixed(2)}, ${beyond} of ${bad.length}`;
    });
    return [name, expected, ...cells];
  });
  const head = [
    'sign',
    'attacks are expected',
    ...kinds.map(([name]) => `${name}: area, beyond all ${honest.length} honest`),
  ];
  return markdownTable(head, lines);
}

/** How often an attack stands beyond an honest one; ties count half. */
function areaUnder(attacks: readonly number[], honest: readonly number[]): number {
  let wins = 0;
  for (const one of attacks) for (const other of honest) wins += one > other ? 1 : one === other ? 0.5 : 0;
  return wins / (attacks.length * honest.length);
}

function sign(name: string, expected: Sign['expected'], read: (row: SignRow) => number | undefined): Sign {
  return { name, expected, reading: (row) => read(row) ?? null };
}
