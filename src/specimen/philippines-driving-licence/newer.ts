import { Canvas } from '../canvas.ts';
import { writeDay } from '../dates.ts';
import { printFace } from '../face.ts';
import { layHaze, printGround, printMicroText } from '../ornament.ts';
import { printSlots, type Slot } from '../philippines/print-slots.ts';
import { drawBand, drawSeal, drawSignature } from '../philippines/seal.ts';
import type { Layout } from '../specimen.ts';
import type { DrivingLicenceValues } from './values.ts';

function heading(canvas: Canvas, kind: string): void {
  const lines = ['REPUBLIC OF THE PHILIPPINES', 'DEPARTMENT OF TRANSPORTATION', 'LAND TRANSPORTATION OFFICE'];
  canvas.lines(660, 48, lines, 33, { size: 27, anchor: 'middle', fill: '#14306b' });
  canvas.text(660, 156, `${kind} DRIVER'S LICENSE`, {
    size: 32,
    weight: 700,
    anchor: 'middle',
    fill: '#14306b',
  });
}

/** Three rows of short values under their labels, as the cards since 2017 have them. */
function shortRows(values: DrivingLicenceValues, x: number, y: number): readonly Slot[] {
  const at = (dx: number, label: string, value: string, field?: string): Slot => ({
    ...{ x: x + dx, y, label, value },
    ...(field === undefined ? {} : { field }),
  });
  return [
    at(0, 'Nationality', values.nationality, 'Nationality'),
    at(150, 'Sex', values.isFemale ? 'F' : 'M', 'Sex'),
    at(236, 'Date of Birth', writeDay(values.birth, 'YYYY/MM/DD'), 'Birthday'),
    at(460, 'Weight (kg)', String(values.weightKg)),
    at(630, 'Height(m)', (values.heightCm / 100).toFixed(2)),
  ];
}

function fields2017(values: DrivingLicenceValues, x: number): readonly Slot[] {
  return [
    {
      ...{ x, y: 218, label: 'Last Name, First Name, Middle Name', value: values.name, field: 'Name' },
      ...{ within: 840, size: 32 },
    },
    ...shortRows(values, x, 296),
    { x, y: 374, label: 'Address', value: values.address, field: 'Address', lines: 2, within: 830 },
    { x, y: 488, label: 'License No.', value: values.number, field: 'LicenseNo' },
    {
      ...{ x: x + 300, y: 488, label: 'Expiration Date' },
      ...{ value: writeDay(values.expires, 'YYYY/MM/DD'), field: 'ExpiresDate' },
    },
    { x: x + 560, y: 488, label: 'Agency Code', value: values.agency, field: 'AgencyCode' },
    { x, y: 566, label: 'Blood Type', value: values.bloodType },
    { x: x + 180, y: 566, label: 'Eyes Color', value: values.eyes },
    { x, y: 644, label: 'DL Codes', value: values.codes },
    { x: x + 300, y: 644, label: 'Conditions', value: values.conditions },
  ];
}

/** The card of 2017: portrait left, labels above their values. */
export const layout2017: Layout<DrivingLicenceValues> = {
  ...{ id: '2017', heldOut: false },
  draw: async (values, random, face) => {
    const canvas = new Canvas(1280, 807, 'arial');
    printGround(canvas, random, { from: '#dcebf7', to: '#b7d3ea', line: '#6d97bd' });
    drawBand(canvas, 170, 8, ['#2b4fa0', '#f2d23c', '#c0323a']);
    layHaze(canvas, random);
    heading(canvas, values.kind);
    drawSeal(canvas, 110, 92, 62, '#2b4fa0');
    drawSeal(canvas, 1170, 92, 62, '#b88a2a');
    await printFace(canvas, face, { left: 40, top: 214, right: 372, bottom: 626 }, { backdrop: '#f4f6fa' });
    const x = 408 + random.whole(-6, 6);
    printSlots(canvas, fields2017(values, x), {
      value: { size: 30, weight: 700 },
      label: { size: 20, fill: '#33425c' },
    });
    drawSignature(canvas, 70, 692, 260);
    canvas.text(206, 742, 'Signature of Licensee', { size: 20, anchor: 'middle' });
    printMicroText(canvas, 790, 'LAND TRANSPORTATION OFFICE SPECIMEN');
    return [canvas];
  },
};

function fields2023(values: DrivingLicenceValues, x: number): readonly Slot[] {
  return [
    { x, y: 212, label: 'License No.', value: values.number, field: 'LicenseNo', size: 36 },
    {
      ...{ x: x + 380, y: 212, label: 'Expiration Date', size: 34 },
      ...{ value: writeDay(values.expires, 'YYYY/MM/DD'), field: 'ExpiresDate' },
    },
    { x: x + 660, y: 212, label: 'Agency Code', value: values.agency, field: 'AgencyCode' },
    {
      ...{ x, y: 296, label: 'Last Name. First Name. Middle Name', value: values.name, field: 'Name' },
      ...{ within: 840, lines: 2 },
    },
    {
      x,
      y: 412,
      label: 'Address',
      value: values.address,
      field: 'Address',
      lines: 2,
      within: 840,
      size: 27,
    },
    ...shortRows(values, x, 516),
    { x, y: 596, label: 'Blood Type', value: values.bloodType },
    { x: x + 150, y: 596, label: 'Eyes Color', value: values.eyes },
    { x: x + 370, y: 596, label: 'DL Codes', value: values.codes },
  ];
}

/** A later card: the number first, points in the name's label, blood type and codes on one row. */
export const layout2023: Layout<DrivingLicenceValues> = {
  ...{ id: '2023-helvetica', heldOut: true },
  draw: async (values, random, face) => {
    const canvas = new Canvas(1280, 807, 'helvetica');
    printGround(canvas, random, { from: '#e7f0e4', to: '#bcd6e6', line: '#7aa39a' });
    layHaze(canvas, random);
    heading(canvas, values.kind);
    drawSeal(canvas, 100, 90, 56, '#1f5d3c');
    await printFace(canvas, face, { left: 48, top: 190, right: 352, bottom: 566 }, { backdrop: '#ffffff' });
    await printFace(canvas, face, { left: 1080, top: 560, right: 1220, bottom: 730 }, { isGhost: true });
    const x = 392 + random.whole(-6, 8);
    printSlots(canvas, fields2023(values, x), {
      value: { size: 30, weight: 600 },
      label: { size: 19, fill: '#4a5a52' },
    });
    drawSignature(canvas, 80, 640, 220);
    printMicroText(canvas, 176, 'LTO SPECIMEN', '#487');
    return [canvas];
  },
};
