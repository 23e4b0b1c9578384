import type { CardShape } from '../../cards/card-type.ts';
import { Canvas } from '../canvas.ts';
import { type Day, randomDay, writeDay } from '../dates.ts';
import { type Face, printFace } from '../face.ts';
import type { FamilyName } from '../fonts/families.ts';
import { drawBadge, layHaze, printGround, printMicroText } from '../ornament.ts';
import { type SingaporeanName, singaporeAddress, singaporeanName } from '../people/singapore.ts';
import type { Random } from '../random.ts';
import { defineDesign, type Layout } from '../specimen.ts';

type SingaporeValues = SingaporeanName & {
  readonly number: string;
  readonly sex: 'F' | 'M';
  readonly birth: Day;
  readonly country: string;
  readonly address: readonly string[];
  readonly postcode: string;
  readonly issued: Day;
};

/** The check letter that validators agree on (design/cards.md §1). */
function numberOf(random: Random, birth: Day): string {
  const series = birth.year >= 2000 ? 'T' : 'S';
  const digits = String(birth.year % 100).padStart(2, '0') + random.digits(5);
  const weights = [2, 7, 6, 5, 4, 3, 2];
  const start = series === 'T' ? 4 : 0;
  const sum = weights.reduce((total, weight, at) => total + weight * Number(digits[at]), start);
  return `${series}${digits}${'JZIHGFEDCBA'[sum % 11]}`;
}

function invent(random: Random): SingaporeValues {
  const birth = randomDay(random, 1950, 2007);
  const { rows, postcode } = singaporeAddress(random);
  return {
    ...singaporeanName(random),
    number: numberOf(random, birth),
    sex: random.pick(['F', 'M'] as const),
    birth,
    country: random.chance(0.75) ? 'SINGAPORE' : random.pick(['MALAYSIA', 'INDIA', 'CHINA']),
    ...{ address: rows, postcode },
    issued: randomDay(random, Math.max(2005, birth.year + 15), 2025),
  };
}

type Plan = {
  readonly font: FamilyName;
  readonly colours: { from: string; to: string; line: string };
  readonly isWide: boolean;
};

async function drawFront(values: SingaporeValues, random: Random, face: Face, plan: Plan): Promise<Canvas> {
  const canvas = new Canvas(1280, 807, plan.font);
  const ink = '#22304a';
  printGround(canvas, random, { ...plan.colours, strength: 0.3 });
  layHaze(canvas, random);
  drawBadge(canvas, 100, 96, 52, '#b88a8a');
  canvas.text(190, 80, 'REPUBLIC OF SINGAPORE', { size: 34, weight: 600, fill: '#8a2b3a' });
  canvas.text(190, 126, `IDENTITY CARD NO. ${values.number}`, {
    size: 32,
    weight: 500,
    fill: ink,
    field: 'LicenseNumber',
  });
  const left = plan.isWide ? 470 : 440;
  await printFace(
    canvas,
    face,
    { left: 64, top: 190, right: left - 70, bottom: 620 },
    { backdrop: '#eef1f4' },
  );
  const label = (x: number, y: number, text: string) =>
    canvas.text(x, y, text, { size: 21, fill: '#56607a' });
  const value = (x: number, y: number, text: string, field: string) =>
    canvas.text(x, y, text, { size: 32, weight: 500, within: 720, field });
  label(left, 216, 'Name');
  value(left, 254, values.name, 'FullName');
  if (values.chinese) canvas.text(left, 316, `(${values.chinese})`, { size: 36, field: 'ChineseName' });
  label(left, 376, 'Race');
  value(left, 412, values.race, 'Race');
  label(left, 462, 'Date of birth');
  value(left, 498, writeDay(values.birth, 'DD-MM-YYYY'), 'Birthday');
  label(left + 360, 462, 'Sex');
  value(left + 360, 498, values.sex, 'Sex');
  label(left, 548, plan.isWide ? 'Country/Place of birth' : 'Country of birth');
  value(left, 584, values.country, 'CountryOfBirth');
  printMicroText(canvas, 792, 'REPUBLIC OF SINGAPORE SPECIMEN');
  return canvas;
}

/** A bar code's bars and gaps of two widths, as Code 39 has them: a regular grating would look like a screen's. */
function drawBars(canvas: Canvas, random: Random): void {
  for (let x = 1000; x < 1204; x += random.pick([2.5, 6])) {
    const width = random.pick([2.5, 6]);
    canvas.draw(`<rect x="${x}" y="80" width="${width}" height="150" fill="#222"/>`);
    x += width;
  }
}

function drawBack(values: SingaporeValues, random: Random, plan: Plan): Canvas {
  const canvas = new Canvas(1280, 807, plan.font);
  printGround(canvas, random, { ...plan.colours, strength: 0.25 });
  const x = 64;
  const top = plan.isWide ? 90 : 120;
  const label = (y: number, text: string, at = x) => canvas.text(at, y, text, { size: 21, fill: '#56607a' });
  label(top, 'NRIC No.');
  canvas.text(x, top + 42, values.number, { size: 36, weight: 500, field: 'NRICCode' });
  label(top + 120, 'Date of issue');
  canvas.text(x, top + 160, writeDay(values.issued, 'DD-MM-YYYY'), {
    size: 32,
    weight: 500,
    field: 'DateOfIssue',
  });
  label(top + 240, 'Address');
  canvas.lines(x, top + 282, values.address, 46, { size: 32, weight: 500, within: 800, field: 'Address' });
  drawBars(canvas, random);
  canvas.reserved.push({ left: 1000, top: 80, right: 1210, bottom: 230 });
  return canvas;
}

const layout = (id: string, heldOut: boolean, plan: Plan): Layout<SingaporeValues> => ({
  ...{ id, heldOut },
  draw: async (values, random, face) => [
    await drawFront(values, random, face, plan),
    drawBack(values, random, plan),
  ],
});

function truth(values: SingaporeValues): CardShape {
  const issued = writeDay(values.issued, 'DD-MM-YYYY');
  return {
    ...{ ChName: values.chinese, ChineseName: values.chinese, EnName: values.name, FullName: values.name },
    ...{ ID: values.number, LicenseNumber: values.number, NRICCode: values.number, Sex: values.sex },
    ...{ CountryOfBirth: values.country, Nationality: values.country, Race: values.race },
    Birthday: writeDay(values.birth, 'DD-MM-YYYY'),
    ...{ Address: values.address.join(' '), PostCode: values.postcode },
    ...{ DateOfExpiration: null, DateOfIssue: issued },
  };
}

const pink = { from: '#f6e3e0', to: '#ead7e2', line: '#b0788c' };

export const singaporeDesign = defineDesign<SingaporeValues>({
  type: 'SingaporeIDCard',
  layouts: [
    layout('nric', false, { font: 'arial', colours: pink, isWide: false }),
    layout('nric-condensed', false, { font: 'condensed', colours: pink, isWide: true }),
    layout('nric-narrow', true, {
      font: 'narrow',
      colours: { from: '#dfe9f5', to: '#f1e3e8', line: '#7d93a8' },
      isWide: true,
    }),
  ],
  invent,
  cardInfo: truth,
  normalCardInfo: truth,
});
