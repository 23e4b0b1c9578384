import type { CardShape } from '../../cards/card-type.ts';
import { writeDay } from '../dates.ts';
import { type Holder, inventHolder } from '../philippines/holder.ts';
import type { Random } from '../random.ts';

export type UmidValues = Holder & {
  /** `CRN-0111-1234567-8` */
  readonly number: string;
  readonly sex: string;
  readonly born: string;
};

/** Number: twelve digits behind `CRN-`, as 4-7-1. */
export function inventUmid(random: Random, layout: string): UmidValues {
  const holder = inventHolder(random, 2003);
  const member = random.pick(['0111', '0033', '0028', '0006', '0002']);
  const isInWords = layout.startsWith('pay');
  return {
    ...holder,
    number: `CRN-${member}-${random.digits(7)}-${random.digits(1)}`,
    sex: isInWords ? (holder.isFemale ? 'FEMALE' : 'MALE') : holder.isFemale ? 'F' : 'M',
    born: writeDay(holder.birth, 'YYYY/MM/DD'),
  };
}

export function umidCardInfo(values: UmidValues): CardShape {
  return {
    Surname: values.last,
    MiddleName: values.middle,
    GivenName: values.first,
    Sex: values.sex,
    Birthday: values.born,
    Address: values.address,
    CRN: values.number,
  };
}
