import type { RgbImage } from '../../../vision/image.ts';
import { warningCodes } from '../card-verdict.ts';
import { quantileOf } from './histogram.ts';
import type { Sign } from './sign.ts';

/** Cells darker than this say nothing of colour: there noise and JPEG are as large as what is sought. */
const leastLuma = 40;

/**
 * -9102: how much colour a card has beside the light's own. A grey copy under any one light keeps the same ratio of
 * red, green and blue wherever it is dark or bright; ink and skin do not. The value is how far, in levels of 0 to 255,
 * the most coloured twentieth of the card lies from the median ratio. A copy in colour is not seen.
 */
export function measureColour(cells: RgbImage): Sign {
  const { red, blue } = castOf(cells);
  const counts = new Uint32Array(256);
  for (let at = 0; at < cells.data.length; at += 3) {
    const green = cells.data[at + 1] as number;
    if (green < leastLuma) continue;
    const redOff = Math.abs((cells.data[at] as number) - red * green);
    const blueOff = Math.abs((cells.data[at + 2] as number) - blue * green);
    const off = Math.round(Math.max(redOff, blueOff));
    counts[Math.min(255, off)] = (counts[Math.min(255, off)] as number) + 1;
  }
  return { code: warningCodes.photocopy, name: 'photocopy.colour', value: quantileOf(counts, 0.95) };
}

const stepsPerUnit = 100;

/** Median of red over green and of blue over green, in hundredths. */
function castOf({ data }: RgbImage): { readonly red: number; readonly blue: number } {
  const reds = new Uint32Array(4 * stepsPerUnit);
  const blues = new Uint32Array(4 * stepsPerUnit);
  for (let at = 0; at < data.length; at += 3) {
    const green = data[at + 1] as number;
    if (green < leastLuma) continue;
    countRatio(reds, (data[at] as number) / green);
    countRatio(blues, (data[at + 2] as number) / green);
  }
  return { red: quantileOf(reds, 0.5) / stepsPerUnit, blue: quantileOf(blues, 0.5) / stepsPerUnit };
}

function countRatio(counts: Uint32Array, ratio: number): void {
  const at = Math.min(counts.length - 1, Math.round(ratio * stepsPerUnit));
  counts[at] = (counts[at] as number) + 1;
}
