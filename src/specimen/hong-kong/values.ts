import type { CardShape } from '../../cards/card-type.ts';
import { type Day, randomDay, writeDay } from '../dates.ts';
import { type HongKongName, hongKongName } from '../people/hong-kong.ts';
import type { Random } from '../random.ts';

export type HongKongValues = HongKongName & {
  readonly edition: 2003 | 2018;
  readonly isPermanent: boolean;
  readonly isFemale: boolean;
  readonly birth: Day;
  /** `Z683365(5)` */
  readonly number: string;
  /** `***AZ` */
  readonly symbols: string;
  readonly firstIssued: string;
  readonly issued: string;
};

export function inventHongKong(random: Random, layout: string): HongKongValues {
  const edition = layout.startsWith('2018') ? 2018 : 2003;
  const birth = randomDay(random, 1944, edition === 2018 ? 2006 : 1998);
  const isPermanent = random.chance(0.7);
  const [soonest, latest] = edition === 2018 ? [2019, 2025] : [2003, 2016];
  const issued = randomDay(random, soonest, latest);
  const first = randomDay(random, Math.max(1979, birth.year + 11), issued.year - 1);
  return {
    ...hongKongName(random),
    ...{ edition, isPermanent, birth },
    isFemale: random.chance(0.5),
    number: hongKongNumber(random),
    symbols: symbolsOf(random, isPermanent, yearsBetween(birth, issued)),
    firstIssued: writeDay(first, '(MM-YY)'),
    issued: writeDay(issued, 'DD-MM-YY'),
  };
}

/** Letter values A = 10 to Z = 35, a missing first letter 36; weights 9 to 2; check digit 11 less the rest, 10 as A. */
function hongKongNumber(random: Random): string {
  const letters = random.chance(0.12) ? random.pick(['WX', 'XA', 'EC']) : random.pick([...'ABCDEGHKMPRSVYZ']);
  const digits = random.digits(6);
  const values = [...letters.padStart(2), ...digits].map((character) =>
    character === ' ' ? 36 : Number.parseInt(character, 36),
  );
  const sum = values.reduce((total, value, at) => total + value * (9 - at), 0);
  const check = (11 - (sum % 11)) % 11;
  return `${letters}${digits}(${check === 10 ? 'A' : check})`;
}

function yearsBetween(birth: Day, later: Day): number {
  const isBefore = later.month < birth.month || (later.month === birth.month && later.day < birth.day);
  return later.year - birth.year - (isBefore ? 1 : 0);
}

/** Stars by the age at issue, then the right to stay and where the holder was born. */
function symbolsOf(random: Random, isPermanent: boolean, ageAtIssue: number): string {
  const stars = !isPermanent ? '' : ageAtIssue >= 18 ? '***' : ageAtIssue >= 11 ? '*' : '';
  const status = isPermanent ? 'A' : random.pick(['C', 'U', 'R']);
  return `${stars}${status}${random.pick(['Z', 'Z', 'X', 'W', 'O'])}${random.chance(0.12) ? 'B' : ''}`;
}

export function hongKongCardInfo(values: HongKongValues): CardShape {
  return {
    CnName: values.chinese,
    EnName: values.english,
    TelexCode: values.codes,
    Sex: values.isFemale ? '女F' : '男M',
    Birthday: writeDay(values.birth, 'DD-MM-YYYY'),
    Permanent: values.isPermanent ? '1' : '0',
    IdNum: values.number,
    Symbol: values.symbols,
    FirstIssueDate: values.firstIssued,
    CurrentIssueDate: values.issued,
  };
}

export function hongKongNormalCardInfo(values: HongKongValues): CardShape {
  const card = hongKongCardInfo(values);
  const { Sex, Birthday, Permanent, CurrentIssueDate } = card;
  return {
    ChineseName: values.chinese,
    FullName: values.english,
    RegistrationNumber: values.codes,
    ...{ Sex, Birthday, Permanent, CurrentIssueDate },
    Symbol: card.Symbol ?? null,
    LicenseNumber: values.number,
    IssuedDate: values.firstIssued,
    HKIDVersion: `HKID-${values.edition}`,
  } as CardShape;
}
