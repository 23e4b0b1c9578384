import { heightOf } from '../../../vision/geometry.ts';
import type { TextLine } from '../../../vision/ocr/text-line.ts';
import { medianOf } from '../../median.ts';
import { warningCodes } from '../card-verdict.ts';
import type { Plane } from './luma-plane.ts';
import { edgeWidthOf } from './print-edge.ts';
import type { Sign } from './sign.ts';

/** Lines looked at: the highest, since the finest print is unsharp on good photos too. */
const mostLines = 12;

/** Below this mean probability the "line" is a pattern, not print. */
const leastScore = 0.3;

/**
 * -9108: how unsharp the print is, and how unsure its reader was. Only print is looked at, so that a smooth card is no
 * more blurred than a busy one. Without a line of print there is nothing to say.
 */
export function measureBlur(luma: Plane, lines: readonly TextLine[]): readonly Sign[] {
  const print = lines.filter(({ score, text }) => score >= leastScore && text.length >= 3);
  const widths = [...print]
    .sort((first, second) => heightOf(second.box) - heightOf(first.box))
    .slice(0, mostLines)
    .map(({ box }) => edgeWidthOf(luma, box))
    .filter((width) => width !== null);
  const signs: Sign[] = [];
  if (widths.length > 0) {
    signs.push({ code: warningCodes.blur, name: 'blur.edge', value: medianOf(widths) });
  }
  if (print.length > 0) {
    signs.push({ code: warningCodes.blur, name: 'blur.unread', value: 1 - meanScoreOf(print) });
  }
  return signs;
}

/** Each line counts by its characters. */
function meanScoreOf(lines: readonly TextLine[]): number {
  let score = 0;
  let characters = 0;
  for (const line of lines) {
    score += line.score * line.text.length;
    characters += line.text.length;
  }
  return score / characters;
}
