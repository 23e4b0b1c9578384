import { Canvas } from '../canvas.ts';
import { writeDay, writeDayInWords } from '../dates.ts';
import { type Face, printFace } from '../face.ts';
import type { FamilyName } from '../fonts/families.ts';
import { drawBadge, layHaze, printGround, printMicroText } from '../ornament.ts';
import type { Random } from '../random.ts';
import { defineDesign, type Layout } from '../specimen.ts';
import { inventPassport, type PassportValues, passportTruth } from './values.ts';

/** Typefaces, and how large the machine readable zone is set, so that 44 characters fill 1150 of 1280 pixels. */
type Plan = {
  readonly font: FamilyName;
  readonly zoneFont: FamilyName;
  readonly zoneSize: number;
  readonly colours: { readonly from: string; readonly to: string; readonly line: string };
  readonly language: 'english' | 'french';
};

const labels = {
  english: {
    ...{ title: 'PASSPORT', type: 'Type', code: 'Country code', number: 'Passport No.', surname: 'Surname' },
    ...{ given: 'Given names', nationality: 'Nationality', birth: 'Date of birth', sex: 'Sex' },
    ...{ place: 'Place of birth', issue: 'Date of issue', expiry: 'Date of expiry' },
  },
  french: {
    ...{
      title: 'PASSEPORT / PASSPORT',
      type: 'Type',
      code: 'Code du pays',
      number: 'Passeport n°/Passport No.',
    },
    ...{ surname: 'Nom/Surname', given: 'Prénoms/Given names', nationality: 'Nationalité/Nationality' },
    ...{
      birth: 'Date de naissance/Date of birth',
      sex: 'Sexe/Sex',
      place: 'Lieu de naissance/Place of birth',
    },
    ...{ issue: 'Date de délivrance/Date of issue', expiry: "Date d'expiration/Date of expiry" },
  },
} as const;

/** A data page, 125 mm by 88 mm (ICAO 9303 part 4 §2.1), or a sheet of about its shape, 105 mm by 74 mm (part 6). */
async function drawPage(values: PassportValues, random: Random, face: Face, plan: Plan) {
  const canvas = new Canvas(1280, 901, plan.font);
  const words = labels[plan.language];
  printGround(canvas, random, { ...plan.colours, strength: 0.3 });
  drawBadge(canvas, 1150, 96, 56, '#b99a4b');
  canvas.text(60, 70, words.title, { size: 40, weight: 600, fill: '#5b2333' });
  canvas.text(60, 112, values.country, { size: 26, fill: '#5b2333' });
  await printFace(canvas, face, { left: 60, top: 190, right: 400, bottom: 630 }, { backdrop: '#eef1f4' });
  await printFace(canvas, face, { left: 1070, top: 430, right: 1200, bottom: 600 }, { isGhost: true });
  const label = (x: number, y: number, text: string) =>
    canvas.text(x, y, text, { size: 20, fill: '#4a4a55' });
  const value = (x: number, y: number, text: string, field?: string) =>
    canvas.text(x, y, text, { size: 32, weight: 500, within: 620, ...(field ? { field } : {}) });
  const x = 440 + random.whole(-6, 10);
  label(x, 176, words.type);
  value(x, 212, 'P');
  label(x + 130, 176, words.code);
  value(x + 130, 212, values.code, 'IssuingCountry');
  label(x + 330, 176, words.number);
  value(x + 330, 212, values.number, 'LicenseNumber');
  label(x, 258, words.surname);
  value(x, 294, values.surname, 'Surname');
  label(x, 340, words.given);
  value(x, 376, values.given, 'GivenName');
  label(x, 422, words.nationality);
  value(x, 458, values.country);
  label(x, 504, words.birth);
  value(x, 540, writeDayInWords(values.birth).toUpperCase(), 'Birthday');
  label(x + 430, 504, words.sex);
  value(x + 430, 540, values.sex, 'Sex');
  label(x, 586, words.issue);
  value(x, 622, writeDayInWords(values.issued).toUpperCase());
  label(x + 300, 586, words.expiry);
  value(x + 300, 622, writeDayInWords(values.expiry).toUpperCase(), 'DateOfExpiration');
  label(60, 672, words.place);
  value(60, 706, values.birthPlace);
  layHaze(canvas, random);
  printZone(canvas, values, plan, 60, 800, 66);
  return [canvas];
}

