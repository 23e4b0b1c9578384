import type { CardPage } from '../card-page.ts';
import { boundsOf, joinPieces, type Piece } from '../piece.ts';
import { blockOf } from './block.ts';
import { spellAddressLine } from './spell-address.ts';

/** Words that an address begins with, where its first line has no digit. */
const addressWords = new RegExp(
  `^(?:${[
    ...[
      'NO',
      'LOT',
      'PT',
      'JALAN',
      'JLN',
      'LORONG',
      'LRG',
      'KG',
      'KAMPUNG',
      'KAMPONG',
      'BLOK',
      'BLK',
      'BLOCK',
    ],
    ...[
      'TAMAN',
      'TMN',
      'FLAT',
      'FLET',
      'PANGSAPURI',
      'APARTMENT',
      'APT',
      'KONDO\\w*',
      'RUMAH',
      'PPR',
      'FELDA',
    ],
    ...[
      'FELCRA',
      'LEBUH',
      'LEBUHRAYA',
      'PERSIARAN',
      'UNIT',
      'TINGKAT',
      'BATU',
      'PETI',
      'D/A',
      'C/O',
      'SIMPANG',
    ],
    ...[
      'LADANG',
      'KUARTERS',
      'DESA',
      'BANDAR',
      'SEKSYEN',
      'RESIDENSI',
      'VILLA',
      'MENARA',
      'WISMA',
      'PERUMAHAN',
    ],
    ...[
      'PEKAN',
      'TANJUNG',
      'TG',
      'SUNGAI',
      'SG',
      'BUKIT',
      'BKT',
      'PARIT',
      'PULAU',
      'KEM',
      'BERKAS',
      'SEKOLAH',
      'SK',
    ],
    ...[
      'MASJID',
      'BAGAN',
      'PADANG',
      'LUBOK',
      'HULU',
      'ULU',
      'KUALA',
      'TELUK',
      'TELOK',
      'BELAKANG',
      'TEPI',
      'SOLOK',
    ],
  ].join('|')})(?![\\w/])`,
);

const links = '(?:BIN|BINTI|BT|BTE|A[/I|]?[LP]|S/O|D/O|ANAK|@)';
/** A name that begins a line so goes on from the line above. */
const nameGoesOn = new RegExp(`^${links}(?= \\D|$)`);
/** A name that ends a line so goes on in the next. */
const nameIsCut = new RegExp(`(?:^|\\s)${links}$|-$`);

/** A name is apart from the address by this many times the step between the address's lines, where nothing else tells. */
const apart = 1.18;
/** By this many times it is apart even where only the line after the next looks like an address. */
const farApart = 1.4;
const mostNameRows = 3;

export type NameAndAddress = { readonly name: Piece | null; readonly address: Piece | null };

/** The name, then three to five lines of the address. Nothing on the card labels them. `from` as in `blockOf`. */
export function nameAndAddressOf(page: CardPage, from: number): NameAndAddress {
  const { block, above } = blockOf(page, from);
  const isAddressAlone = block.length > 1 && looksLikeAddress(block[0]);
  const pieces = isAddressAlone ? [...above, ...block] : block;
  const nameRows = isAddressAlone ? above.length : countNameRows(block);
  const address = pieces.slice(nameRows).map((piece, row, { length }) => ({
    ...piece,
    text: spellAddressLine(piece.text, row === length - 1),
  }));
  return { name: joinPieces(pieces.slice(0, nameRows)), address: joinPieces(address) };
}

function looksLikeAddress(piece: Piece | undefined): boolean {
  const text = piece?.text.toUpperCase() ?? '';
  return /\d/.test(text) || addressWords.test(text);
}

function countNameRows(pieces: readonly Piece[]): number {
  const most = Math.min(mostNameRows, pieces.length - 1);
  let least = 1;
  for (let row = 1; row <= most; row++) {
    const text = pieces[row]?.text.toUpperCase() ?? '';
    const before = pieces[row - 1]?.text.toUpperCase() ?? '';
    if (nameGoesOn.test(text) || nameIsCut.test(before)) least = row + 1;
    else if (looksLikeAddress(pieces[row])) {
      return Math.max(least, Math.min(row, rowsByGap(pieces, most, farApart) ?? row));
    }
  }
  return Math.max(least, rowsByGap(pieces, most, apart) ?? 1);
}

/** The name ends with the first row that is this many times as far from the next as the nearest two are; null if none is. */
function rowsByGap(pieces: readonly Piece[], most: number, times: number): number | null {
  const tops = pieces.map(({ boxes }) => boundsOf(boxes).top);
  const steps = tops.slice(1).map((top, at) => top - (tops[at] as number));
  const usual = Math.min(...steps);
  const last = steps.slice(0, most).findIndex((step) => step > times * usual);
  return last < 0 ? null : last + 1;
}
