import { toDigits } from '../look-alikes.ts';
import { nearest } from '../nearest.ts';
import { states, towns } from './places.ts';

/** Words that streets, quarters and houses are called by: known where their letters were pulled apart or ran together. */
const commonWords = [
  ...['JALAN', 'LORONG', 'PERSIARAN', 'LEBUH', 'LEBUHRAYA', 'LENGKOK', 'LINTANG', 'SOLOK', 'LALUAN', 'TAMAN'],
  ...['KAMPUNG', 'KAMPONG', 'BANDAR', 'BANDARAYA', 'DESA', 'SEKSYEN', 'BLOK', 'BLOCK', 'PANGSAPURI', 'RUMAH'],
  ...[
    'APARTMENT',
    'KONDOMINIUM',
    'TINGKAT',
    'FLAT',
    'FELDA',
    'LADANG',
    'KUARTERS',
    'SIMPANG',
    'JAYA',
    'INDAH',
  ],
  ...[
    'BARU',
    'SERI',
    'PERDANA',
    'UTAMA',
    'PERMAI',
    'MUHIBBAH',
    'BUKIT',
    'SUNGAI',
    'TANJUNG',
    'SETIA',
    'DAMAI',
  ],
] as const;
const isCommon: ReadonlySet<string> = new Set(commonWords);

/** Of these a name always follows as a word of its own. */
const kindsOfStreet = /(?<!\p{L})(JALAN|LORONG|PERSIARAN|TAMAN|KAMPUNG|PANGSAPURI|SEKSYEN)(?=\p{L}{4}|\d)/gu;

/** Share of a state's letters that may be misread, and of a town's: there are more of these, some much alike. */
const stateEdits = 0.2;
const townEdits = 0.1;

/**
 * One line of an address as it is printed: words of letters, numbers of digits, the spaces between them put right.
 * `isLast`: where the state stands, which alone may then be misread by a letter.
 */
export function spellAddressLine(read: string, isLast: boolean): string {
  return spellState(read, isLast) ?? spellTown(read) ?? spellStreet(read);
}

function spellState(read: string, isLast: boolean): string | null {
  const state = nearest(read, states, isLast ? stateEdits : 0)?.entry ?? null;
  // The stop of `W.` is printed on some cards only.
  return state && !read.includes('.') ? state.replace('.', '') : state;
}

const digitLike = '[0-9OQDIl|SBZG]';
/** A postcode and its town: five digits, letters among them misread, in front of letters. */
const codeAndTown = new RegExp(`^((?:${digitLike} ?){4}${digitLike}) ?(\\p{L}.*)$`, 'u');

function spellTown(read: string): string | null {
  const [, code = '', town = ''] = read.match(codeAndTown) ?? [];
  if (code === '' || !code.split(' ').every((part) => /\d/.test(part))) return null;
  const known = nearest(town, towns, townEdits)?.entry;
  return `${toDigits(code.replaceAll(' ', ''))} ${known ?? spellStreet(town)}`;
}

function spellStreet(read: string): string {
  const spelled = read
    .replace(/(?<=\p{L}{3})[01](?!\d)|(?<![\d\p{L}])[01](?=\p{L}{3})/gu, toLetter)
    .replace(/(?<=\p{L}{2})[01](?=\p{L})|(?<=\p{L})[01](?=\p{L}{2})/gu, toLetter)
    .replace(/(?<=[\p{L}\d]) ?- ?(?=\d)/gu, '-')
    .replace(/(?<=^(?:NO\.?|LOT) ?\d+)[OS](?=\d|\W|$)/u, toDigits)
    .replace(/(?<=\d)(?=\p{L}{4})/gu, ' ')
    .replace(kindsOfStreet, '$1 ')
    .replace(/(?<=\p{L}{4})(?=\d+$)/u, ' ')
    .replace(/(?<!\d ?)(1 \d|\d 1)(?! ?\d)/g, (pair) => pair.replace(' ', ''));
  return joinPulledApart(spelled.split(' ')).map(splitRunTogether).join(' ');
}

const toLetter = (digit: string) => (digit === '1' ? 'I' : 'O');

/** A blurred word comes letter by letter at worst; the longest of the list first. */
const pieceCounts = [11, 10, 9, 8, 7, 6, 5, 4, 3, 2];

/** Neighbouring pieces that make up a common word, `DE SA`, become it. */
function joinPulledApart(words: readonly string[]): readonly string[] {
  const joined: string[] = [];
  for (let at = 0; at < words.length; at++) {
    const pieces = pieceCounts.find((many) => isCommon.has(words.slice(at, at + many).join('')));
    joined.push(words.slice(at, at + (pieces ?? 1)).join(''));
    at += (pieces ?? 1) - 1;
  }
  return joined;
}

/** Two common words that ran together, `DESAJAYA`, with their space. */
function splitRunTogether(word: string): string {
  if (isCommon.has(word)) return word;
  const first = commonWords.find((start) => word.startsWith(start) && isCommon.has(word.slice(start.length)));
  return first ? `${first} ${word.slice(first.length)}` : word;
}
