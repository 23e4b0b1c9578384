import { Canvas } from '../canvas.ts';
import { writeDay } from '../dates.ts';
import { printFace } from '../face.ts';
import { layHaze, printGround, printMicroText } from '../ornament.ts';
import { printSlots, type Slot } from '../philippines/print-slots.ts';
import { drawSeal, drawSignature } from '../philippines/seal.ts';
import type { Layout } from '../specimen.ts';
import type { DrivingLicenceValues } from './values.ts';

function heading(canvas: Canvas, kind: string, x: number): void {
  const lines = [
    'Republic of the Philippines',
    'DEPARTMENT OF TRANSPORTATION AND COMMUNICATIONS',
    'LAND TRANSPORTATION OFFICE',
  ];
  canvas.lines(x, 46, lines, 32, { size: 25, anchor: 'middle' });
  canvas.text(x, 152, `${kind} DRIVER'S LICENSE`, {
    size: 30,
    weight: 700,
    anchor: 'middle',
    fill: '#8a1f24',
  });
}

function fields2011(values: DrivingLicenceValues, x: number): readonly Slot[] {
  const beside = (dx: number, y: number, label: string, value: string, field?: string): Slot => ({
    ...{ x: x + dx, y, label, value, labelled: 'beside' },
    ...(field === undefined ? {} : { field }),
  });
  return [
    { ...beside(0, 218, 'LICENSE NO.', values.number, 'LicenseNo'), size: 42 },
    {
      ...{ x, y: 266, label: 'NAME (Last, First, Middle)', value: values.name, field: 'Name' },
      ...{ within: 830, size: 34 },
    },
    {
      x,
      y: 348,
      label: 'ADDRESS',
      value: values.address,
      field: 'Address',
      lines: 2,
      within: 820,
      size: 30,
    },
    beside(0, 478, 'BIRTH DATE:', writeDay(values.birth, 'YYYY/MM/DD'), 'Birthday'),
    beside(420, 478, 'SEX:', values.isFemale ? 'F' : 'M', 'Sex'),
    beside(560, 478, 'HEIGHT:', `${values.heightCm} cm`),
    beside(0, 530, 'NATIONALITY:', values.nationality, 'Nationality'),
    beside(420, 530, 'WEIGHT:', `${values.weightKg} kg`),
    beside(0, 590, 'EXPIRY DATE:', writeDay(values.expires, 'YYYY/MM/DD'), 'ExpiresDate'),
    beside(420, 590, 'AGENCY CODE:', values.agency, 'AgencyCode'),
    beside(0, 642, 'RESTRICTIONS:', values.codes),
    beside(420, 642, 'CONDITIONS:', values.conditions),
  ];
}

/** The card of 2011: portrait right, short values beside their labels, the name's label in brackets. */
export const layout2011: Layout<DrivingLicenceValues> = {
  ...{ id: '2011', heldOut: false },
  draw: async (values, random, face) => {
    const canvas = new Canvas(1280, 807, 'condensed');
    printGround(canvas, random, { from: '#f6efe0', to: '#e6d3bd', line: '#b59a78' });
    heading(canvas, values.kind, 640);
    drawSeal(canvas, 96, 92, 58, '#7a4b20');
    await printFace(canvas, face, { left: 906, top: 196, right: 1226, bottom: 590 }, { backdrop: '#dfe8f2' });
    layHaze(canvas, random);
    const x = 52 + random.whole(-6, 10);
    printSlots(canvas, fields2011(values, x), {
      value: { size: 32, weight: 500 },
      label: { size: 23, fill: '#5a4632' },
    });
    drawSignature(canvas, 940, 660, 240);
    canvas.text(1066, 712, 'Signature of Licensee', { size: 20, anchor: 'middle' });
    printMicroText(canvas, 792, 'LTO SPECIMEN');
    return [canvas];
  },
};

function fields2004(values: DrivingLicenceValues, x: number): readonly Slot[] {
  return [
    {
      ...{ x, y: 212, label: 'Surname, First Name, Middle Name', value: values.name, field: 'Name' },
      ...{ within: 860, size: 34 },
    },
    {
      ...{ x, y: 300, label: 'Home Address', value: values.address, field: 'Address' },
      ...{ lines: 2, within: 860, size: 27 },
    },
    { x, y: 426, label: 'Nationality', value: values.nationality, field: 'Nationality' },
    { x: x + 240, y: 426, label: 'Sex', value: values.isFemale ? 'F' : 'M', field: 'Sex' },
    {
      x: x + 330,
      y: 426,
      label: 'Birth Date',
      value: writeDay(values.birth, 'YYYY/MM/DD'),
      field: 'Birthday',
    },
    { x: x + 600, y: 426, label: 'Height (cm)', value: String(values.heightCm) },
    { x, y: 508, label: 'License Number', value: values.number, field: 'LicenseNo' },
    {
      ...{ x: x + 330, y: 508, label: 'Expiry Date', field: 'ExpiresDate' },
      value: writeDay(values.expires, 'YYYY/MM/DD'),
    },
    { x: x + 600, y: 508, label: 'Agency Code', value: values.agency, field: 'AgencyCode' },
    { x, y: 590, label: 'Restriction Codes', value: values.codes },
  ];
}

/** Filled in by a machine, the number and the dates on a row of their own. */
export const layout2004: Layout<DrivingLicenceValues> = {
  ...{ id: '2004-narrow', heldOut: true },
  draw: async (values, random, face) => {
    const canvas = new Canvas(1280, 807, 'narrow');
    printGround(canvas, random, { from: '#f4e6e2', to: '#e9cfd6', line: '#b58a98' });
    layHaze(canvas, random);
    heading(canvas, values.kind, 700);
    drawSeal(canvas, 130, 92, 60, '#6b2f4a');
    await printFace(canvas, face, { left: 44, top: 190, right: 332, bottom: 560 }, { backdrop: '#e9edf2' });
    const x = 372 + random.whole(-6, 8);
    printSlots(canvas, fields2004(values, x), {
      value: { size: 30, font: 'typewriter' },
      label: { size: 21, fill: '#6a4050' },
    });
    drawSignature(canvas, 76, 640, 220);
    return [canvas];
  },
};
