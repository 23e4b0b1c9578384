import type { Box } from '../../vision/geometry.ts';
import type { TextLine } from '../../vision/ocr/text-line.ts';
import { boundsOf, type Piece } from '../piece.ts';
import { middleY } from '../rows.ts';
import { matchInRow, type RowText, rowTextsOf } from './row-text.ts';

/** The printed rows of a front, each without its label; those that were not read are absent. */
export type Front = {
  readonly name: Piece | null;
  readonly sex: Piece | null;
  readonly ethnicGroup: Piece | null;
  /** Where the label of the ethnic group stands, to look beside it. */
  readonly ethnicLabel: Piece | null;
  readonly birth: Piece | null;
  /** One piece a row. */
  readonly address: readonly Piece[];
};

// Two characters are too few to be found by edits: one of them right, at the start of its row, is the label.
const nameRow = /^(?:姓.|.名)(?<value>.+)$/u;
const sexRow = /性别|民族|^.{0,3}[男女]/u;
const birthRow = /出生|\d{4}年|年\d{1,2}月/u;
const ethnicRow = /(?:民.|.族)(?<value>.+)$/u;
const addressRow = /^(?:住.|.址)(?<value>.+)$/u;
const bareRow = /^(?<value>.+)$/u;

const hasHan = (text: string) => /\p{Script=Han}/u.test(text);

/** `numberTop`: where the row of the number begins, which is the last. */
export function readFront(lines: readonly TextLine[], numberTop: number): Front {
  const rows = rowTextsOf(lines.filter(({ box }) => middleY(box) < numberTop));
  const birthAt = rows.findIndex(({ text }) => birthRow.test(text));
  const sexAt = rows.findIndex(({ text }, at) => sexRow.test(text) && (birthAt < 0 || at < birthAt));
  const birth = rows[birthAt];
  const sex = rows[sexAt];
  return {
    name: nameIn(rows, sexAt < 0 ? birthAt : sexAt),
    sex: sex ? matchInRow(sex, /(?<value>[男女])/u, 'value') : null,
    ethnicGroup: sex ? matchInRow(sex, ethnicRow, 'value') : null,
    ethnicLabel: sex ? matchInRow(sex, /(?<label>民.|.族)/u, 'label') : null,
    birth: birth ? matchInRow(birth, /^(?:出.|.生)?(?<value>.+)$/u, 'value') : null,
    address: addressIn(rows.slice(Math.max(birthAt, sexAt) + 1)),
  };
}

/** By its label; where that is lost, the row above the one of the sex. */
function nameIn(rows: readonly RowText[], nextAt: number): Piece | null {
  const before = nextAt < 0 ? rows : rows.slice(0, nextAt);
  const labelled = before.find(({ text }) => nameRow.test(text));
  if (labelled) return matchInRow(labelled, nameRow, 'value');
  const last = before.findLast(({ text }) => /^\p{Script=Han}{2,}$/u.test(text));
  return last && nextAt >= 0 ? matchInRow(last, bareRow, 'value') : null;
}

/** Rows of one address begin in one column and follow each other within this many heights. */
const columnSlack = 1.2;
const mostPitch = 2.2;

function addressIn(rows: readonly RowText[]): readonly Piece[] {
  const first = rows.findIndex(({ text }) => addressRow.test(text) || hasHan(text));
  const begun = first < 0 ? null : addressBegin(rows[first]!);
  if (!begun) return [];
  const pieces = [begun];
  for (const row of rows.slice(first + 1)) {
    const piece = matchInRow(row, bareRow, 'value');
    if (piece && isOfAddress(piece.text) && follows(boxOf(pieces.at(-1)!), boxOf(begun), boxOf(piece)))
      pieces.push(piece);
  }
  return pieces;
}

function addressBegin(row: RowText): Piece | null {
  return matchInRow(row, addressRow.test(row.text) ? addressRow : bareRow, 'value');
}

/** A short rest of digits may stand in a row of its own; words of Latin letters are marks over the card. */
function isOfAddress(text: string): boolean {
  return hasHan(text) || /^[\dA-Z-]{1,6}$/u.test(text);
}

const boxOf = (piece: Piece) => boundsOf(piece.boxes);

function follows(above: Box, first: Box, box: Box): boolean {
  const height = first.bottom - first.top;
  const isInColumn = Math.abs(box.left - first.left) < columnSlack * height;
  return isInColumn && middleY(box) - middleY(above) < mostPitch * height;
}
