import type { CardShape } from '../../cards/card-type.ts';
import { writeDay } from '../dates.ts';
import { dayInWords, type Holder, inventHolder } from '../philippines/holder.ts';
import type { Random } from '../random.ts';

export type VoterValues = Holder & {
  /** `7502-0398B-G0987ANT10000` */
  readonly number: string;
  readonly precinct: string;
  readonly born: string;
  readonly civilStatus: string;
  readonly citizenship: string;
};

/**
 * Number: in the form of the vendor's public example. Place and precinct; the month of birth as a letter, day and year
 * of birth; initials; sex; four digits.
 */
export function inventVoter(random: Random, layout: string): VoterValues {
  const holder = inventHolder(random, 1997);
  const precinct = `${String(random.whole(1, 1980)).padStart(4, '0')}${random.pick([...'AAABBCDEP'])}`;
  const place = `${random.pick(['74', '75', '39', '21', '22', '72', '13', '55'])}${String(random.whole(1, 40)).padStart(2, '0')}`;
  const { birth, first, middle, last, isFemale } = holder;
  const month = String.fromCharCode(64 + birth.month);
  const initials = [first, middle ?? first, last].map((name) => plainInitial(name)).join('');
  const [sex, serial] = [isFemale ? '2' : '1', random.chance(0.7) ? '0000' : `000${random.whole(1, 9)}`];
  const number = `${place}-${precinct}-${month}${writeDay(birth, 'DDYY')}${initials}${sex}${serial}`;
  const status = random.pick(['SINGLE', 'SINGLE', 'MARRIED', 'MARRIED', 'WIDOWED', 'LEGALLY SEPARATED']);
  const isPlain = layout.startsWith('laminated');
  return {
    ...{ ...holder, number, precinct },
    born: isPlain ? writeDay(birth, 'MM/DD/YYYY') : dayInWords(birth, layout.startsWith('stacked')),
    civilStatus: isPlain
      ? status.toLowerCase().replace(/\b[a-z]/g, (letter) => letter.toUpperCase())
      : status,
    citizenship: random.chance(0.93) ? 'FILIPINO' : 'DUAL CITIZEN',
  };
}

function plainInitial(name: string): string {
  return String(name.normalize('NFD')[0]);
}

export function voterCardInfo(values: VoterValues): CardShape {
  return {
    VIN: values.number,
    FirstName: values.first,
    LastName: values.last,
    Birthday: values.born,
    CivilStatus: values.civilStatus,
    Citizenship: values.citizenship,
    Address: values.address,
    PrecinctNo: values.precinct,
  };
}
