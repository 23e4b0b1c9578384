import type { CardShape } from '../../cards/card-type.ts';
import { Canvas } from '../canvas.ts';
import { type Day, dayBefore, randomDay, writeDayInWords, yearsLater } from '../dates.ts';
import { type Face, printFace } from '../face.ts';
import type { FamilyName } from '../fonts/families.ts';
import { drawBadge, drawChip, layHaze, printGround } from '../ornament.ts';
import { type ThaiPerson, thaiAddress, thaiPerson } from '../people/thailand.ts';
import type { Random } from '../random.ts';
import { defineDesign, type Layout } from '../specimen.ts';

type ThaiValues = ThaiPerson & {
  /** Thirteen digits. */
  readonly number: string;
  readonly birth: Day;
  readonly issued: Day;
  readonly expiry: Day;
  readonly religion: string;
  readonly address: readonly [string, string];
  readonly registration: string;
};

const thaiMonths = 'ม.ค. ก.พ. มี.ค. เม.ย. พ.ค. มิ.ย. ก.ค. ส.ค. ก.ย. ต.ค. พ.ย. ธ.ค.'.split(' ');
const spacedThaiDay = ({ year, month, day }: Day) => `${day} ${thaiMonths[month - 1]} ${year + 543}`;

/** The last digit by the rule of design/cards.md §1. */
function numberOf(random: Random): string {
  const start = `${random.whole(1, 8)}${random.digits(11)}`;
  const sum = [...start].reduce((total, digit, at) => total + Number(digit) * (13 - at), 0);
  return start + String((11 - (sum % 11)) % 10);
}

function invent(random: Random): ThaiValues {
  const isFemale = random.chance(0.5);
  const birth = randomDay(random, 1950, 2006);
  const issued = randomDay(random, 2016, 2025);
  // The card ends on the day before a birthday, eight years on.
  const expiry = dayBefore({ ...birth, year: yearsLater(issued, 9).year, day: Math.min(birth.day, 28) });
  return {
    ...thaiPerson(random, isFemale),
    number: numberOf(random),
    ...{ birth, issued, expiry },
    religion: random.pick(['พุทธ', 'อิสลาม', 'คริสต์']),
    address: thaiAddress(random),
    registration: `${random.digits(4)}-${random.digits(2)}-${random.digits(8)}`,
  };
}

/** `1 2345 67890 12 1` as the card parts it. */
const parted = (number: string) =>
  [number.slice(0, 1), number.slice(1, 5), number.slice(5, 10), number.slice(10, 12), number.slice(12)].join(
    ' ',
  );

type Plan = { readonly latin: FamilyName; readonly thai: FamilyName; readonly shift: number };

