import { Canvas } from '../canvas.ts';
import { printFace } from '../face.ts';
import type { FamilyName } from '../fonts/families.ts';
import { layHaze, printGround, printMicroText } from '../ornament.ts';
import { printSlots, type Slot } from '../philippines/print-slots.ts';
import { drawBand, drawSeal, drawSignature } from '../philippines/seal.ts';
import type { Random } from '../random.ts';
import type { Layout } from '../specimen.ts';
import type { TinValues } from './values.ts';

function startCard(random: Random, font: FamilyName, x: number): Canvas {
  const canvas = new Canvas(1280, 807, font);
  printGround(canvas, random, { from: '#e6f4dd', to: '#a9d6a4', line: '#5a9a5c' });
  layHaze(canvas, random);
  canvas.text(x, 48, 'Republic of the Philippines', { size: 27, anchor: 'middle' });
  canvas.text(x, 82, 'Department of Finance', { size: 27, anchor: 'middle' });
  canvas.text(x, 124, 'BUREAU OF INTERNAL REVENUE', {
    size: 36,
    ...{ weight: 700, anchor: 'middle', fill: '#12522a' },
  });
  return canvas;
}

/** The green card of 2021: portrait left, small labels above their values. */
export const green: Layout<TinValues> = {
  ...{ id: 'green', heldOut: false },
  draw: async (values, random, face) => {
    const canvas = startCard(random, 'condensed', 660);
    drawSeal(canvas, 110, 88, 58, '#1f6a38');
    drawBand(canvas, 142, 8, ['#1f6a38', '#e8d24a', '#1f6a38']);
    await printFace(canvas, face, { left: 52, top: 190, right: 362, bottom: 580 }, { backdrop: '#ffffff' });
    const x = 408 + random.whole(-8, 8);
    const slots: readonly Slot[] = [
      { x, y: 196, label: 'TIN', value: values.number, field: 'LicenseNumber', size: 48 },
      {
        ...{ x, y: 288, label: 'Last Name, First Name, Middle Name', value: values.name, field: 'FullName' },
        ...{ size: 36, within: 820 },
      },
      { x, y: 372, label: 'Address', value: values.address, field: 'Address', lines: 2, within: 820 },
      { x, y: 484, label: 'Date of Birth', value: values.born, field: 'Birthday' },
      { x: x + 330, y: 484, label: 'Date of Issue', value: values.issued ?? '', field: 'IssueDate' },
    ];
    printSlots(canvas, slots, { value: { size: 31, weight: 600 }, label: { size: 22, fill: '#2c5a38' } });
    drawSignature(canvas, 440, 620, 260);
    canvas.text(570, 676, 'Signature', { size: 21, anchor: 'middle' });
    printMicroText(canvas, 168, 'BIR SPECIMEN', '#363');
    return [canvas];
  },
};

/** Portrait right, dates before the address, labels beside the dates. */
export const greenHelvetica: Layout<TinValues> = {
  ...{ id: 'green-helvetica', heldOut: true },
  draw: async (values, random, face) => {
    const canvas = startCard(random, 'helvetica', 620);
    drawSeal(canvas, 1176, 84, 58, '#24603c');
    const x = 54 + random.whole(-8, 8);
    const slots: readonly Slot[] = [
      { x, y: 208, label: 'TIN', labelled: 'beside', value: values.number, field: 'LicenseNumber', size: 44 },
      { x, y: 262, label: "Taxpayer's Name", value: values.name, field: 'FullName', size: 34, within: 820 },
      {
        ...{ x, y: 366, label: 'Date of Birth:', labelled: 'beside' },
        ...{ value: values.born, field: 'Birthday' },
      },
      {
        ...{ x, y: 412, label: 'Issue Date:', labelled: 'beside' },
        ...{ value: values.issued ?? '', field: 'IssueDate' },
      },
      {
        x,
        y: 470,
        label: 'Registered Address',
        value: values.address,
        field: 'Address',
        lines: 3,
        within: 780,
      },
    ];
    printSlots(canvas, slots, { value: { size: 29, weight: 600 }, label: { size: 22, fill: '#2c5a48' } });
    await printFace(canvas, face, { left: 930, top: 190, right: 1226, bottom: 560 }, { backdrop: '#f2f6f0' });
    drawSignature(canvas, 956, 640, 230);
    return [canvas];
  },
};
