import type { Reason } from './judgement.ts';

/** Below this a portrait is refused: at 40 pixels 42 % of true pairs fail the pass mark (`docs/accuracy.md`). */
export const leastFaceHeightPixels = 60;

/** From here on the size of a face costs nothing that was measured. */
const goodFaceHeightPixels = 100;

/** 98 % of LFW's photos lie above, 92 % of faces enlarged from 40 pixels below (measured 2026-11). */
const leastSharpness = 1.4;

/**
 * 95 % of LFW's photos lie above. Of the genuine pairs with a photo below 55 % fail the pass mark of `default`, of the
 * others 11 % (measured 2026-11); most covered faces lie below.
 */
const leastStrength = 3;

/** Luma of the face; 98 % of LFW's photos lie between (measured 2026-11). */
const brightness = { least: 50, most: 215 };

/** Deviation of the face's luma; 99.7 % of LFW's photos lie above, 95 % of those at a third of their contrast below. */
const leastContrast = 20;

/** 99 % of LFW's photos lie under 4, nearly all saved at JPEG quality 15 or less over this (measured 2026-11). */
const mostBlockiness = 7;

/** Degrees from the frontal view; 94 % of LFW's photos lie under, and fail the pass mark less often (11 % against 16 %). */
const mostTurned = 35;

/** What is measured of a photo's main face. */
export type PortraitMeasures = {
  /** See `FaceDescription`. */
  readonly strength: number;
  /** Height of the face's box in pixels of the file, before any scaling of ours. */
  readonly faceHeightPixels: number;
  /** 0 for a flat picture; see `measureSharpness`. */
  readonly sharpness: number;
  /** Mean luma of the face, 0 to 255. */
  readonly brightness: number;
  /** Deviation of the face's luma. */
  readonly contrast: number;
  /** How far JPEG's blocks stand out; see `measureBlockiness`. */
  readonly blockiness: number;
  /** How far the face is turned or tilted from the frontal view. */
  readonly turnedDegrees: number;
  readonly isGrey: boolean;
  /** How many other persons are in it (contracts.md §3). */
  readonly otherPersons: number;
};

/** Something about a portrait that will cost true matches; noted, never refused for. */
export type PortraitDoubt = Reason & { readonly refuses: false };

type Rule = Omit<PortraitDoubt, 'refuses'> & { readonly holds: boolean };

/** What Apply stores as warnings of a photo that it takes, and what every comparison with the photo notes. */
export function doubtsAboutPortrait(portrait: PortraitMeasures): readonly PortraitDoubt[] {
  return [...doubtsAboutDetail(portrait), ...doubtsAboutLight(portrait), ...doubtsAboutFace(portrait)]
    .filter(({ holds }) => holds)
    .map(({ holds: _, ...doubt }) => ({ ...doubt, refuses: false }));
}

function doubtsAboutDetail({
  faceHeightPixels: height,
  sharpness,
  blockiness,
}: PortraitMeasures): readonly Rule[] {
  return [
    {
      holds: height < goodFaceHeightPixels,
      id: 'photo.small-face',
      text: `The face is ${height} pixels high; from ${goodFaceHeightPixels} on fewer genuine customers are refused.`,
      ...{ score: height, threshold: goodFaceHeightPixels },
    },
    {
      holds: sharpness < leastSharpness,
      id: 'photo.blurred',
      text: 'The face is blurred, or enlarged from a smaller picture: genuine customers may be refused.',
      ...{ score: sharpness, threshold: leastSharpness },
    },
    {
      holds: blockiness > mostBlockiness,
      id: 'photo.compressed',
      text: 'The photo is compressed so far that its blocks show: genuine customers may be refused.',
      ...{ score: blockiness, threshold: mostBlockiness },
    },
  ];
}

function doubtsAboutLight({ brightness: light, contrast, isGrey }: PortraitMeasures): readonly Rule[] {
  return [
    {
      holds: light < brightness.least,
      id: 'photo.dark',
      text: 'The face is too dark: genuine customers may be refused.',
      ...{ score: light, threshold: brightness.least },
    },
    {
      holds: light > brightness.most,
      id: 'photo.bright',
      text: 'The face is too bright: genuine customers may be refused.',
      ...{ score: light, threshold: brightness.most },
    },
    {
      holds: contrast < leastContrast,
      id: 'photo.faded',
      text: 'The face has little contrast, as in a faded print: genuine customers may be refused.',
      ...{ score: contrast, threshold: leastContrast },
    },
    {
      holds: isGrey,
      id: 'photo.grey',
      text: 'The photo has no colour, which costs a little accuracy.',
      ...{ score: null, threshold: null },
    },
  ];
}

function doubtsAboutFace({ strength, turnedDegrees, otherPersons }: PortraitMeasures): readonly Rule[] {
  return [
    {
      holds: turnedDegrees > mostTurned,
      id: 'photo.turned',
      text: `The face is turned away by about ${Math.round(turnedDegrees)} degrees: genuine customers may be refused.`,
      ...{ score: turnedDegrees, threshold: mostTurned },
    },
    {
      holds: strength < leastStrength,
      id: 'photo.hard-to-read',
      text: 'The face is hard to read (turned away, covered or poorly lit): genuine customers may be refused.',
      ...{ score: strength, threshold: leastStrength },
    },
    {
      holds: otherPersons > 0,
      id: 'photo.others',
      text: `It shows ${otherPersons + 1} people; the main face was taken.`,
      ...{ score: otherPersons, threshold: 0 },
    },
  ];
}
