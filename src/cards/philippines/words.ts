import { nearest } from '../nearest.ts';

const civilStatuses = [
  'SINGLE',
  'MARRIED',
  'WIDOWED',
  'WIDOW',
  'WIDOWER',
  'SEPARATED',
  'LEGALLY SEPARATED',
  'ANNULLED',
  'DIVORCED',
  'SOLO PARENT',
  'WALANG ASAWA',
  'MAY ASAWA',
  'KASAL',
  'BIYUDO',
  'BIYUDA',
  'HIWALAY',
] as const;

const citizenships = [
  'FILIPINO',
  'FILIPINA',
  'PILIPINO',
  'PHILIPPINE',
  'NATURALIZED FILIPINO',
  'DUAL CITIZEN',
  'FILIPINO - DUAL',
] as const;

/** Countries whose people are likeliest to drive here, ICAO 9303 part 3 codes; others count if they are three letters. */
const countries = 'PHL CHN USA KOR JPN IND TWN HKG SGP MYS IDN THA VNM GBR AUS CAN DEU FRA ESP NZL'.split(
  ' ',
);

const sexes = ['MALE', 'FEMALE', 'LALAKI', 'BABAE'] as const;

/** The entry of a vocabulary, in the case that was read: `Single`, `SINGLE`. */
function asRead(text: string, vocabulary: readonly string[], maxEditShare: number): string | null {
  const entry = nearest(text, vocabulary, maxEditShare)?.entry;
  if (entry === undefined) return null;
  if (!/\p{Ll}/u.test(text)) return entry;
  return entry.toLowerCase().replace(/(?<![a-z])[a-z]/g, (letter) => letter.toUpperCase());
}

export function civilStatusOf(text: string): string | null {
  return asRead(text, civilStatuses, 0.3);
}

export function citizenshipOf(text: string): string | null {
  if (/^PHIL\.?$/i.test(text.trim())) return text.trim();
  return asRead(text, citizenships, 0.3);
}

/**
 * `PHL`, another code of three letters, or a word such as `FILIPINO`; also at the head of a row of several columns that
 * was read as one line.
 */
export function nationalityOf(text: string): string | null {
  const words = text.trim().split(/\s+/);
  const code = words.find((word) => countries.includes(word));
  if (code !== undefined) return code;
  const word = citizenshipOf(text) ?? citizenshipOf(words[0]!);
  if (word !== null) return word;
  return nearest(words[0]!, ['PHL'], 0.34)?.entry ?? (/^[A-Z]{3}$/.test(words[0]!) ? words[0]! : null);
}

/** `M` or `F` as a word of its own, or `MALE`, `FEMALE`, `LALAKI`, `BABAE`. */
export function sexOf(text: string): string | null {
  const letter = text.match(/(?<![\p{L}\p{N}])[MFmf](?![\p{L}\p{N}])/u)?.[0];
  return letter?.toUpperCase() ?? asRead(text, sexes, 0.2);
}

const addressWords = new Set(
  (
    'ST STREET AVE AVENUE RD ROAD BLVD BRGY BGY BARANGAY BLK BLOCK LOT PH PHASE PUROK SITIO ZONE CITY TOWN ' +
    'MUNICIPALITY VILLAGE VILL SUBD SUBDIVISION UNIT FLOOR FLR BLDG BUILDING HOUSE NO HIGHWAY HWY POBLACION ' +
    'EXT EXTENSION COMPOUND CMPD HOMES HEIGHTS KM DISTRICT PROVINCE PHL NCR METRO MANILA'
  ).split(' '),
);

/** Whether a line reads like part of an address: a number, a comma or a word of places in it, and letters. */
export function isAddressLike(text: string): boolean {
  if (!/\p{L}{2}/u.test(text)) return false;
  const words = text.toUpperCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.some((word) => addressWords.has(word) || /^\d/.test(word)) || text.includes(',');
}

/** Whether a line could be a name: letters and the signs of names alone, two words or more, no word of places. */
export function isNameLike(text: string): boolean {
  if (/[^\p{L}\s,.'’-]/u.test(text)) return false;
  const words = text.toUpperCase().match(/\p{L}+/gu) ?? [];
  if (words.join('').length < 4) return false;
  return (words.length > 1 || text.includes(',')) && !words.some((word) => placesOnly.has(word));
}

const placesOnly = new Set(
  'STREET AVENUE ROAD BRGY BARANGAY CITY VILLAGE SUBDIVISION PUROK SITIO PROVINCE POBLACION'.split(' '),
);
