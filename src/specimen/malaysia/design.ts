import { Canvas } from '../canvas.ts';
import { type Day, randomDay, writeDay } from '../dates.ts';
import { printFace } from '../face.ts';
import type { FamilyName } from '../fonts/families.ts';
import { drawChip, layHaze, printGround, printMicroText } from '../ornament.ts';
import { birthStates, malaysianAddress, malaysianName } from '../people/malaysia.ts';
import type { Random } from '../random.ts';
import { defineDesign, type Layout } from '../specimen.ts';

type Kind = 'MyKad' | 'MyPR' | 'MyKAS';

type MalaysianValues = {
  readonly kind: Kind;
  readonly name: string;
  readonly isMuslim: boolean;
  readonly isFemale: boolean;
  readonly birth: Day;
  /** `710716-08-6085` */
  readonly number: string;
  readonly address: readonly string[];
};

/** Number: birth date, state of birth, four digits of which the last is even for women. */
function invent(random: Random, layout: string): MalaysianValues {
  const kind = layout.startsWith('mypr') ? 'MyPR' : layout.startsWith('mykas') ? 'MyKAS' : 'MyKad';
  const isFemale = random.chance(0.5);
  const birth = randomDay(random, 1948, 2007);
  const sexDigit = random.whole(0, 4) * 2 + (isFemale ? 0 : 1);
  const number = `${writeDay(birth, 'YYMMDD')}-${random.pick(birthStates)}-${random.digits(3)}${sexDigit}`;
  return {
    kind,
    isFemale,
    birth,
    number,
    ...malaysianName(random, isFemale),
    address: malaysianAddress(random),
  };
}

const colours = {
  MyKad: { from: '#cfe4f4', to: '#9cc5e6', line: '#4d86b8' },
  MyPR: { from: '#f7d9d6', to: '#e8a6a0', line: '#b85a52' },
  MyKAS: { from: '#d6f0e4', to: '#9fd8c0', line: '#3f9a78' },
} as const;
const standing = { MyKad: 'WARGANEGARA', MyPR: 'PEMASTAUTIN TETAP', MyKAS: 'PEMASTAUTIN SEMENTARA' } as const;

/** Where the blocks stand: the cards have no labels, and generations differ by a few millimetres. */
type Plan = {
  readonly font: FamilyName;
  readonly numberFont: FamilyName;
  readonly nameY: number;
  readonly size: number;
};

const layout = (id: string, heldOut: boolean, plan: Plan): Layout<MalaysianValues> => ({
  ...{ id, heldOut },
  draw: async (values, random, face) => {
    const canvas = new Canvas(1280, 807, plan.font);
    const x = 56 + random.whole(-8, 8);
    printGround(canvas, random, { ...colours[values.kind], strength: 0.4 });
    layHaze(canvas, random);
    canvas.text(x, 70, 'KAD PENGENALAN', { size: 34, weight: 700, fill: '#173a6b' });
    canvas.text(x, 112, 'MALAYSIA', { size: 34, weight: 700, fill: '#173a6b' });
    canvas.text(x, 148, 'IDENTITY CARD', { size: 25, weight: 500, fill: '#173a6b' });
    canvas.text(1220, 96, values.kind, { size: 62, weight: 700, anchor: 'end', fill: '#c33a2e' });
    canvas.text(x, 222, values.number, { size: 50, font: plan.numberFont, weight: 500, field: 'ID' });
    drawChip(canvas, x + 20, 270, 150);
    await printFace(canvas, face, { left: 850, top: 150, right: 1190, bottom: 580 }, { backdrop: '#f4f7fb' });
    await printFace(canvas, face, { left: 620, top: 250, right: 760, bottom: 430 }, { isGhost: true });
    const { size, nameY } = plan;
    canvas.text(x, nameY, values.name, { size: size + 2, weight: 500, within: 720, field: 'Name' });
    canvas.lines(x, nameY + 52, values.address, size + 8, { size, field: 'Address' });
    canvas.text(1220, 650, standing[values.kind], { size: 28, anchor: 'end', within: 420, field: 'Type' });
    if (values.isMuslim) canvas.text(1220, 694, 'ISLAM', { size: 28, anchor: 'end' });
    canvas.text(1220, 744, values.isFemale ? 'PEREMPUAN' : 'LELAKI', {
      size: 28,
      anchor: 'end',
      field: 'Sex',
    });
    printMicroText(canvas, 792, 'MALAYSIA SPECIMEN');
    return [canvas];
  },
});

export const malaysiaDesign = defineDesign<MalaysianValues>({
  type: 'MLIDCard',
  layouts: [
    layout('mykad', false, { font: 'arial', numberFont: 'arial', nameY: 490, size: 30 }),
    layout('mypr', false, { font: 'condensed', numberFont: 'condensed', nameY: 500, size: 32 }),
    layout('mykad-helvetica', true, { font: 'helvetica', numberFont: 'helvetica', nameY: 482, size: 29 }),
    layout('mykas-narrow', true, { font: 'narrow', numberFont: 'typewriter', nameY: 496, size: 32 }),
  ],
  invent,
  cardInfo: (values) => ({
    Name: values.name,
    ID: values.number,
    Sex: values.isFemale ? 'PEREMPUAN' : 'LELAKI',
    Address: values.address.join(' '),
    Type: values.kind,
    Birthday: writeDay(values.birth, 'YYYY-MM-DD'),
  }),
  normalCardInfo: (values) => ({
    FullName: values.name,
    LicenseNumber: values.number,
    Sex: values.isFemale ? 'PEREMPUAN' : 'LELAKI',
    FormattedAddress: values.address.join(' '),
    Type: values.kind,
    Birthday: writeDay(values.birth, 'YYYY-MM-DD'),
  }),
});
