import type { Box } from '../../vision/geometry.ts';
import type { TextLine } from '../../vision/ocr/text-line.ts';
import { boundsOf } from '../piece.ts';
import { middleY, rowsOf } from '../rows.ts';

/** One character of a machine readable line and where its middle lies. */
export type Glyph = { readonly character: string; readonly x: number };

/** One row of print, as characters of the machine readable alphabet. */
export type MrzRow = {
  readonly glyphs: readonly Glyph[];
  readonly box: Box;
  /** Mean score of the lines it was read as. */
  readonly score: number;
};

/** Fewer characters than this are no machine readable line: the shortest has 30, and some may be lost. */
const leastGlyphs = 24;
/** Share of the characters that must be of the alphabet: A to Z, 0 to 9 and the filler. */
const leastFitting = 0.9;
/** Rows of one zone follow each other at no more than this many of their heights (print pitch 6 lines per inch). */
const mostRowPitch = 3.5;

/** What recognisers make of the filler, and of two fillers that touch. */
const fillers = /[<‹〈くㄑ≤({]/u;
const doubleFillers = /[«《≪]/u;

/** The characters of some lines of one row, left to right, what is not of the alphabet left out. */
export function mrzRow(lines: readonly TextLine[]): MrzRow {
  const glyphs: Glyph[] = [];
  for (const line of lines.toSorted((a, b) => a.box.left - b.box.left)) {
    const characters = [...line.text];
    const quarterStep = (line.box.right - line.box.left) / Math.max(1, characters.length) / 4;
    characters.forEach((character, index) => {
      const x = line.characterX[index] ?? line.box.right;
      if (doubleFillers.test(character)) {
        glyphs.push({ character: '<', x: x - quarterStep }, { character: '<', x: x + quarterStep });
      } else if (fillers.test(character)) glyphs.push({ character: '<', x });
      else if (/[A-Za-z0-9]/.test(character)) glyphs.push({ character: character.toUpperCase(), x });
    });
  }
  const score = lines.reduce((sum, line) => sum + line.score, 0) / Math.max(1, lines.length);
  return { glyphs, box: boundsOf(lines.map(({ box }) => box)), score };
}

/**
 * The rows that may be a machine readable zone: two or three that follow each other, long, of its alphabet, and with
 * fillers in one of them at least. The lowest such group; empty where there is none.
 */
export function findMrzRows(lines: readonly TextLine[]): readonly MrzRow[] {
  let group: MrzRow[] = [];
  let lowest: readonly MrzRow[] = [];
  for (const row of rowsOf(lines)) {
    if (!mayBeMrz(row)) continue;
    const next = mrzRow(row);
    const last = group.at(-1);
    if (last && !isNextRow(last.box, next.box)) group = [];
    group = [...group, next];
    if (group.some(hasFillers)) lowest = group;
  }
  return lowest.slice(-3);
}

function mayBeMrz(row: readonly TextLine[]): boolean {
  const text = row.map((line) => line.text.replace(/\s/gu, '')).join('');
  const fitting = [...text].filter(
    (character) => /[A-Z0-9]/.test(character) || fillers.test(character) || doubleFillers.test(character),
  ).length;
  return fitting >= leastGlyphs && fitting >= text.length * leastFitting;
}

function hasFillers(row: MrzRow): boolean {
  return row.glyphs.filter(({ character }) => character === '<').length >= 2;
}

function isNextRow(above: Box, below: Box): boolean {
  return middleY(below) - middleY(above) <= mostRowPitch * (above.bottom - above.top);
}
