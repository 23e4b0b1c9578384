import type { TextLine } from '../../vision/ocr/text-line.ts';
import type { CardPage } from '../card-page.ts';
import { boundsOf, joinPieces, type Piece, pieceOf } from '../piece.ts';
import { middleY } from '../rows.ts';
import { readChineseName } from './chinese-name.ts';
import { formatName, nameLikeness } from './english-name.ts';
import type { HongKongCard } from './fields.ts';
import type { Birth } from './take-dates.ts';
import { telegraphCodesIn } from './telegraph.ts';

/** The English name, of one line or two, above the date of birth. */
function englishNamePiece(page: CardPage, birth: Birth | null): Piece | null {
  const above = page.lines.filter((line) => !birth || middleY(line.box) < middleY(birth.line.box));
  const likeness = (line: TextLine) => nameLikeness(line.text);
  const first = above.filter((line) => likeness(line) > 0).toSorted((a, b) => likeness(b) - likeness(a))[0];
  if (!first) return null;
  const height = first.box.bottom - first.box.top;
  const second = above.find(
    (line) =>
      likeness(line) > 0 &&
      !/[,;]/.test(line.text) &&
      Math.abs(line.box.left - first.box.left) < height &&
      line.box.top > middleY(first.box) &&
      line.box.top - first.box.bottom < 0.6 * height,
  );
  const pieces = [first, second].map((line) => line && pieceOf(line)).filter((piece) => piece != null);
  return joinPieces(pieces);
}

/** The English name, the telegraph codes, and the Chinese name that they spell. */
export async function takeNames(card: HongKongCard, page: CardPage, birth: Birth | null): Promise<void> {
  const english = englishNamePiece(page, birth);
  if (english) card.print('englishName', english, formatName(english.text));
  const codeLine = page.lines.find((line) => telegraphCodesIn(line.text) !== null);
  const codes = codeLine ? telegraphCodesIn(codeLine.text) : null;
  if (codeLine && codes) card.print('telegraphCode', pieceOf(codeLine), codes.join(' '));
  const chinese = await readChineseName(page, english && boundsOf(english.boxes), codes);
  if (!chinese) return;
  card.print('chineseName', chinese.piece, chinese.name);
  if (!chinese.isVouchedFor) {
    const text =
      chinese.from === 'codes'
        ? 'The Chinese name is the one that the telegraph codes spell; its print was not read as the same.'
        : 'The Chinese name was read from print alone.';
    card.because('unsure', 'chineseName', text);
  }
}
