import type { Box } from '../../vision/geometry.ts';
import type { CardPage, Look } from '../card-page.ts';
import { boundsOf, joinPieces, type Piece, pieceOf } from '../piece.ts';
import { roomAround } from '../zone.ts';

/** A value read with less than this is looked at once more. */
const sureScore = 0.9;

/** What a text says for a field; null where it cannot be its value. */
export type Accept = (text: string) => string | null;

export type Accepted = { readonly piece: Piece; readonly value: string };

/**
 * A value, looked at again where it cannot be right, where it was read unsurely or letter by letter. The second reading
 * is taken where the first cannot be right, or where it is surer. A value of several rows is only read once.
 */
export async function settleValue(page: CardPage, piece: Piece, accept: Accept): Promise<Accepted | null> {
  const value = accept(piece.text);
  const first = value === null ? null : { piece, value };
  const isSure = piece.score >= sureScore && !isSpaced(piece.text);
  if ((first && isSure) || piece.boxes.length > 1) return first;
  const again = await lookAt(page, boundsOf(piece.boxes), accept);
  if (!again) return first;
  return !first || again.piece.score > piece.score || isSpaced(piece.text) ? again : first;
}

/** What a zone of one line says when it is looked at by itself. */
export async function lookAt(
  page: CardPage,
  zone: Box,
  accept: Accept,
  look: Omit<Look, 'script'> = {},
): Promise<Accepted | null> {
  const lines = await page.lookAgain(roomAround(zone), { script: 'latin', isOneLine: true, ...look });
  const piece = joinPieces(lines.flatMap((line) => pieceOf(line) ?? []));
  const value = piece && accept(piece.text.replace(/^[\s:;.]+/u, ''));
  return piece && value !== null ? { piece: { ...piece, boxes: [zone] }, value } : null;
}

/** Whether half of the words are single characters: what blurred print is read as. */
function isSpaced(text: string): boolean {
  const words = text.split(' ');
  return words.length > 3 && words.filter((word) => [...word].length === 1).length * 2 >= words.length;
}