/** A passport card in the size of an identity card (ICAO 9303 part 5). */
async function drawCard(values: PassportValues, random: Random, face: Face, plan: Plan) {
  const canvas = new Canvas(1280, 807, plan.font);
  printGround(canvas, random, { ...plan.colours, strength: 0.3 });
  canvas.text(1220, 64, 'PASSPORT CARD', { size: 36, weight: 600, anchor: 'end', fill: '#23395b' });
  canvas.text(60, 64, values.country, { size: 30, fill: '#23395b' });
  await printFace(canvas, face, { left: 60, top: 110, right: 360, bottom: 500 }, { backdrop: '#eef1f4' });
  const rows = [
    ['Surname', values.surname, 'Surname'],
    ['Given names', values.given, 'GivenName'],
    ['Passport card no.', values.number, 'LicenseNumber'],
    ['Date of birth', writeDay(values.birth, 'DD-MM-YYYY'), 'Birthday'],
    ['Date of expiry', writeDay(values.expiry, 'DD-MM-YYYY'), 'DateOfExpiration'],
  ] as const;
  for (const [at, [label, text, field]] of rows.entries()) {
    canvas.text(420, 128 + at * 78, label, { size: 20, fill: '#4a4a55' });
    canvas.text(420, 164 + at * 78, text, { size: 32, weight: 500, within: 640, field });
  }
  canvas.text(1010, 362, 'Sex', { size: 20, fill: '#4a4a55' });
  canvas.text(1010, 398, values.sex, { size: 32, weight: 500, field: 'Sex' });
  printMicroText(canvas, 530, 'PASSPORT CARD SPECIMEN');
  printZone(canvas, values, plan, 60, 640, 62);
  return [canvas];
}

function printZone(
  canvas: Canvas,
  { lines }: PassportValues,
  plan: Plan,
  x: number,
  y: number,
  step: number,
): void {
  const places = Math.max(...lines.map((line) => line.length));
  const size = plan.zoneSize * Math.min(1.28, 44 / places);
  for (const [at, line] of lines.entries()) {
    const field = at === 0 ? 'PassportCodeFirst' : 'PassportCodeSecond';
    canvas.text(x, y + at * step, line, { size, font: plan.zoneFont, within: 1170, field });
  }
}

type Draw = typeof drawPage;
const layout = (id: string, heldOut: boolean, draw: Draw, plan: Plan): Layout<PassportValues> => ({
  ...{ id, heldOut },
  draw: (values, random, face) => draw(values, random, face, plan),
});

const pink = { from: '#f4e3e1', to: '#e3e9f2', line: '#a0788c' };
const green = { from: '#e6f0e6', to: '#f2ead8', line: '#6f9a7c' };

export const passportDesign = defineDesign<PassportValues>({
  type: 'InternationalIDPassport',
  layouts: [
    layout('page', false, drawPage, {
      font: 'arial',
      zoneFont: 'ocr',
      zoneSize: 48,
      colours: pink,
      language: 'english',
    }),
    layout('page-two-languages', false, drawPage, {
      font: 'condensed',
      zoneFont: 'ocr',
      zoneSize: 47,
      colours: green,
      language: 'french',
    }),
    layout('card', false, drawCard, {
      font: 'arial',
      zoneFont: 'ocr',
      zoneSize: 48,
      colours: green,
      language: 'english',
    }),
    layout('sheet', false, drawPage, {
      font: 'condensed',
      zoneFont: 'ocr',
      zoneSize: 46,
      colours: pink,
      language: 'french',
    }),
    layout('page-helvetica', true, drawPage, {
      font: 'helvetica',
      zoneFont: 'typewriter',
      zoneSize: 43,
      colours: green,
      language: 'english',
    }),
    layout('card-narrow', true, drawCard, {
      font: 'narrow',
      zoneFont: 'cockpit',
      zoneSize: 40,
      colours: pink,
      language: 'english',
    }),
  ],
  invent: inventPassport,
  cardInfo: passportTruth,
  normalCardInfo: passportTruth,
});
