import type { CardTypeName } from '../../src/cards/card-type.ts';
import type { CardRead } from './card-readings.ts';

/** Which member of NormalCardInfo is the number, which the name, which the address. */
export const roles: Readonly<
  Record<
    CardTypeName,
    { readonly number: string; readonly names: readonly string[]; readonly address?: string }
  >
> = {
  HKIDCard: { number: 'LicenseNumber', names: ['FullName'] },
  MLIDCard: { number: 'LicenseNumber', names: ['FullName'], address: 'FormattedAddress' },
  IndonesiaIDCard: { number: 'LicenseNumber', names: ['FullName'], address: 'FormattedAddress' },
  PhilippinesVoteID: { number: 'VIN', names: ['FirstName', 'LastName'], address: 'Address' },
  PhilippinesDrivingLicense: { number: 'LicenseNo', names: ['Name'], address: 'Address' },
  PhilippinesTinID: { number: 'LicenseNumber', names: ['FullName'], address: 'Address' },
  PhilippinesSSSID: { number: 'LicenseNumber', names: ['FullName'] },
  PhilippinesUMID: { number: 'CRN', names: ['Surname', 'GivenName', 'MiddleName'], address: 'Address' },
  InternationalIDPassport: { number: 'LicenseNumber', names: ['FullName'] },
  ThailandIDCard: { number: 'LicenseNumber', names: ['FirstName', 'LastName'] },
  SingaporeIDCard: { number: 'LicenseNumber', names: ['FullName'], address: 'Address' },
  MainlandIDCard: { number: 'LicenseNumber', names: ['FullName'], address: 'FormattedAddress' },
};

export type Likeness = 'exact' | 'alnum';

/** Case, spaces and punctuation folded, Ñ and all other letters kept. */
function fold(text: string): string {
  return text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^\p{L}\p{M}\p{N}]/gu, '');
}

export function isRight(truth: string | null, read: string | null | undefined, by: Likeness): boolean {
  if (truth === null) return read === null || read === undefined;
  if (read === null || read === undefined) return false;
  return by === 'alnum'
    ? fold(truth) === fold(read)
    : truth.normalize('NFKC').trim() === read.normalize('NFKC').trim();
}

/** Whether these members are right in a reading, those that the card does not carry left out; null where it has none. */
export function areRight(read: CardRead, members: readonly string[], by: Likeness): boolean | null {
  const printed = members.filter((member) => (read.truth[member] ?? null) !== null);
  if (printed.length === 0) return null;
  return printed.every((member) => isRight(read.truth[member] ?? null, read.read[member], by));
}

/** A field that the card does not carry must be null, too. */
export function isWhollyRight(read: CardRead, by: Likeness): boolean {
  return Object.entries(read.truth).every(([member, value]) => isRight(value, read.read[member], by));
}

/** How many of `count` were right, with Wilson's 95 % interval in per cent. */
export type Rate = { readonly right: number; readonly count: number };

export function rateOf(results: readonly (boolean | null)[]): Rate {
  const counted = results.filter((result) => result !== null);
  return { right: counted.filter(Boolean).length, count: counted.length };
}

/** `98.3 (59/60)`; a dash where there is nothing. */
export function percent({ right, count }: Rate): string {
  return count === 0 ? '–' : `${((100 * right) / count).toFixed(1)} (${right}/${count})`;
}

/** E. B. Wilson 1927: `[93, 100]`, in per cent. */
export function interval({ right, count }: Rate): string {
  if (count === 0) return '';
  const z = 1.96;
  const share = right / count;
  const middle = (share + z ** 2 / (2 * count)) / (1 + z ** 2 / count);
  const reach =
    (z * Math.sqrt((share * (1 - share)) / count + z ** 2 / (4 * count ** 2))) / (1 + z ** 2 / count);
  return `[${(100 * (middle - reach)).toFixed(0)}, ${(100 * (middle + reach)).toFixed(0)}]`;
}

/** Edits (Levenshtein) between two texts, character by character. */
export function editsBetween(first: string, second: string): number {
  const [from, to] = [[...first], [...second]];
  let row = to.map((_, at) => at + 1);
  row.unshift(0);
  for (const [at, character] of from.entries()) {
    const next = [at + 1];
    for (const [other, wanted] of to.entries()) {
      const swap = (row[other] as number) + (character === wanted ? 0 : 1);
      next.push(Math.min(swap, (row[other + 1] as number) + 1, (next[other] as number) + 1));
    }
    row = next;
  }
  return row.at(-1) as number;
}
