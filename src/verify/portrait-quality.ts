import type { Portrait } from './portrait.ts';

/** Below this a portrait is refused: at 40 pixels 42 % of true pairs fail the pass mark (`docs/accuracy.md`). */
export const leastFaceHeightPixels = 60;

/** From here on the size of a face costs nothing that was measured. */
const goodFaceHeightPixels = 100;

/** 98 % of LFW's photos lie above, 92 % of faces enlarged from 40 pixels below (measured 2026-11). */
const leastSharpness = 1.4;

/** 99 % of LFW's photos lie above (measured 2026-11). */
const leastStrength = 2.6;

/** Luma of the face; 98 % of LFW's photos lie between (measured 2026-11). */
const brightness = { least: 50, most: 215 };

/** What about a portrait will cost true matches, a plain sentence each; empty when nothing was found. */
export function portraitWarnings(portrait: Portrait): readonly string[] {
  const { faceHeightPixels: height, sharpness, strength, brightness: light, isGrey } = portrait;
  const findings: readonly (readonly [boolean, string])[] = [
    [
      height < goodFaceHeightPixels,
      `The face is ${height} pixels high; from ${goodFaceHeightPixels} on fewer genuine customers are refused.`,
    ],
    [
      sharpness < leastSharpness,
      'The face is blurred, or enlarged from a smaller picture: genuine customers may be refused.',
    ],
    [light < brightness.least, 'The face is too dark: genuine customers may be refused.'],
    [light > brightness.most, 'The face is too bright: genuine customers may be refused.'],
    [
      strength < leastStrength,
      'The face is hard to read (turned away, covered or poorly lit): genuine customers may be refused.',
    ],
    [isGrey, 'The photo has no colour, which costs a little accuracy.'],
  ];
  return findings.filter(([found]) => found).map(([, text]) => text);
}
