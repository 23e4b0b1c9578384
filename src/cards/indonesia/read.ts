import type { CardPage } from '../card-page.ts';
import type { CardReading } from '../card-reading.ts';
import { collect } from '../collect.ts';
import { middleY } from '../rows.ts';
import { assignRows } from './assign-rows.ts';
import { findBlood } from './blood.ts';
import { bodyRows } from './body-rows.ts';
import { headerOf } from './header.ts';
import { findIssued } from './issued.ts';
import { rowFields } from './labels.ts';
import type { IndonesiaField } from './shape.ts';
import { boxOfNumber, takeNumber } from './take-number.ts';
import { takeRows } from './take-rows.ts';

const required: readonly IndonesiaField[] = ['number', 'name', 'birth', 'sex', 'address'];

/** Reads an Indonesian identity card: its head, the rows of its body, and the day of issue under the portrait. */
export async function readIndonesia(page: CardPage): Promise<CardReading<IndonesiaField>> {
  const card = collect<IndonesiaField>(['province', 'city', 'number', ...rowFields, 'bloodType', 'issued']);
  const { lines } = page;
  const numberBox = boxOfNumber(page);
  const { province, city } = headerOf(lines, middleY(numberBox));
  if (province) card.print('province', province.piece, province.value);
  if (city) card.print('city', city.piece, city.value);
  const body = bodyRows(lines, (middleY(numberBox) + numberBox.bottom) / 2);
  const pieces = body ? assignRows(body.rows) : {};
  if (body) {
    await takeRows(card, page, body, pieces);
    const blood = await findBlood(page, body);
    if (blood) card.print('bloodType', blood.piece, blood.value);
  }
  const issued = await findIssued(
    page,
    Object.values(pieces).flatMap(({ boxes }) => boxes),
  );
  if (issued) card.print('issued', issued.piece, issued.value);
  return card.finish(await takeNumber(card, page), required);
}
