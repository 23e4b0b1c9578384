import { Canvas } from '../canvas.ts';
import { type Face, printFace } from '../face.ts';
import type { FamilyName } from '../fonts/families.ts';
import { drawBadge, layHaze, printGround, printMicroText } from '../ornament.ts';
import type { Random } from '../random.ts';
import { defineDesign, type Layout } from '../specimen.ts';
import { inventMainland, type MainlandValues, mainlandNormalCardInfo } from './values.ts';

type Plan = {
  /** Typeface of digits and letters, and of Chinese. */
  readonly font: FamilyName;
  readonly chinese: Canvas['chinese'];
  readonly numberFont: FamilyName;
  /** Start of the labels, pixels from there to the values, height of the values. */
  readonly labelX: number;
  readonly valueX: number;
  readonly size: number;
  readonly numberSpacing: number;
};

const labelColour = '#3f7fae';

/** Rows of label and value left, portrait right, number at the foot. */
async function drawFront(values: MainlandValues, random: Random, face: Face, plan: Plan): Promise<Canvas> {
  const canvas = new Canvas(1280, 807, plan.font, plan.chinese);
  printGround(canvas, random, { from: '#dff0ef', to: '#f0e9f0', line: '#79b6c4', strength: 0.3 });
  const { labelX, valueX, size } = plan;
  const label = (x: number, y: number, text: string, spacing = 0) =>
    canvas.text(x, y, text, { size: size - 8, fill: labelColour, weight: 500, spacing });
  const value = (x: number, y: number, text: string, field: string) =>
    canvas.text(x, y, text, { size, weight: 500, field });
  label(labelX, 120, '姓名', 10);
  canvas.text(valueX, 122, values.name, { size: size + 6, weight: 500, spacing: 4, field: 'FullName' });
  label(labelX, 212, '性别', 10);
  value(valueX, 213, values.isFemale ? '女' : '男', 'Sex');
  label(valueX + 140, 212, '民族', 10);
  value(valueX + 260, 213, values.group, 'Nation');
  label(labelX, 304, '出生', 10);
  printBirth(canvas, values, valueX, 305, size);
  label(labelX, 396, '住址', 10);
  canvas.lines(valueX, 397, values.address, size * 1.4, { size, weight: 500, field: 'FormattedAddress' });
  await printFace(canvas, face, { left: 820, top: 90, right: 1180, bottom: 560 }, { backdrop: '#f4f7f8' });
  layHaze(canvas, random);
  printMicroText(canvas, 640, 'SHENFENZHENG SPECIMEN');
  label(labelX, 720, '公民身份号码', 2);
  canvas.text(valueX + 230, 722, values.number, {
    size: size + 8,
    weight: 600,
    font: plan.numberFont,
    spacing: plan.numberSpacing,
    field: 'LicenseNumber',
  });
  return canvas;
}

/** Digits in black, the signs of year, month and day in the colour of the labels. */
function printBirth(canvas: Canvas, { birth }: MainlandValues, x: number, y: number, size: number): void {
  const parts = [
    [birth.year, '年', 100],
    [birth.month, '月', 62],
    [birth.day, '日', 62],
  ] as const;
  let at = x;
  for (const [number, sign, room] of parts) {
    const share = (room * size) / 38;
    canvas.text(at + share / 2, y, String(number), {
      size,
      weight: 500,
      anchor: 'middle',
      field: 'Birthday',
    });
    canvas.text(at + share + 4, y, sign, { size: size - 8, fill: labelColour, weight: 500 });
    at += share + size + 8;
  }
}

/** Title, issuing office and period of validity. */
async function drawBack(values: MainlandValues, random: Random, plan: Plan): Promise<Canvas> {
  const canvas = new Canvas(1280, 807, plan.font, plan.chinese);
  printGround(canvas, random, { from: '#e6f1ea', to: '#f3eaea', line: '#8fb3a2', strength: 0.3 });
  drawBadge(canvas, 170, 180, 84, '#c2574a');
  canvas.text(740, 170, '中华人民共和国', { size: 66, weight: 500, anchor: 'middle', spacing: 8 });
  canvas.text(740, 300, '居民身份证', { size: 90, weight: 600, anchor: 'middle', spacing: 26 });
  const { size } = plan;
  const label = { size, weight: 500 } as const;
  canvas.text(330, 620, '签发机关', label);
  canvas.text(330 + size * 4.8, 620, values.office, { ...label, field: 'Authority' });
  canvas.text(330, 705, '有效期限', label);
  canvas.text(330 + size * 4.8, 705, values.validity, { ...label, field: 'ValidDate' });
  layHaze(canvas, random);
  printMicroText(canvas, 520, 'SHENFENZHENG SPECIMEN');
  return canvas;
}

const layout = (id: string, heldOut: boolean, plan: Plan): Layout<MainlandValues> => ({
  ...{ id, heldOut },
  draw: async (values, random, face) => [
    await drawFront(values, random, face, plan),
    await drawBack(values, random, plan),
  ],
});

/** The second generation, 2004 on. No emblem and no pattern of it is copied. */
export const mainlandDesign = defineDesign<MainlandValues>({
  type: 'MainlandIDCard',
  layouts: [
    layout('arial', false, {
      ...{ font: 'simplified', chinese: 'simplified', numberFont: 'ocr' },
      ...{ labelX: 90, valueX: 220, size: 40, numberSpacing: 8 },
    }),
    layout('condensed', false, {
      ...{ font: 'condensed', chinese: 'simplified', numberFont: 'condensed' },
      ...{ labelX: 76, valueX: 200, size: 38, numberSpacing: 12 },
    }),
    layout('other-characters', true, {
      ...{ font: 'helvetica', chinese: 'simplifiedOther', numberFont: 'typewriter' },
      ...{ labelX: 84, valueX: 212, size: 41, numberSpacing: 2 },
    }),
  ],
  invent: inventMainland,
  cardInfo: null,
  normalCardInfo: mainlandNormalCardInfo,
});
