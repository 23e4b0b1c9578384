import type { CardShape } from '../../cards/card-type.ts';
import { type Day, randomDay, writeDay, yearsLater } from '../dates.ts';
import {
  ethnicGroup,
  type MainlandPlace,
  mainlandName,
  mainlandPlace,
  mainlandStreet,
} from '../people/mainland.ts';
import type { Random } from '../random.ts';

export type MainlandValues = {
  readonly name: string;
  readonly isFemale: boolean;
  readonly group: string;
  readonly birth: Day;
  readonly number: string;
  /** One string a printed row. */
  readonly address: readonly string[];
  readonly office: string;
  /** `2025.06.24-长期` */
  readonly validity: string;
};

/** Width of a row of the address in Chinese characters; a digit has a little more than half of one's. */
const rowWidth = 11;
const digitWidth = 0.58;

export function inventMainland(random: Random): MainlandValues {
  const isFemale = random.chance(0.5);
  const birth = randomDay(random, 1950, 2005);
  const place = mainlandPlace(random);
  const issued = randomDay(random, 2010, 2025);
  return {
    name: mainlandName(random, isFemale),
    group: ethnicGroup(random),
    ...{ isFemale, birth },
    number: citizenNumber(random, place, birth, isFemale),
    address: rowsOf(place.area + mainlandStreet(random)),
    office: place.office,
    validity: `${writeDay(issued, 'YYYY.MM.DD')}-${endOf(issued, issued.year - birth.year)}`,
  };
}

/** Ten years for those under 26, twenty under 46, then for good (identity card law of 2003, article 5). */
function endOf(issued: Day, age: number): string {
  if (age >= 46) return '长期';
  const years = age >= 26 ? 20 : age >= 16 ? 10 : 5;
  return writeDay(yearsLater(issued, years), 'YYYY.MM.DD');
}

/** Place, birth date, running number that is odd for men, check character of GB 11643 (ISO 7064 MOD 11-2). */
function citizenNumber(random: Random, { code }: MainlandPlace, birth: Day, isFemale: boolean): string {
  const running = random.digits(2) + (2 * random.whole(0, 4) + (isFemale ? 0 : 1));
  const body = `${code}${writeDay(birth, 'YYYYMMDD')}${running}`;
  const sum = [...body].reduce((total, digit, at) => total + Number(digit) * (2 ** (17 - at) % 11), 0);
  return body + '10X98765432'[sum % 11];
}

/** Broken where the row is full, inside a number too. */
function rowsOf(address: string): readonly string[] {
  const rows = [''];
  let width = 0;
  for (const character of address) {
    width += /\d/.test(character) ? digitWidth : 1;
    if (width > rowWidth) {
      rows.push('');
      width = /\d/.test(character) ? digitWidth : 1;
    }
    rows[rows.length - 1] += character;
  }
  return rows;
}

export function mainlandNormalCardInfo(values: MainlandValues): CardShape {
  const address = values.address.join(' ');
  return {
    FullName: values.name,
    Sex: values.isFemale ? '女' : '男',
    Nation: values.group,
    Birthday: writeDay(values.birth, 'YYYY/M/D'),
    Address: address,
    LicenseNumber: values.number,
    FormattedAddress: address,
    Authority: values.office,
    ValidDate: values.validity,
  };
}
