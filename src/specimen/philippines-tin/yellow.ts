import { Canvas } from '../canvas.ts';
import { type Face, printFace } from '../face.ts';
import type { FamilyName } from '../fonts/families.ts';
import { layHaze, printGround, printMicroText } from '../ornament.ts';
import { printSlots, type Slot } from '../philippines/print-slots.ts';
import { drawSeal, drawSignature } from '../philippines/seal.ts';
import type { Random } from '../random.ts';
import type { Layout } from '../specimen.ts';
import type { TinValues } from './values.ts';

const offices = ['REPUBLIC OF THE PHILIPPINES', 'DEPARTMENT OF FINANCE', 'BUREAU OF INTERNAL REVENUE'];

function startCard(random: Random, font: FamilyName): Canvas {
  const canvas = new Canvas(1280, 807, font);
  printGround(canvas, random, { from: '#fbe9b4', to: '#f3c98a', line: '#c08a3c' });
  canvas.text(640, 50, String(offices[0]), { size: 27, anchor: 'middle' });
  canvas.text(640, 84, String(offices[1]), { size: 27, anchor: 'middle' });
  canvas.text(640, 128, String(offices[2]), { size: 38, weight: 700, anchor: 'middle', fill: '#7a2418' });
  drawSeal(canvas, 104, 92, 60, '#9a5a1e');
  drawSeal(canvas, 1176, 92, 60, '#3a5a9c');
  return canvas;
}

/** The yellow card: a large number, name and address without labels, dates beside theirs. */
export const yellow: Layout<TinValues> = {
  ...{ id: 'yellow', heldOut: false },
  draw: async (values, random, face) => {
    const canvas = startCard(random, 'arial');
    const x = 60 + random.whole(-8, 8);
    const slots: readonly Slot[] = [
      {
        x,
        y: 226,
        value: values.number,
        field: 'LicenseNumber',
        label: 'TIN:',
        labelled: 'beside',
        size: 50,
      },
      { x, y: 304, value: values.name, field: 'FullName', size: 38, within: 800 },
      { x, y: 364, value: values.address, field: 'Address', lines: 3, within: 780 },
      {
        ...{ x, y: 512, label: 'BIRTH DATE:', labelled: 'beside', valueX: x + 220 },
        ...{ value: values.born, field: 'Birthday' },
      },
      {
        ...{ x, y: 560, label: 'DATE OF ISSUE:', labelled: 'beside', valueX: x + 220 },
        ...{ value: values.issued ?? '', field: 'IssueDate' },
      },
    ];
    printSlots(canvas, slots, { value: { size: 30, weight: 500 }, label: { size: 25, weight: 500 } });
    await printFace(canvas, face, { left: 930, top: 190, right: 1226, bottom: 570 }, { backdrop: '#ffffff' });
    layHaze(canvas, random);
    drawSignature(canvas, 950, 640, 250);
    canvas.text(1076, 694, 'SIGNATURE', { size: 21, anchor: 'middle' });
    printMicroText(canvas, 158, 'BIR SPECIMEN', '#a63');
    return [canvas];
  },
};

/** The same card of another year: name before number, labels for all but the address. */
export const yellowNarrow: Layout<TinValues> = {
  ...{ id: 'yellow-narrow', heldOut: true },
  draw: async (values, random, face) => {
    const canvas = startCard(random, 'narrow');
    await printFace(canvas, face, { left: 48, top: 190, right: 340, bottom: 560 }, { backdrop: '#f6f6f0' });
    const x = 392 + random.whole(-8, 8);
    const slots: readonly Slot[] = [
      { x, y: 206, label: 'NAME', value: values.name, field: 'FullName', size: 36, within: 830 },
      { x, y: 300, value: values.address, field: 'Address', lines: 3, within: 830 },
      { x, y: 438, label: 'TIN', value: values.number, field: 'LicenseNumber', size: 46 },
      { x, y: 540, label: 'Date of Birth', value: values.born, field: 'Birthday' },
      { x: x + 330, y: 540, label: 'Date Issued', value: values.issued ?? '', field: 'IssueDate' },
    ];
    printSlots(canvas, slots, { value: { size: 31, weight: 600 }, label: { size: 22, fill: '#6a4420' } });
    layHaze(canvas, random);
    drawSignature(canvas, 70, 630, 240);
    return [canvas];
  },
};

async function drawTyped(
  values: TinValues,
  random: Random,
  face: Face,
  fonts: readonly [FamilyName, FamilyName],
) {
  const [printed, typewriter] = fonts;
  const canvas = startCard(random, printed);
  const [x, valueX] = [54 + random.whole(-8, 8), 250];
  const row = (y: number, label: string, value: string, field: string): Slot => ({
    ...{ x, y, label, value, field, labelled: 'beside', valueX, within: 650 },
  });
  const slots: readonly Slot[] = [
    row(228, 'TIN :', values.number, 'LicenseNumber'),
    { ...row(288, 'NAME :', values.name, 'FullName') },
    { ...row(348, 'ADDRESS :', values.address, 'Address'), lines: 3 },
    row(502, 'BIRTHDAY :', values.born, 'Birthday'),
  ];
  printSlots(canvas, slots, { value: { size: 32, font: typewriter }, label: { size: 25 } });
  await printFace(canvas, face, { left: 944, top: 200, right: 1224, bottom: 540 }, { backdrop: '#e8ecf0' });
  drawSignature(canvas, 300, 610, 260);
  canvas.text(430, 664, "TAXPAYER'S SIGNATURE", { size: 21, anchor: 'middle' });
  return [canvas];
}

/** Filled in on a typewriter: labels with colons, the day of birth in words, no date of issue. */
export const typed: Layout<TinValues> = {
  ...{ id: 'typed', heldOut: false },
  draw: (values, random, face) => drawTyped(values, random, face, ['condensed', 'ocr']),
};
export const typedCockpit: Layout<TinValues> = {
  ...{ id: 'typed-cockpit', heldOut: true },
  draw: (values, random, face) => drawTyped(values, random, face, ['helvetica', 'cockpit']),
};
