import type { Box } from '../../vision/geometry.ts';
import type { CardPage } from '../card-page.ts';
import { boundsOf, type Piece, pieceOf } from '../piece.ts';
import { roomAround } from '../zone.ts';
import { telegraphCode } from './telegraph.ts';

/** A Chinese name, and whether two witnesses agree on every character of it. */
export type ChineseName = {
  readonly piece: Piece;
  readonly name: string;
  /** `codes`: as the telegraph codes say. `print`: as it was read. */
  readonly from: 'codes' | 'print';
  readonly isVouchedFor: boolean;
};

const ownPrint = /[香港永久性居民身份證证]{3}|出生|簽發|签发|日期|樣本|样本/u;
const ideographs = /[\u3400-\u9fff\u{20000}-\u{3ffff}]/gu;

/** The ideographs of a text, if it is not one of the card's own lines. */
function ideographsIn(text: string): string {
  return ownPrint.test(text) ? '' : (text.match(ideographs)?.join('') ?? '');
}

/** Where the Chinese name was read: the last line of ideographs above the line of the English name. */
function linePieceAbove(page: CardPage, englishName: Box): Piece | null {
  const found = page.lines.filter(
    ({ box, text }) =>
      box.top < englishName.top && ideographsIn(text).length >= 1 && !/[A-Za-z]{3}/.test(text),
  );
  const nearest = found.toSorted((a, b) => b.box.bottom - a.box.bottom)[0];
  return nearest ? pieceOf(nearest) : null;
}

/** Where it stands if the first reading missed it: above the English name, two of its heights. */
function zoneAbove({ left, top, bottom }: Box): Box {
  const height = bottom - top;
  return { left: left - 0.3 * height, top: top - 2.1 * height, right: left + 8 * height, bottom: top };
}

async function readAgain(page: CardPage, zone: Box): Promise<Piece | null> {
  const lines = await page.lookAgain(zone, { script: 'traditional-chinese', isOneLine: true });
  const line = lines.find(({ text }) => ideographsIn(text.replaceAll(' ', '')).length >= 2);
  return line ? pieceOf(line) : null;
}

/**
 * The Chinese name. Where telegraph codes are printed they spell it exactly, and the characters read are the witness;
 * where none are, it is read with the data for traditional Chinese. Null where there is no sign of one.
 */
export async function readChineseName(
  page: CardPage,
  englishName: Box | null,
  codes: readonly string[] | null,
): Promise<ChineseName | null> {
  const read = englishName ? linePieceAbove(page, englishName) : null;
  const spelled = codes && telegraphCode().charactersOf(codes);
  if (codes && spelled) return asSpelled(page, codes, spelled, read, englishName);
  const zone = read ? roomAround(boundsOf(read.boxes), 0.25) : englishName && zoneAbove(englishName);
  if (!zone) return null;
  const again = await readAgain(page, zone);
  const first = read && [...ideographsIn(read.text)].map(telegraphCode().traditionalOf).join('');
  const second = again && ideographsIn(again.text.replaceAll(' ', ''));
  const piece = read ?? again;
  const name = second ?? (first && first.length >= 2 ? first : null);
  if (!piece || !name) return null;
  return { piece, name, from: 'print', isVouchedFor: first === second };
}

async function asSpelled(
  page: CardPage,
  codes: readonly string[],
  name: string,
  read: Piece | null,
  englishName: Box | null,
): Promise<ChineseName | null> {
  const { fits } = telegraphCode();
  const matches = (text: string) => {
    const characters = [...ideographsIn(text.replaceAll(' ', ''))];
    return codes.filter((code, place) => fits(characters[place] ?? '', code)).length;
  };
  if (read && matches(read.text) === codes.length)
    return { piece: read, name, from: 'codes', isVouchedFor: true };
  const zone = read ? roomAround(boundsOf(read.boxes), 0.25) : englishName && zoneAbove(englishName);
  const again = zone ? await readAgain(page, zone) : null;
  const piece = read ?? again;
  if (!piece) return null;
  const seen = codes.filter((code, place) =>
    [read, again].some((witness) => witness && fits([...ideographsIn(witness.text)][place] ?? '', code)),
  ).length;
  return { piece, name, from: 'codes', isVouchedFor: seen === codes.length };
}
