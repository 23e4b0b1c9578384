import { type Box, centreOf, type Point } from '../../../vision/geometry.ts';
import type { RgbImage } from '../../../vision/image.ts';
import type { CardWarning, WarningCode } from '../card-verdict.ts';
import { measureBlur } from './blur.ts';
import { shrinkToCells } from './card-cells.ts';
import { measureEdits } from './edited.ts';
import { measureGlare } from './glare.ts';
import { measureBorder } from './incomplete-border.ts';
import { lumaOf } from './luma-plane.ts';
import { measureColour } from './photocopy.ts';
import { measurePattern } from './rephotographed.ts';
import { type Sign, strengthOf, worthListing, worthStopping } from './sign.ts';
import type { WarningsInput } from './warnings-input.ts';

/**
 * The warnings that some signs amount to, each code once: those worth telling, on the scale of `strengthOf`. What each
 * sees and how often it errs: docs/warnings.md.
 */
export function warningsFrom(signs: readonly Sign[]): readonly CardWarning[] {
  return [...scoresOf(signs)]
    .filter(([, score]) => score >= worthListing)
    .map(([code, score]) => ({
      code,
      score,
      listFrom: worthListing,
      stopFrom: worthStopping,
      stops: score >= worthStopping,
    }));
}

/** A warning is as strong as its strongest sign. */
export function scoresOf(signs: readonly Sign[]): ReadonlyMap<WarningCode, number> {
  const strongest = new Map<WarningCode, number>();
  for (const sign of signs) {
    strongest.set(sign.code, Math.max(strongest.get(sign.code) ?? 0, strengthOf(sign)));
  }
  return strongest;
}

/** Every sign in its own unit, whether or not it says anything: what the thresholds were set by. */
export function measureSigns(input: WarningsInput): readonly Sign[] {
  const { straightened, photo, file, found, lines, reading, portrait } = input;
  const cells = shrinkToCells(straightened);
  const luma = lumaOf(straightened);
  return [
    ...measureBorder(photo, found, straightened, lines),
    measureColour(cells),
    ...measurePattern(photo, found.corners, portrait && middleOf(portrait, straightened)),
    ...measureEdits(luma, lines, reading, file),
    ...measureGlare(cells, lines, portrait),
    ...measureBlur(luma, lines),
  ];
}

function middleOf(box: Box, { width, height }: RgbImage): Point {
  const { x, y } = centreOf(box);
  return { x: x / width, y: y / height };
}
