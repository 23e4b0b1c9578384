import type { CardPage } from '../card-page.ts';
import { boundsOf, joinPieces, type Piece, pieceOf } from '../piece.ts';
import { roomAround } from '../zone.ts';

/** A row read with less than this is looked at once more. */
const sureScore = 0.93;
/** Room around the row, in its heights: more takes in the rows above and below. */
const room = 0.2;

/** The row as it was read, or as it is read by itself where that is surer and `isOfKind` takes it. */
export async function settleRow(
  page: CardPage,
  piece: Piece,
  isOfKind: (text: string) => boolean,
): Promise<Piece> {
  if (piece.score >= sureScore && isOfKind(piece.text)) return piece;
  const zone = boundsOf(piece.boxes);
  const lines = await page.lookAgain(roomAround(zone, room), { script: 'latin', isOneLine: true });
  const read = joinPieces(lines.flatMap((line) => pieceOf(line) ?? []));
  if (!read) return piece;
  const again = { text: read.text.replace(/\s/gu, ''), score: read.score, boxes: [zone] };
  const isBetter = isOfKind(again.text) && (again.score > piece.score || !isOfKind(piece.text));
  return isBetter ? again : piece;
}
