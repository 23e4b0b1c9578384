import { Canvas } from '../canvas.ts';
import { writeDay } from '../dates.ts';
import { type Face, printFace } from '../face.ts';
import type { FamilyName } from '../fonts/families.ts';
import { drawBadge, layHaze, printGround, printMicroText } from '../ornament.ts';
import type { Random } from '../random.ts';
import { defineDesign, type Layout } from '../specimen.ts';
import { type HongKongValues, hongKongCardInfo, hongKongNormalCardInfo, inventHongKong } from './values.ts';

const title = (isPermanent: boolean) =>
  [
    isPermanent ? '香港永久性居民身份證' : '香港居民身份證',
    isPermanent ? 'HONG KONG PERMANENT IDENTITY CARD' : 'HONG KONG IDENTITY CARD',
  ] as const;

/** The edition of 2018: names over the portrait, number in an oval upper right, ghost portrait right. */
async function draw2018(values: HongKongValues, random: Random, face: Face, font: FamilyName) {
  const canvas = new Canvas(1280, 807, font);
  const shift = random.whole(-8, 8);
  printGround(canvas, random, { from: '#f3ead8', to: '#d5e6e8', line: '#7d93a8', strength: 0.3 });
  layHaze(canvas, random);
  const [chinese, english] = title(values.isPermanent);
  canvas.text(640, 72, chinese, { size: 46, anchor: 'middle', weight: 500 });
  canvas.text(640, 116, english, { size: 32, anchor: 'middle', weight: 500 });
  if (values.chinese) {
    canvas.text(64, 192 + shift, values.chinese, { size: 52, weight: 500, spacing: 6, field: 'CnName' });
  }
  canvas.text(64, 250 + shift, values.english, { size: 36, weight: 500, within: 700, field: 'EnName' });
  await printFace(canvas, face, { left: 64, top: 282, right: 400, bottom: 734 }, { backdrop: '#e6ebf0' });
  await printFace(canvas, face, { left: 950, top: 330, right: 1120, bottom: 560 }, { isGhost: true });
  const x = 452 + shift;
  if (values.codes) canvas.text(x, 318, values.codes, { size: 32, field: 'TelexCode' });
  canvas.text(x, 372, '出生日期 Date of Birth', { size: 24 });
  canvas.text(x, 414, writeDay(values.birth, 'DD-MM-YYYY'), { size: 36, weight: 500, field: 'Birthday' });
  canvas.text(x + 300, 414, values.isFemale ? '女 F' : '男 M', { size: 36, weight: 500, field: 'Sex' });
  canvas.text(x, 474, values.symbols, { size: 36, weight: 500, field: 'Symbol' });
  canvas.text(x, 548, '簽發日期 Date of Issue', { size: 24 });
  canvas.text(x, 590, values.firstIssued, { size: 32, field: 'FirstIssueDate' });
  canvas.text(x, 640, values.issued, { size: 36, weight: 500, field: 'CurrentIssueDate' });
  const oval = { x: 1110, y: 226 };
  canvas.draw(
    `<ellipse cx="${oval.x}" cy="${oval.y}" rx="100" ry="46" fill="#ffffff" fill-opacity="0.45" stroke="#8aa"/>`,
  );
  canvas.text(oval.x, oval.y + 9, values.number.replace(/\(.*/, ''), { size: 26, anchor: 'middle' });
  canvas.text(1216, 738, values.number, { size: 58, weight: 500, anchor: 'end', field: 'IdNum' });
  printMicroText(canvas, 140, 'HKSAR SPECIMEN');
  return [canvas];
}

/** The edition of 2003: a title of one colour, names and data right of the portrait, no oval. */
async function draw2003(values: HongKongValues, random: Random, face: Face, font: FamilyName) {
  const canvas = new Canvas(1280, 807, font);
  printGround(canvas, random, { from: '#e9e4d2', to: '#f3d8d2', line: '#9aa86e' });
  const [chinese, english] = title(values.isPermanent);
  canvas.text(640, 66, chinese, { size: 42, anchor: 'middle', weight: 500, fill: '#243a5e' });
  canvas.text(640, 106, english, { size: 30, anchor: 'middle', weight: 500, fill: '#243a5e' });
  drawBadge(canvas, 1150, 220, 64, '#b99a4b');
  await printFace(canvas, face, { left: 58, top: 250, right: 398, bottom: 690 }, { backdrop: '#eef1f4' });
  const x = 440 + random.whole(-6, 10);
  if (values.chinese) {
    canvas.text(x, 184, values.chinese, { size: 50, weight: 500, spacing: 8, field: 'CnName' });
  }
  canvas.text(x, 236, values.english, { size: 34, weight: 500, within: 620, field: 'EnName' });
  if (values.codes) canvas.text(x, 292, values.codes, { size: 30, field: 'TelexCode' });
  canvas.text(x, 350, '出生日期 Date of Birth', { size: 23 });
  canvas.text(x, 394, writeDay(values.birth, 'DD-MM-YYYY'), { size: 36, field: 'Birthday' });
  canvas.text(x + 310, 394, values.isFemale ? '女 F' : '男 M', { size: 36, field: 'Sex' });
  canvas.text(x, 452, values.symbols, { size: 36, field: 'Symbol' });
  canvas.text(x, 516, '簽發日期 Date of Issue', { size: 23 });
  canvas.text(x, 560, values.firstIssued, { size: 32, field: 'FirstIssueDate' });
  canvas.text(x, 610, values.issued, { size: 36, field: 'CurrentIssueDate' });
  layHaze(canvas, random);
  canvas.text(1220, 730, values.number, { size: 56, anchor: 'end', weight: 500, field: 'IdNum' });
  return [canvas];
}

type Draw = (
  values: HongKongValues,
  random: Random,
  face: Face,
  font: FamilyName,
) => Promise<readonly Canvas[]>;

const layout = (id: string, heldOut: boolean, font: FamilyName, draw: Draw): Layout<HongKongValues> => ({
  ...{ id, heldOut },
  draw: (values, random, face) => draw(values, random, face, font),
});

export const hongKongDesign = defineDesign<HongKongValues>({
  type: 'HKIDCard',
  layouts: [
    layout('2018', false, 'arial', draw2018),
    layout('2003', false, 'condensed', draw2003),
    layout('2018-helvetica', true, 'helvetica', draw2018),
    layout('2003-narrow', true, 'narrow', draw2003),
  ],
  invent: inventHongKong,
  cardInfo: hongKongCardInfo,
  normalCardInfo: hongKongNormalCardInfo,
});
