import { Canvas } from '../canvas.ts';
import { type Face, printFace } from '../face.ts';
import type { FamilyName } from '../fonts/families.ts';
import { drawChip, layHaze, printGround, printMicroText } from '../ornament.ts';
import { printSlots, type Slot } from '../philippines/print-slots.ts';
import { drawBand, drawSeal, drawSignature } from '../philippines/seal.ts';
import type { Random } from '../random.ts';
import { defineDesign, type Layout } from '../specimen.ts';
import { inventUmid, type UmidValues, umidCardInfo } from './values.ts';

/** The card of 2010: labels over the names, sex and day of birth beside theirs, the address without one. */
async function drawFirst(values: UmidValues, random: Random, face: Face, font: FamilyName) {
  const canvas = new Canvas(1280, 807, font);
  printGround(canvas, random, { from: '#e9eff5', to: '#c4d4e2', line: '#7c93ad' });
  layHaze(canvas, random);
  drawBand(canvas, 0, 12, ['#2b4fa0', '#f2d23c', '#c0323a']);
  drawSeal(canvas, 96, 90, 58, '#2b4fa0');
  canvas.text(180, 68, 'REPUBLIC OF THE PHILIPPINES', { size: 30, weight: 600 });
  canvas.text(180, 116, 'Unified Multi-Purpose ID', { size: 38, weight: 700, fill: '#8c2630' });
  await printFace(canvas, face, { left: 44, top: 196, right: 396, bottom: 640 }, { backdrop: '#f6f8fa' });
  await printFace(canvas, face, { left: 1070, top: 230, right: 1220, bottom: 420 }, { isGhost: true });
  const x = 440 + random.whole(-8, 8);
  const slots: readonly Slot[] = [
    { x, y: 200, value: values.number, field: 'CRN', size: 40 },
    { x, y: 244, label: 'SURNAME', value: values.last, field: 'Surname' },
    { x, y: 322, label: 'GIVEN NAME', value: values.first, field: 'GivenName' },
    { x, y: 400, label: 'MIDDLE NAME', value: values.middle ?? '', field: 'MiddleName' },
    { x, y: 500, label: 'SEX', labelled: 'beside', value: values.sex, field: 'Sex', size: 30 },
    {
      ...{ x: x + 170, y: 500, label: 'DATE OF BIRTH', labelled: 'beside', size: 30 },
      ...{ value: values.born, field: 'Birthday' },
    },
    { x, y: 566, value: values.address, field: 'Address', lines: 3, within: 780, size: 29 },
  ];
  printSlots(canvas, slots, { value: { size: 36, weight: 600 }, label: { size: 21, fill: '#3f4f66' } });
  printMicroText(canvas, 148, 'UMID SPECIMEN');
  return [canvas];
}

/** The card with a bank's chip: everything labelled, two columns, sex in words. */
async function drawPay(values: UmidValues, random: Random, face: Face, font: FamilyName) {
  const canvas = new Canvas(1280, 807, font);
  printGround(canvas, random, { from: '#f3f1e4', to: '#cfdccb', line: '#86a07a' });
  drawSeal(canvas, 1176, 86, 58, '#3a6a3c');
  canvas.text(60, 64, 'Republic of the Philippines', { size: 28 });
  canvas.text(60, 112, 'UNIFIED MULTI-PURPOSE ID', { size: 38, weight: 700, fill: '#1d4a2c' });
  const x = 60 + random.whole(-8, 8);
  const slots: readonly Slot[] = [
    { x, y: 196, value: values.number, field: 'CRN', size: 42 },
    { x, y: 244, label: 'Surname', value: values.last, field: 'Surname' },
    { x: x + 430, y: 244, label: 'Given Name', value: values.first, field: 'GivenName', within: 400 },
    { x, y: 322, label: 'Middle Name', value: values.middle ?? '', field: 'MiddleName' },
    { x: x + 430, y: 322, label: 'Date of Birth', value: values.born, field: 'Birthday' },
    { x: x + 690, y: 322, label: 'Sex', value: values.sex, field: 'Sex' },
    { x, y: 400, label: 'Address', value: values.address, field: 'Address', lines: 2, within: 820, size: 29 },
  ];
  printSlots(canvas, slots, { value: { size: 33, weight: 600 }, label: { size: 22, fill: '#41543c' } });
  drawChip(canvas, 90, 540, 140);
  await printFace(canvas, face, { left: 936, top: 210, right: 1226, bottom: 580 }, { backdrop: '#ffffff' });
  layHaze(canvas, random);
  drawSignature(canvas, 960, 660, 230);
  return [canvas];
}

/** Labels in a column, values in another beside them; the number last. */
async function drawColumns(values: UmidValues, random: Random, face: Face, font: FamilyName) {
  const canvas = new Canvas(1280, 807, font);
  printGround(canvas, random, { from: '#eef4f2', to: '#c9dbe4', line: '#7f9fae' });
  drawSeal(canvas, 100, 88, 58, '#24607a');
  canvas.text(690, 60, 'REPUBLIC OF THE PHILIPPINES', { size: 30, anchor: 'middle' });
  canvas.text(690, 108, 'Unified Multi-Purpose Identification Card', {
    size: 34,
    weight: 700,
    anchor: 'middle',
  });
  await printFace(canvas, face, { left: 48, top: 180, right: 350, bottom: 560 }, { backdrop: '#ffffff' });
  const x = 396 + random.whole(-8, 8);
  const row = (y: number, label: string, value: string, field: string): Slot => ({
    ...{ x, y, label, value, field, labelled: 'beside', valueX: x + 200, within: 620 },
  });
  const slots: readonly Slot[] = [
    row(206, 'Surname', values.last, 'Surname'),
    row(258, 'Given Name', values.first, 'GivenName'),
    row(310, 'Middle Name', values.middle ?? '', 'MiddleName'),
    row(362, 'Date of Birth', values.born, 'Birthday'),
    row(414, 'Sex', values.sex, 'Sex'),
    { ...row(466, 'Address', values.address, 'Address'), lines: 3, size: 28 },
    { x, y: 620, value: values.number, field: 'CRN', size: 42 },
  ];
  printSlots(canvas, slots, { value: { size: 34, weight: 600 }, label: { size: 24, fill: '#35525e' } });
  layHaze(canvas, random);
  return [canvas];
}

const layout = (
  id: string,
  heldOut: boolean,
  font: FamilyName,
  draw: (values: UmidValues, random: Random, face: Face, font: FamilyName) => Promise<readonly Canvas[]>,
): Layout<UmidValues> => ({
  ...{ id, heldOut },
  draw: (values, random, face) => draw(values, random, face, font),
});

export const philippinesUmidDesign = defineDesign<UmidValues>({
  type: 'PhilippinesUMID',
  layouts: [
    layout('first', false, 'arial', drawFirst),
    layout('pay', false, 'condensed', drawPay),
    layout('columns-narrow', true, 'narrow', drawColumns),
    layout('pay-helvetica', true, 'helvetica', drawPay),
  ],
  invent: inventUmid,
  cardInfo: umidCardInfo,
  normalCardInfo: umidCardInfo,
});