async function draw(values: ThaiValues, random: Random, face: Face, { latin, thai, shift }: Plan) {
  const canvas = new Canvas(1280, 807, latin);
  printGround(canvas, random, { from: '#dcebf7', to: '#c3dcf0', line: '#7fa3c8', strength: 0.3 });
  layHaze(canvas, random);
  drawBadge(canvas, 92, 84, 50, '#c8a24a');
  const inThai = (x: number, y: number, text: string, size: number, field?: string) =>
    canvas.text(x, y, text, { size, font: thai, weight: 500, within: 820, ...(field ? { field } : {}) });
  inThai(170, 74, 'บัตรประจำตัวประชาชน', 34);
  canvas.text(560, 74, 'Thai National ID Card', { size: 34, weight: 600, fill: '#1d3a73' });
  inThai(170, 122, 'เลขประจำตัวประชาชน', 26);
  canvas.text(170, 152, 'Identification Number', { size: 22, fill: '#1d3a73' });
  canvas.text(470, 138, parted(values.number), { size: 42, weight: 500, field: 'LicenseNumber' });
  const y = 214 + shift;
  inThai(60, y, 'ชื่อตัวและชื่อสกุล', 26);
  inThai(280, y, values.thai, 44, 'FullName');
  const english = (top: number, label: string, text: string, field: string) => {
    canvas.text(280, top, label, { size: 26, fill: '#1d3a73' });
    canvas.text(280 + (label.length > 8 ? 150 : 110), top, text, { size: 32, weight: 500, field });
  };
  english(y + 58, 'Name', values.first, 'FirstName');
  english(y + 106, 'Last name', values.last, 'LastName');
  inThai(280, y + 160, 'เกิดวันที่', 26);
  inThai(400, y + 160, spacedThaiDay(values.birth), 32, 'ThaiBirthday');
  canvas.text(280, y + 206, 'Date of Birth', { size: 26, fill: '#1d3a73' });
  canvas.text(460, y + 206, writeDayInWords(values.birth, '.'), { size: 32, weight: 500, field: 'Birthday' });
  inThai(280, y + 252, `ศาสนา ${values.religion}`, 28, 'Religion');
  inThai(60, y + 304, `ที่อยู่ ${values.address[0]}`, 28, 'FormattedAddress');
  inThai(60, y + 348, values.address[1], 28, 'FormattedAddress');
  await printFace(canvas, face, { left: 980, top: 330, right: 1220, bottom: 650 }, { backdrop: '#f4f7fb' });
  drawChip(canvas, 70, 250 + shift, 150);
  const dated = (x: number, day: Day, thaiLabel: string, label: string, field: string, thaiField: string) => {
    inThai(x, 640, spacedThaiDay(day), 24, thaiField);
    inThai(x, 668, thaiLabel, 18);
    canvas.text(x, 704, writeDayInWords(day, '.'), { size: 26, weight: 500, field });
    canvas.text(x, 730, label, { size: 19, fill: '#1d3a73' });
  };
  dated(60, values.issued, 'วันออกบัตร', 'Date of Issue', 'IssuedDate', 'ThaiIssueDate');
  dated(640, values.expiry, 'วันบัตรหมดอายุ', 'Date of Expiry', 'ExpirationDate', 'ThaiExpirationDate');
  canvas.text(1220, 720, values.registration, { size: 22, anchor: 'end', field: 'RegistrationNumber' });
  return [canvas];
}

const layout = (id: string, heldOut: boolean, plan: Plan): Layout<ThaiValues> => ({
  ...{ id, heldOut },
  draw: (values, random, face) => draw(values, random, face, plan),
});

/** As the card prints it, but for the spaces of Thai days, which the vendor's example has not. */
const thaiDay = (day: Day) => spacedThaiDay(day).replaceAll(' ', '');

function cardInfo(values: ThaiValues): CardShape {
  return {
    LastName: values.last,
    FirstName: values.first,
    LicenseNumber: values.number,
    DateOfBirth: writeDayInWords(values.birth, '.'),
    DateOfExpiry: writeDayInWords(values.expiry, '.'),
    DateOfIssue: writeDayInWords(values.issued, '.'),
    IssuedCountry: 'THA',
  };
}

function normalCardInfo(values: ThaiValues): CardShape {
  return {
    LicenseNumber: values.number,
    FullName: values.thai,
    LastName: values.last,
    FirstName: values.first,
    Birthday: writeDayInWords(values.birth, '.'),
    FormattedAddress: `ที่อยู่${values.address.join('').replaceAll(' ', '')}`,
    ExpirationDate: writeDayInWords(values.expiry, '.'),
    IssuedDate: writeDayInWords(values.issued, '.'),
    RegistrationNumber: values.registration,
    Religion: values.religion,
    ThaiBirthday: thaiDay(values.birth),
    ThaiExpirationDate: thaiDay(values.expiry),
    ThaiIssueDate: thaiDay(values.issued),
  };
}

export const thailandDesign = defineDesign<ThaiValues>({
  type: 'ThailandIDCard',
  layouts: [
    layout('chip', false, { latin: 'arial', thai: 'thai', shift: 0 }),
    layout('chip-condensed', false, { latin: 'condensed', thai: 'thai', shift: 8 }),
    layout('chip-sarabun', true, { latin: 'helvetica', thai: 'thaiOther', shift: -6 }),
  ],
  invent,
  cardInfo,
  normalCardInfo,
});
