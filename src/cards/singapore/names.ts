import type { TextLine } from '../../vision/ocr/text-line.ts';
import type { FoundLabel } from '../find-label.ts';
import { joinPieces, type Piece } from '../piece.ts';
import { type Labels, valueInLine, valuesBelow } from '../value-near.ts';

/** A long name takes two rows, the Chinese one a third. */
const mostRows = 3;

export type SingaporeNames = { readonly name: Piece | null; readonly chineseName: Piece | null };

/** The name in Latin letters under its label, in one row or two, and the Chinese name under it where there is one. */
export function namesUnder(
  lines: readonly TextLine[],
  label: FoundLabel | undefined,
  labels: Labels,
): SingaporeNames {
  const chinese = lines.find(({ text }) => isChineseName(text));
  const chineseName = chinese ? pieceOfWhole(chinese) : null;
  if (!label) return { name: null, chineseName };
  const rows = valuesBelow(lines, label, labels, { rows: mostRows });
  const latin = [];
  for (const row of rows) {
    if (!/\p{Script=Latin}{2}/u.test(row.text)) break;
    latin.push(row);
  }
  return { name: joinPieces(latin) ?? valueInLine(label, labels), chineseName };
}

/** Two to six ideographs and nothing else, unless brackets. */
function isChineseName(text: string): boolean {
  return /^[(（]?\p{Script=Han}(?:\s?\p{Script=Han}){1,5}[)）]?$/u.test(text.trim());
}

function pieceOfWhole(line: TextLine): Piece {
  return { text: line.text.replace(/[\s()（）]/gu, ''), boxes: [line.box], score: line.score };
}
