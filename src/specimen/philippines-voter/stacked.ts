import { Canvas } from '../canvas.ts';
import { printFace } from '../face.ts';
import { layHaze, printGround, printMicroText } from '../ornament.ts';
import { printSlots, type Slot } from '../philippines/print-slots.ts';
import { drawBand, drawSeal, drawSignature } from '../philippines/seal.ts';
import type { Layout } from '../specimen.ts';
import type { VoterValues } from './values.ts';

function fieldsOf(values: VoterValues, x: number): readonly Slot[] {
  return [
    { x, y: 204, value: values.number, field: 'VIN', label: 'VIN:', labelled: 'beside', size: 36 },
    { x, y: 268, value: values.last, field: 'LastName', size: 38 },
    { x, y: 314, value: values.first, field: 'FirstName', size: 38 },
    { x, y: 360, value: values.middle ?? '', size: 38 },
    { x, y: 414, label: 'DATE OF BIRTH', value: values.born, field: 'Birthday' },
    { x: x + 340, y: 414, label: 'CIVIL STATUS', value: values.civilStatus, field: 'CivilStatus' },
    { x: x + 620, y: 414, label: 'CITIZENSHIP', value: values.citizenship, field: 'Citizenship' },
    { x, y: 520, value: values.address, field: 'Address', lines: 2, within: 820 },
    {
      ...{ x, y: 640, label: 'PRECINCT NO.', labelled: 'beside', size: 34 },
      ...{ value: values.precinct, field: 'PrecinctNo' },
    },
  ];
}

/**
 * The plastic card: number on top, names without labels one under the other, three labels over their values, the
 * address without a label, the precinct beside its label.
 */
export const stacked: Layout<VoterValues> = {
  ...{ id: 'stacked', heldOut: false },
  draw: async (values, random, face) => {
    const canvas = new Canvas(1280, 807, 'arial');
    printGround(canvas, random, { from: '#f5f1df', to: '#e3ecd6', line: '#a3a86d' });
    drawBand(canvas, 0, 14, ['#2a4d9a', '#f0d040', '#b8323c']);
    layHaze(canvas, random);
    drawSeal(canvas, 100, 92, 62, '#3a5a9c');
    canvas.text(690, 56, 'REPUBLIC OF THE PHILIPPINES', { size: 28, anchor: 'middle' });
    canvas.text(690, 104, 'COMMISSION ON ELECTIONS', { size: 40, weight: 700, anchor: 'middle' });
    canvas.text(690, 142, "VOTER'S IDENTIFICATION CARD", { size: 28, anchor: 'middle', fill: '#8a2430' });
    await printFace(canvas, face, { left: 44, top: 190, right: 360, bottom: 590 }, { backdrop: '#ffffff' });
    const x = 410 + random.whole(-8, 8);
    printSlots(canvas, fieldsOf(values, x), {
      value: { size: 28, weight: 600 },
      label: { size: 21, fill: '#4a4a3a' },
    });
    drawSignature(canvas, 80, 664, 240);
    printMicroText(canvas, 168, 'COMELEC SPECIMEN');
    return [canvas];
  },
};

function labelledFields(values: VoterValues, x: number): readonly Slot[] {
  return [
    { x, y: 204, value: values.number, field: 'VIN', label: 'VIN', labelled: 'beside', size: 38 },
    { x, y: 262, value: values.last, field: 'LastName', label: 'Last Name', labelled: 'below', size: 36 },
    {
      x,
      y: 336,
      value: values.first,
      field: 'FirstName',
      label: 'First Name',
      labelled: 'below',
      size: 36,
    },
    { x, y: 410, value: values.middle ?? '', label: 'Middle Name', labelled: 'below', size: 36 },
    {
      ...{ x, y: 484, label: 'Date of Birth:', labelled: 'beside', valueX: x + 190 },
      ...{ value: values.born, field: 'Birthday' },
    },
    {
      ...{ x, y: 528, label: 'Civil Status:', labelled: 'beside', valueX: x + 190 },
      ...{ value: values.civilStatus, field: 'CivilStatus' },
    },
    {
      ...{ x, y: 572, label: 'Citizenship:', labelled: 'beside', valueX: x + 190 },
      ...{ value: values.citizenship, field: 'Citizenship' },
    },
    {
      ...{ x, y: 616, label: 'Address:', labelled: 'beside', valueX: x + 190, lines: 2, within: 660 },
      ...{ value: values.address, field: 'Address' },
    },
    {
      ...{ x: x + 560, y: 484, label: 'Precinct No.', size: 32 },
      ...{ value: values.precinct, field: 'PrecinctNo' },
    },
  ];
}

/** As above, portrait right, every value labelled: names with the label under them. */
export const stackedNarrow: Layout<VoterValues> = {
  ...{ id: 'stacked-narrow', heldOut: true },
  draw: async (values, random, face) => {
    const canvas = new Canvas(1280, 807, 'narrow');
    printGround(canvas, random, { from: '#e8eef6', to: '#f3e6d8', line: '#8f9bb8' });
    layHaze(canvas, random);
    drawSeal(canvas, 1176, 84, 58, '#7a3a2a');
    canvas.text(50, 58, 'Republic of the Philippines', { size: 28 });
    canvas.text(50, 104, 'COMMISSION ON ELECTIONS', { size: 42, weight: 700, fill: '#1d3a78' });
    canvas.text(50, 142, "Voter's Identification Card", { size: 28 });
    await printFace(canvas, face, { left: 930, top: 180, right: 1226, bottom: 560 }, { backdrop: '#eef2f8' });
    const x = 52 + random.whole(-6, 10);
    printSlots(canvas, labelledFields(values, x), {
      value: { size: 30, weight: 600 },
      label: { size: 23, fill: '#3a4a68' },
    });
    drawSignature(canvas, 960, 630, 220);
    return [canvas];
  },
};
