import { Canvas } from '../canvas.ts';
import { printFace } from '../face.ts';
import { layHaze, printGround, printMicroText } from '../ornament.ts';
import { printSlots, type Slot } from '../philippines/print-slots.ts';
import { drawSeal, drawSignature } from '../philippines/seal.ts';
import type { Layout } from '../specimen.ts';
import type { VoterValues } from './values.ts';

/** A form filled in: every label in small type under the line that its value stands on. */
export const labelsUnder: Layout<VoterValues> = {
  ...{ id: 'labels-under', heldOut: false },
  draw: async (values, random, face) => {
    const canvas = new Canvas(1280, 807, 'arial');
    printGround(canvas, random, { from: '#eef3f8', to: '#dfe3ef', line: '#8d9cc0', strength: 0.28 });
    drawSeal(canvas, 104, 88, 58, '#7a3030');
    canvas.text(690, 54, 'Republic of the Philippines', { size: 27, anchor: 'middle' });
    canvas.text(690, 98, 'COMMISSION ON ELECTIONS', { size: 38, weight: 700, anchor: 'middle' });
    canvas.text(690, 136, "VOTER'S IDENTIFICATION CARD", { size: 26, anchor: 'middle' });
    await printFace(canvas, face, { left: 48, top: 190, right: 346, bottom: 570 }, { backdrop: '#ffffff' });
    const x = 396 + random.whole(-8, 8);
    const under = (dx: number, y: number, label: string, value: string, field?: string): Slot => ({
      ...{ x: x + dx, y, label, value, labelled: 'below' },
      ...(field === undefined ? {} : { field }),
    });
    const slots: readonly Slot[] = [
      { ...under(0, 206, 'VIN', values.number, 'VIN'), size: 34 },
      under(0, 282, 'Last Name', values.last, 'LastName'),
      under(410, 282, 'First Name', values.first, 'FirstName'),
      under(0, 352, 'Middle Name', values.middle ?? ''),
      under(410, 352, 'Date of Birth', values.born, 'Birthday'),
      under(0, 422, 'Civil Status', values.civilStatus, 'CivilStatus'),
      under(410, 422, 'Citizenship', values.citizenship, 'Citizenship'),
      { ...under(0, 492, 'Address', values.address, 'Address'), lines: 2, within: 830, size: 27 },
      under(0, 606, 'Precinct No.', values.precinct, 'PrecinctNo'),
    ];
    printSlots(canvas, slots, { value: { size: 30, weight: 500 }, label: { size: 20, fill: '#5a5a6a' } });
    layHaze(canvas, random);
    drawSignature(canvas, 76, 640, 230);
    printMicroText(canvas, 162, 'COMELEC SPECIMEN');
    return [canvas];
  },
};
