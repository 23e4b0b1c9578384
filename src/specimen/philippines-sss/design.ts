import { Canvas } from '../canvas.ts';
import { type Face, printFace } from '../face.ts';
import type { FamilyName } from '../fonts/families.ts';
import { layHaze, printGround, printMicroText } from '../ornament.ts';
import { printSlots, type Slot } from '../philippines/print-slots.ts';
import { drawSeal, drawSignature } from '../philippines/seal.ts';
import type { Random } from '../random.ts';
import { defineDesign, type Layout } from '../specimen.ts';
import { inventSss, type SssValues, sssCardInfo } from './values.ts';

function startCard(random: Random, font: FamilyName, x: number): Canvas {
  const canvas = new Canvas(1280, 807, font);
  printGround(canvas, random, { from: '#e4ecf8', to: '#bccbe8', line: '#6f86bd' });
  canvas.text(x, 56, 'Republic of the Philippines', { size: 29, anchor: 'middle' });
  canvas.text(x, 108, 'SOCIAL SECURITY SYSTEM', { size: 44, weight: 700, anchor: 'middle', fill: '#1c2f78' });
  return canvas;
}

function printOfficer(canvas: Canvas, random: Random, x: number, y: number): void {
  drawSignature(canvas, x - 110, y - 44, 220);
  const name = random.pick(['RAMON T. ALVARADO', 'LUZ B. EVANGELISTA', 'ANTONIO R. SALCEDO, JR.']);
  canvas.text(x, y, name, { size: 23, anchor: 'middle' });
  canvas.text(x, y + 28, 'PRESIDENT AND CEO', { size: 20, anchor: 'middle' });
}

/** Number, name and day of birth in words, no label at all; an officer signs under them. */
async function drawPlain(
  values: SssValues,
  random: Random,
  face: Face,
  font: FamilyName,
  isNumberFirst: boolean,
) {
  const canvas = startCard(random, font, 700);
  drawSeal(canvas, 116, 84, 60, '#2b4a9c');
  await printFace(canvas, face, { left: 60, top: 190, right: 370, bottom: 570 }, { backdrop: '#ffffff' });
  const x = 430 + random.whole(-10, 10);
  const [numberY, nameY] = isNumberFirst ? [250, 336] : [336, 250];
  const slots: readonly Slot[] = [
    { x, y: nameY, value: values.name, field: 'FullName', size: 38, within: 790 },
    { x, y: numberY, value: values.number, field: 'LicenseNumber', size: 54 },
    { x, y: 410, value: values.born, field: 'Birthday', size: 34 },
  ];
  printSlots(canvas, slots, { value: { size: 34, weight: 600 }, label: { size: 22 } });
  layHaze(canvas, random);
  printOfficer(canvas, random, 980, 580);
  drawSignature(canvas, 90, 640, 230);
  printMicroText(canvas, 146, 'SSS SPECIMEN', '#447');
  return [canvas];
}

/** Number and name under their labels, the day of birth beside its own. */
async function drawLabelled(values: SssValues, random: Random, face: Face, font: FamilyName) {
  const canvas = startCard(random, font, 620);
  drawSeal(canvas, 1180, 80, 56, '#7a2a2a');
  const x = 64 + random.whole(-10, 10);
  const slots: readonly Slot[] = [
    { x, y: 200, label: 'SS NUMBER', value: values.number, field: 'LicenseNumber', size: 50 },
    { x, y: 304, label: 'NAME', value: values.name, field: 'FullName', size: 38, within: 800 },
    {
      ...{ x, y: 436, label: 'DATE OF BIRTH:', labelled: 'beside' },
      ...{ value: values.born, field: 'Birthday', size: 32 },
    },
  ];
  printSlots(canvas, slots, { value: { size: 34, weight: 500 }, label: { size: 24, fill: '#33406a' } });
  await printFace(canvas, face, { left: 920, top: 190, right: 1220, bottom: 570 }, { backdrop: '#f0f0f0' });
  layHaze(canvas, random);
  drawSignature(canvas, 90, 560, 260);
  canvas.text(220, 614, "MEMBER'S SIGNATURE", { size: 20, anchor: 'middle' });
  return [canvas];
}

/** The name first, the day of birth beside the number, both under their labels; portrait left. */
async function drawNameFirst(values: SssValues, random: Random, face: Face, font: FamilyName) {
  const canvas = startCard(random, font, 720);
  drawSeal(canvas, 110, 82, 58, '#2a5a8a');
  await printFace(canvas, face, { left: 52, top: 180, right: 340, bottom: 540 }, { backdrop: '#f0f0f0' });
  const x = 392 + random.whole(-10, 10);
  const slots: readonly Slot[] = [
    { x, y: 220, label: 'Name', value: values.name, field: 'FullName', size: 36, within: 830 },
    { x, y: 318, label: 'SS Number', value: values.number, field: 'LicenseNumber', size: 44 },
    { x: x + 420, y: 318, label: 'Date of Birth', value: values.born, field: 'Birthday' },
  ];
  printSlots(canvas, slots, { value: { size: 34, weight: 500 }, label: { size: 23, fill: '#33406a' } });
  layHaze(canvas, random);
  printOfficer(canvas, random, 900, 580);
  return [canvas];
}

/** A card of the eighties: all typed by a machine, small labels under their values. */
async function drawTyped(
  values: SssValues,
  random: Random,
  face: Face,
  font: FamilyName,
  typewriter: FamilyName,
) {
  const canvas = startCard(random, font, 640);
  await printFace(canvas, face, { left: 906, top: 170, right: 1206, bottom: 550 }, { backdrop: '#ffffff' });
  const x = 70 + random.whole(-10, 10);
  const slots: readonly Slot[] = [
    {
      x,
      y: 236,
      label: 'SSS NO.',
      labelled: 'beside',
      value: values.number,
      field: 'LicenseNumber',
      size: 44,
    },
    { x, y: 324, label: 'NAME', labelled: 'below', value: values.name, field: 'FullName', within: 780 },
    { x, y: 420, label: 'DATE OF BIRTH', labelled: 'below', value: values.born, field: 'Birthday' },
  ];
  printSlots(canvas, slots, { value: { size: 36, font: typewriter }, label: { size: 22 } });
  printOfficer(canvas, random, 300, 620);
  return [canvas];
}

const layout = (id: string, heldOut: boolean, draw: Layout<SssValues>['draw']): Layout<SssValues> => ({
  ...{ id, heldOut },
  draw,
});

export const philippinesSssDesign = defineDesign<SssValues>({
  type: 'PhilippinesSSSID',
  layouts: [
    layout('plain', false, (values, random, face) => drawPlain(values, random, face, 'arial', true)),
    layout('labelled', false, (values, random, face) => drawLabelled(values, random, face, 'condensed')),
    layout('typed', false, (values, random, face) => drawTyped(values, random, face, 'arial', 'ocr')),
    layout('plain-helvetica', true, (values, random, face) =>
      drawPlain(values, random, face, 'helvetica', false),
    ),
    layout('labelled-narrow', true, (values, random, face) => drawNameFirst(values, random, face, 'narrow')),
    layout('typed-typewriter', true, (values, random, face) =>
      drawTyped(values, random, face, 'helvetica', 'typewriter'),
    ),
  ],
  invent: inventSss,
  cardInfo: sssCardInfo,
  normalCardInfo: sssCardInfo,
});
