import type { CardShape } from '../../cards/card-type.ts';
import { type Day, writeDay, yearsLater } from '../dates.ts';
import { type Holder, inventHolder, nameByComma } from '../philippines/holder.ts';
import type { Random } from '../random.ts';

export type DrivingLicenceValues = Holder & {
  readonly kind: string;
  readonly name: string;
  readonly nationality: string;
  /** `N03-12-123456` */
  readonly number: string;
  readonly expires: Day;
  readonly agency: string;
  readonly weightKg: number;
  readonly heightCm: number;
  readonly bloodType: string;
  readonly eyes: string;
  readonly codes: string;
  readonly conditions: string;
};

const kinds = ['NON-PROFESSIONAL', 'NON-PROFESSIONAL', 'PROFESSIONAL'] as const;

/** Number: the office (a letter, two digits), the year of the first licence, six digits. Many offices renew their own. */
export function inventDrivingLicence(random: Random, layout: string): DrivingLicenceValues {
  const isOld = layout.startsWith('2004') || layout.startsWith('2011');
  const holder = inventHolder(random, isOld ? 1986 : 1998);
  const office = () => `${random.pick([...'ABCDEFGHJKLMN'])}${String(random.whole(1, 27)).padStart(2, '0')}`;
  const first = office();
  const issued = isOld ? random.whole(2005, 2016) : random.whole(2017, 2024);
  const year = random.whole(Math.max(holder.birth.year + 17, 1985), issued);
  return {
    ...holder,
    kind: random.pick(kinds),
    name: nameByComma(holder),
    nationality: nationalityOn(random, layout),
    number: `${first}-${String(year % 100).padStart(2, '0')}-${random.digits(6)}`,
    expires: expiry(random, holder.birth, issued, isOld),
    agency: random.chance(0.6) ? first : office(),
    weightKg: random.whole(42, 98),
    heightCm: random.whole(148, 186),
    bloodType: random.pick(['O+', 'A+', 'B+', 'AB+', 'O-', 'A', 'B', 'O']),
    eyes: random.pick(['BLACK', 'BROWN', 'DARK BROWN']),
    codes: random.pick(isOld ? ['1,2', '1', '2', '1,2,4'] : ['A,A1', 'B,B1', 'A, B', 'A,A1,B,B1']),
    conditions: random.pick(['NONE', 'NONE', 'A', 'B', '1']),
  };
}

function nationalityOn(random: Random, layout: string): string {
  if (layout.startsWith('2004')) return 'FILIPINO';
  if (layout.startsWith('2011')) return random.chance(0.9) ? 'Filipino' : 'PHL';
  return random.chance(0.95) ? 'PHL' : random.pick(['CHN', 'USA', 'KOR', 'IND']);
}

/** On a birthday: of the third year on old cards, of the fifth or tenth on new ones. */
function expiry(random: Random, birth: Day, issued: number, isOld: boolean): Day {
  const years = isOld ? 3 : random.pick([5, 10]);
  return yearsLater(birth, issued + years - birth.year);
}

export function drivingLicenceCardInfo(values: DrivingLicenceValues): CardShape {
  return {
    Name: values.name,
    LastName: values.last,
    FirstName: values.first,
    MiddleName: values.middle,
    Nationality: values.nationality,
    Sex: values.isFemale ? 'F' : 'M',
    Address: values.address,
    LicenseNo: values.number,
    ExpiresDate: writeDay(values.expires, 'YYYY/MM/DD'),
    AgencyCode: values.agency,
    Birthday: writeDay(values.birth, 'YYYY/MM/DD'),
  };
}
