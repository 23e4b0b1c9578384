import type { CardShape } from '../../cards/card-type.ts';
import { type Day, randomDay, writeDay } from '../dates.ts';
import { dayInWords, type Holder, inventHolder, nameByComma, nameInFull } from '../philippines/holder.ts';
import type { Random } from '../random.ts';

export type TinValues = Holder & {
  /** `123-456-789-000` */
  readonly number: string;
  readonly name: string;
  readonly born: string;
  /** Null on cards that do not tell. */
  readonly issued: string | null;
};

/**
 * Number: nine digits, the first of them not 0, then the branch: 000 for people; some papers give five digits of it,
 * some leave it out. The ninth digit checks the others by a rule that is not published.
 */
export function inventTin(random: Random, layout: string): TinValues {
  const holder = inventHolder(random, 2002);
  const digits = `${random.whole(1, 9)}${random.digits(8)}`;
  const branch =
    layout.startsWith('green') && random.chance(0.2) ? '-00000' : random.chance(0.85) ? '-000' : '';
  const isGreen = layout.startsWith('green');
  const issued = randomDay(
    random,
    isGreen ? 2021 : Math.max(2004, holder.birth.year + 18),
    isGreen ? 2025 : 2021,
  );
  return {
    ...holder,
    number: `${digits.slice(0, 3)}-${digits.slice(3, 6)}-${digits.slice(6)}${branch}`,
    name: layout.startsWith('typed') ? nameInFull(holder) : nameByComma(holder),
    born: printedDay(holder.birth, layout),
    issued: layout.startsWith('typed') ? null : printedDay(issued, layout),
  };
}

function printedDay(day: Day, layout: string): string {
  return layout.startsWith('typed') ? dayInWords(day, false) : writeDay(day, 'MM/DD/YYYY');
}

export function tinCardInfo(values: TinValues): CardShape {
  return {
    LicenseNumber: values.number,
    FullName: values.name,
    Address: values.address,
    Birthday: values.born,
    IssueDate: values.issued,
  };
}
