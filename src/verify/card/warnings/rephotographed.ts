import { type Corners, perspectiveOnto, project } from '../../../vision/card/perspective.ts';
import { distanceBetween, type Point } from '../../../vision/geometry.ts';
import type { RgbImage } from '../../../vision/image.ts';
import { patchSide, spectrumOf } from '../../../vision/spectrum.ts';
import { warningCodes } from '../card-verdict.ts';
import { commonPeak } from './common-peak.ts';
import type { Sign } from './sign.ts';

/** Patches compared: a screen's pattern lies over all of them, guilloche and micro-text only over some. */
const patchCount = 3;

/** Middles of the patches to choose from, in shares of the card. */
const candidates = [0.2, 0.4, 0.6, 0.8].flatMap((x) => [0.25, 0.5, 0.75].map((y) => ({ x, y })));

/** Luma between which a pattern survives: neither clipped nor drowned in noise. */
const usableLuma = { least: 25, most: 235 };

type Patch = { readonly left: number; readonly top: number; readonly mean: number; readonly unrest: number };

/**
 * -9103: a regular pattern at the photo's own resolution, as between the pixels of a screen or the dots of a print and
 * those of the camera. The value is how far the strongest frequency that all patches share stands out from others of
 * its length. Nothing is said of a card that is too small in the photo for its patches. `portrait`: its middle in shares of
 * the card's sides; guilloche that lies over all of a card leaves that out, a screen's pattern does not.
 */
export function measurePattern(photo: RgbImage, corners: Corners, portrait: Point | null): readonly Sign[] {
  const patches = choosePatches(photo, corners, portrait);
  if (patches.length < patchCount) return [];
  const spectra = patches.map((patch) => spectrumOf(lumaOfPatch(photo, patch)));
  return [{ code: warningCodes.rephotographed, name: 'rephotographed.pattern', value: commonPeak(spectra) }];
}

/** The portrait's, and the calmest others inside the card: print has a spectrum of its own. */
function choosePatches(photo: RgbImage, corners: Corners, portrait: Point | null): readonly Patch[] {
  const [topLeft, topRight, , bottomLeft] = corners;
  const perspective = perspectiveOnto(corners);
  const fits = Math.min(distanceBetween(topLeft, topRight), distanceBetween(topLeft, bottomLeft)) > patchSide;
  if (!fits) return [];
  const patchAt = ({ x, y }: Point) => patchAround(photo, project(perspective, x, y));
  const onPortrait = portrait && patchAt(portrait);
  const calmest = candidates
    .map(patchAt)
    .filter((patch) => patch !== null)
    .filter(({ mean }) => mean >= usableLuma.least && mean <= usableLuma.most)
    .sort((first, second) => first.unrest - second.unrest);
  return [...(onPortrait ? [onPortrait] : []), ...calmest].slice(0, patchCount);
}

function patchAround(photo: RgbImage, middle: Point): Patch | null {
  const left = Math.round(middle.x - patchSide / 2);
  const top = Math.round(middle.y - patchSide / 2);
  if (left < 0 || top < 0 || left + patchSide > photo.width || top + patchSide > photo.height) return null;
  let sum = 0;
  let squares = 0;
  let count = 0;
  for (let y = top; y < top + patchSide; y += 5) {
    for (let x = left; x < left + patchSide; x += 5) {
      const value = photo.data[3 * (y * photo.width + x) + 1] as number;
      sum += value;
      squares += value * value;
      count++;
    }
  }
  const mean = sum / count;
  return { left, top, mean, unrest: squares / count - mean * mean };
}

function lumaOfPatch({ data, width }: RgbImage, { left, top }: Patch): Float64Array {
  const luma = new Float64Array(patchSide * patchSide);
  for (let y = 0, at = 0; y < patchSide; y++) {
    for (let from = 3 * ((top + y) * width + left), x = 0; x < patchSide; x++, at++, from += 3) {
      luma[at] =
        0.299 * (data[from] as number) +
        0.587 * (data[from + 1] as number) +
        0.114 * (data[from + 2] as number);
    }
  }
  return luma;
}
