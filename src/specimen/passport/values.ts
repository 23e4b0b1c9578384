import type { CardShape } from '../../cards/card-type.ts';
import { type Day, randomDay, writeDay, yearsLater } from '../dates.ts';
import { birthTowns, travellers } from '../people/travellers.ts';
import type { Random } from '../random.ts';
import { type MrzWords, writeTd1, writeTd2, writeTd3 } from './mrz.ts';

export type PassportValues = MrzWords & {
  readonly country: string;
  readonly issued: Day;
  readonly birthPlace: string;
  readonly lines: readonly string[];
};

export function inventPassport(random: Random, layout: string): PassportValues {
  const { code, country, surnames, given } = random.pick(travellers);
  const issued = randomDay(random, 2018, 2025);
  const words: MrzWords = {
    code,
    surname: random.pick(surnames),
    given: random.pick(given),
    number:
      `${random.pick([...'AEKPXC'])}${random.chance(0.4) ? random.pick([...'ABN']) : ''}${random.digits(7)}${random.chance(0.3) ? random.pick([...'AEJ']) : ''}`.slice(
        0,
        9,
      ),
    birth: randomDay(random, 1950, 2006),
    expiry: yearsLater(issued, random.pick([5, 10])),
    sex: random.pick(['F', 'M'] as const),
  };
  const writeZone = layout.startsWith('card') ? writeTd1 : layout.startsWith('sheet') ? writeTd2 : writeTd3;
  return { ...words, country, issued, birthPlace: random.pick(birthTowns), lines: writeZone(words) };
}

/** InternationalIDPassport, in CardInfo and NormalCardInfo alike. */
export function passportTruth(values: PassportValues): CardShape {
  const { surname, given, lines } = values;
  return {
    LicenseNumber: values.number,
    FullName: `${surname} ${given}`,
    Surname: surname,
    GivenName: given,
    Birthday: writeDay(values.birth, 'YYYY-MM-DD'),
    Sex: values.sex,
    DateOfExpiration: writeDay(values.expiry, 'YYYY-MM-DD'),
    IssuingCountry: values.code,
    NationalityCode: values.code,
    PassportCodeFirst: lines[0] ?? null,
    PassportCodeSecond: lines.slice(1).join(''),
  };
}
