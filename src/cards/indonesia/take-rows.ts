import type { CardPage } from '../card-page.ts';
import type { Collector } from '../collect.ts';
import type { Piece } from '../piece.ts';
import type { CardBody } from './body-rows.ts';
import { type RowField, rowFields } from './labels.ts';
import { lookAt, settleValue } from './look-at-value.ts';
import type { IndonesiaField } from './shape.ts';
import { spacedLike } from './spaced-like.ts';
import { acceptFor } from './values.ts';

/** How far right of where values begin a lost value is looked for, in heights of a line. */
const lookedHeights = 9;

/** Takes each row's value; one that no closed list or pattern accepts is given as read, and unsure. */
export async function takeRows(
  card: Collector<IndonesiaField>,
  page: CardPage,
  body: CardBody,
  pieces: Partial<Record<RowField, Piece>>,
): Promise<void> {
  for (const field of rowFields) {
    const piece = pieces[field];
    const found = piece
      ? await settleValue(page, piece, acceptFor(field))
      : await lookBeside(page, body, field);
    if (found) card.print(field, found.piece, field === 'birth' ? withTown(page, found.value) : found.value);
    else if (piece) {
      card.print(field, piece);
      card.because('unsure', field, `What was read as the ${field} is none that is known.`);
    }
  }
}

/** The birth row with its town as the card writes it elsewhere. */
function withTown({ lines }: CardPage, birth: string): string {
  const comma = birth.lastIndexOf(',');
  return `${spacedLike(birth.slice(0, comma), lines)}${birth.slice(comma)}`;
}

/** The value of a label whose own print was not seen at all. */
async function lookBeside(page: CardPage, { labels, valueLeft, lineHeight }: CardBody, field: RowField) {
  const label = labels[field];
  if (!label || label.box.right > valueLeft) return null;
  const { top, bottom } = label.box;
  const right = valueLeft + lookedHeights * lineHeight;
  return lookAt(page, { left: valueLeft - lineHeight / 2, top, right, bottom }, acceptFor(field));
}
