import { Canvas } from '../canvas.ts';
import { printFace } from '../face.ts';
import { layHaze, printGround } from '../ornament.ts';
import { printSlots, type Slot } from '../philippines/print-slots.ts';
import { drawSeal, drawSignature } from '../philippines/seal.ts';
import type { Layout } from '../specimen.ts';
import type { VoterValues } from './values.ts';

/** The laminated paper card: a column of labels, a column of values that the machine typed beside them. */
export const laminated: Layout<VoterValues> = {
  ...{ id: 'laminated', heldOut: false },
  draw: async (values, random, face) => {
    const canvas = new Canvas(1280, 807, 'condensed');
    printGround(canvas, random, { from: '#fbf8f0', to: '#f1ead8', line: '#c2b48c', strength: 0.22 });
    drawSeal(canvas, 96, 88, 58, '#55607a');
    canvas.text(660, 54, 'Republic of the Philippines', { size: 28, anchor: 'middle' });
    canvas.text(660, 98, 'COMMISSION ON ELECTIONS', { size: 38, weight: 700, anchor: 'middle' });
    canvas.text(660, 136, "VOTER'S ID", { size: 28, anchor: 'middle' });
    const [x, valueX] = [50 + random.whole(-6, 10), 270];
    const row = (y: number, label: string, value: string, field?: string): Slot => ({
      ...{ x, y, label, value, labelled: 'beside', valueX },
      ...(field === undefined ? {} : { field }),
    });
    const slots: readonly Slot[] = [
      { ...row(206, 'VIN', values.number, 'VIN'), size: 36 },
      row(258, 'LAST NAME', values.last, 'LastName'),
      row(306, 'FIRST NAME', values.first, 'FirstName'),
      row(354, 'MIDDLE NAME', values.middle ?? '', undefined),
      row(402, 'DATE OF BIRTH', values.born, 'Birthday'),
      row(450, 'CIVIL STATUS', values.civilStatus, 'CivilStatus'),
      row(498, 'CITIZENSHIP', values.citizenship, 'Citizenship'),
      { ...row(546, 'ADDRESS', values.address, 'Address'), lines: 2, within: 640 },
      row(634, 'PRECINCT NO.', values.precinct, 'PrecinctNo'),
    ];
    printSlots(canvas, slots, { value: { size: 32, font: 'ocr' }, label: { size: 24, weight: 500 } });
    await printFace(canvas, face, { left: 934, top: 220, right: 1226, bottom: 596 }, { backdrop: '#dfe6ee' });
    layHaze(canvas, random);
    drawSignature(canvas, 960, 676, 240);
    return [canvas];
  },
};

/** The same paper with labels in two languages over their values, two columns of them. */
export const laminatedTypewriter: Layout<VoterValues> = {
  ...{ id: 'laminated-typewriter', heldOut: true },
  draw: async (values, random, face) => {
    const canvas = new Canvas(1280, 807, 'helvetica');
    printGround(canvas, random, { from: '#f7faf5', to: '#e2efe6', line: '#9cbfa6', strength: 0.25 });
    drawSeal(canvas, 110, 86, 56, '#2f6a48');
    canvas.text(690, 56, 'REPUBLIKA NG PILIPINAS', { size: 27, anchor: 'middle' });
    canvas.text(690, 100, 'COMMISSION ON ELECTIONS', { size: 36, weight: 700, anchor: 'middle' });
    await printFace(canvas, face, { left: 52, top: 180, right: 334, bottom: 540 }, { backdrop: '#ffffff' });
    const x = 384 + random.whole(-8, 8);
    const slots: readonly Slot[] = [
      { x, y: 176, label: "Voter's Identification Number", value: values.number, field: 'VIN', size: 34 },
      { x, y: 258, label: 'Apelyido / Last Name', value: values.last, field: 'LastName' },
      { x: x + 420, y: 258, label: 'Gitnang Pangalan / Middle Name', value: values.middle ?? '' },
      { x, y: 336, label: 'Pangalan / First Name', value: values.first, field: 'FirstName' },
      { x: x + 420, y: 336, label: 'Date of Birth', value: values.born, field: 'Birthday' },
      { x, y: 414, label: 'Civil Status', value: values.civilStatus, field: 'CivilStatus' },
      { x: x + 420, y: 414, label: 'Citizenship', value: values.citizenship, field: 'Citizenship' },
      {
        ...{ x, y: 492, label: 'Tirahan / Address', lines: 2, within: 830, size: 27 },
        ...{ value: values.address, field: 'Address' },
      },
      { x, y: 612, label: 'Precinct No.', value: values.precinct, field: 'PrecinctNo' },
    ];
    printSlots(canvas, slots, {
      value: { size: 30, font: 'typewriter', weight: 700 },
      label: { size: 20, fill: '#3c5a48' },
    });
    layHaze(canvas, random);
    drawSignature(canvas, 80, 610, 230);
    return [canvas];
  },
};
