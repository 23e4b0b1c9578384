import type { CardShape } from '../../cards/card-type.ts';
import { writeDay } from '../dates.ts';
import { dayInWords, type Holder, inventHolder, nameByComma, nameByInitial } from '../philippines/holder.ts';
import type { Random } from '../random.ts';

export type SssValues = Holder & {
  /** `33-1234567-8` */
  readonly number: string;
  readonly name: string;
  readonly born: string;
};

/** Number: the office in two digits, seven digits, one that checks the others by a rule that is not published. */
export function inventSss(random: Random, layout: string): SssValues {
  const holder = inventHolder(random, 1992);
  const isByComma = layout.startsWith('labelled');
  return {
    ...holder,
    number: `${String(random.whole(1, 35)).padStart(2, '0')}-${random.digits(7)}-${random.digits(1)}`,
    name: isByComma ? nameByComma(holder) : nameByInitial(holder),
    born: layout.startsWith('plain') ? dayInWords(holder.birth) : writeDay(holder.birth, 'MM/DD/YYYY'),
  };
}

export function sssCardInfo(values: SssValues): CardShape {
  return { LicenseNumber: values.number, FullName: values.name, Birthday: values.born };
}
