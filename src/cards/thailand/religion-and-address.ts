import type { CardPage } from '../card-page.ts';
import { alignmentsOf } from '../edit-distance.ts';
import { nearest } from '../nearest.ts';
import type { Piece } from '../piece.ts';
import { readThaiLine, type ThaiRow, wholeRow } from './read-thai.ts';

const religions = ['พุทธ', 'อิสลาม', 'คริสต์', 'ฮินดู', 'ซิกข์', 'พราหมณ์', 'ไม่มี'];
const religionLabel = 'ศาสนา';
const addressLabel = 'ที่อยู่';
/** Rows below the address: the day of issue in the Buddhist era, and its label. */
const belowAddress = /2[456]\d{2}|วันออก|หมดอายุ|เจ้าพนักงาน/u;
/** Edits by which a label of five to seven characters may be misread. */
const mostEdits = 2;

/** The religion of a card that prints it (editions until 2020s do); null elsewhere. */
export function religionIn(rows: readonly ThaiRow[]): Piece | null {
  for (const { text, box, score } of rows) {
    const value = afterLabel(text, religionLabel);
    const religion = value && nearest(value, religions);
    if (religion) return { text: religion.entry, boxes: [box], score };
  }
  return null;
}

/**
 * The address with its label and without spaces, the way that the API documentation's example gives it. Ends at the first
 * row that belongs to the day of issue. Null where its label was not found.
 */
export function addressIn(rows: readonly ThaiRow[]): Piece | null {
  const first = rows.findIndex(({ text }) => afterLabel(text, addressLabel) !== null);
  if (first < 0) return null;
  const end = rows.findIndex(({ text }, index) => index > first && belowAddress.test(text));
  const own = rows.slice(first, end < 0 ? first + 2 : end);
  const texts = own.map(({ text }, index) => (index === 0 ? afterLabel(text, addressLabel)! : text));
  return {
    text:
      addressLabel +
      texts
        .join('')
        .replace(/\s/gu, '')
        .replace(/๓(?=\.)/gu, 'ต'),
    boxes: own.map(({ box }) => box),
    score: Math.min(...own.map(({ score }) => score)),
  };
}

/** Rows of an address follow each other within this many of their heights. */
const mostPitch = 1.8;
/** District, province, or the capital: what a second row of an address is about. */
const place = /[ตอจ]\.|แขวง|เขต|อำเภอ|จังหวัด|กรุงเทพ/u;

/** The rows with the address's second one, looked for under the first where a reader without Thai had lost it. */
export async function withLostRow(
  page: CardPage,
  rows: readonly ThaiRow[],
  right: number,
): Promise<readonly ThaiRow[]> {
  const at = rows.findIndex(({ text }) => afterLabel(text, addressLabel) !== null);
  const first = rows[at];
  if (!first) return rows;
  const { left, top, bottom } = first.box;
  const height = bottom - top;
  const next = rows[at + 1];
  if (next && next.box.top - top < mostPitch * height) return rows;
  const lost = await readThaiLine(page, { left, right, top: bottom, bottom: bottom + height });
  return lost && place.test(lost.text) ? [...rows.slice(0, at + 1), lost, ...rows.slice(at + 1)] : rows;
}

/** The row between `top` and the address, where there is room for one that a reader without Thai had lost. */
export async function rowOverAddress(
  page: CardPage,
  rows: readonly ThaiRow[],
  top: number,
  right: number,
): Promise<readonly ThaiRow[]> {
  const box = rows.find(({ text }) => afterLabel(text, addressLabel) !== null)?.box;
  if (!box || box.top - top < (box.bottom - box.top) / 2) return [];
  const row = await readThaiLine(page, { ...wholeRow(page, top, box.top), right });
  return row ? [row] : [];
}

/** What follows a label that stands at the beginning of a row; null where it does not. */
function afterLabel(text: string, label: string): string | null {
  const spaceless = text.replace(/^\s+/u, '');
  const found = alignmentsOf(label, spaceless.slice(0, label.length + 4), mostEdits);
  const best = found.toSorted((first, second) => first.edits - second.edits)[0];
  return best ? [...spaceless].slice(best.end).join('').trim() : null;
}
