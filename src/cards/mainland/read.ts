import type { CardPage } from '../card-page.ts';
import type { CardReading } from '../card-reading.ts';
import { type Collector, collect } from '../collect.ts';
import { readBack } from './back.ts';
import { readFront } from './front.ts';
import { settleRow } from './look-at-row.ts';
import type { MainlandField } from './shape.ts';
import {
  findNumber,
  takeAddress,
  takeBirthday,
  takeEthnicGroup,
  takeName,
  takeNumber,
  takeSex,
  topOfNumber,
} from './take-front.ts';

const ofFront: readonly MainlandField[] = ['number', 'name', 'sex', 'birthday', 'address'];
const ofBack: readonly MainlandField[] = ['authority', 'validity'];

/** Reads the front of a mainland identity card, and the back where it was photographed too. */
export async function readMainland(
  front: CardPage,
  back: CardPage | null,
): Promise<CardReading<MainlandField>> {
  const card = collect<MainlandField>([...ofFront, 'ethnicGroup', ...ofBack]);
  const number = await findNumber(front);
  const numberHolds = takeNumber(card, number);
  const vouched = numberHolds && number ? number.number : null;
  const rows = readFront(front.lines, topOfNumber(front, number));
  await takeName(card, front, rows.name);
  takeSex(card, rows.sex, vouched);
  await takeEthnicGroup(card, front, rows);
  await takeBirthday(card, front, rows.birth, vouched);
  await takeAddress(card, front, rows.address);
  if (back) await takeBack(card, back);
  return card.finish(numberHolds, back ? [...ofFront, ...ofBack] : ofFront);
}

async function takeBack(card: Collector<MainlandField>, page: CardPage): Promise<void> {
  const { authority, validity } = readBack(page.lines);
  if (authority?.boxes.length === 1) {
    card.print('authority', await settleRow(page, authority, (text) => /\p{Script=Han}{3}/u.test(text)));
  } else card.print('authority', authority);
  if (validity) card.print('validity', validity.piece, validity.value);
}
