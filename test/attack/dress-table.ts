import { markdownTable } from '../accuracy/markdown-table.ts';
import { dresses } from './dressed-face.ts';
import type { JudgedRow } from './judged-row.ts';
import { refusalsOf } from './report-tables.ts';
import { dressedPeople } from './species/bona-fide.ts';
import { levels } from './species.ts';

/** How many of the dressed people are refused, by what they wear and level by level, and with which codes. */
export function dressTable(rows: readonly JudgedRow[]): string {
  const own = rows.filter(({ species, code }) => species === dressedPeople.name && code !== null);
  const cells = (members: readonly JudgedRow[]) => [
    ...levels.map((level) => {
      const tried = members.filter((row) => row.level === level);
      return `${tried.filter(({ code }) => code !== 0).length} of ${tried.length}`;
    }),
    refusalsOf(members),
  ];
  const lines = Object.keys(dresses).map((worn) => [
    worn,
    ...cells(own.filter(({ variant }) => variant === worn)),
  ]);
  return markdownTable(
    ['worn', ...levels.map((level) => `level ${level}`), 'refused by'],
    [...lines, ['all', ...cells(own)]],
  );
}
