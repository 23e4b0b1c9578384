import type { CardReading } from '../../../cards/card-reading.ts';
import { type Box, heightOf } from '../../../vision/geometry.ts';
import type { TextLine } from '../../../vision/ocr/text-line.ts';
import { medianOf } from '../../median.ts';
import { warningCodes } from '../card-verdict.ts';
import { editorNamedIn } from './editing-software.ts';
import { noiseAgainstGround } from './field-noise.ts';
import type { Plane } from './luma-plane.ts';
import { edgeWidthOf } from './print-edge.ts';
import type { Sign } from './sign.ts';

/** Among fewer lines none is an outlier. */
const leastLines = 5;

/** Lines looked at: all that a card says of its holder, most of the labels too. */
const mostLines = 24;

/**
 * -9104: evidence inside the card that a field was changed. `edited.contradiction`: how many pairs of places disagree
 * (the number against the date or the sex). `edited.noise` and `edited.sharpness`: how far one line of print lies from
 * the card's median in the noise of its ground and in the sharpness of its edges, in doublings.
 * `edited.software`: 1 where the file names an editing program.
 */
export function measureEdits(
  luma: Plane,
  lines: readonly TextLine[],
  reading: CardReading | null,
  file: Uint8Array,
): readonly Sign[] {
  const code = warningCodes.edited;
  const boxes = boxesOf(lines);
  const noise = boxes.map((box) => noiseAgainstGround(luma, box)).filter((value) => value !== null);
  const widths = boxes.map((box) => edgeWidthOf(luma, box)).filter((value) => value !== null);
  const disagreeing = (reading?.reasons ?? []).filter(({ kind }) => kind === 'contradiction').length;
  return [
    { code, name: 'edited.contradiction', value: disagreeing },
    { code, name: 'edited.noise', value: furthestFromMedian(noise) },
    { code, name: 'edited.sharpness', value: furthestFromMedian(widths.map(Math.log2)) },
    { code, name: 'edited.software', value: editorNamedIn(file) === null ? 0 : 1 },
  ];
}

function boxesOf(lines: readonly TextLine[]): readonly Box[] {
  return lines
    .filter(({ score, text }) => score >= 0.6 && text.length >= 3)
    .map(({ box }) => box)
    .sort((first, second) => heightOf(second) - heightOf(first))
    .slice(0, mostLines);
}

function furthestFromMedian(values: readonly number[]): number {
  if (values.length < leastLines) return 0;
  const middle = medianOf(values);
  return Math.max(...values.map((value) => Math.abs(value - middle)));
}
