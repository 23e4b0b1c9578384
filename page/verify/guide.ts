import { type CalmHint, calmHints } from './calm-hints.ts';
import type { Advice } from './face/advice.ts';
import { oval } from './oval-place.ts';

/**
 * Live hints: is there light, is something skin-coloured in the oval, does it fill it, does it hold still; and, once there
 * is a detector, whether that is one face in its place. It only helps the customer to a good start; whether there is a face is judged on the server alone.
 */

/** The frame is looked at this small: enough for areas, cheap on any phone. */
export const sampleSize = { width: 48, height: 64 } as const;

export type Hint = 'too-dark' | 'too-bright' | 'hold-still' | 'blurred' | Advice;

/** What is known of a frame besides its reading. */
export type Aid = {
  /** What a detector says of where the face is; null where there is none, or it knows nothing just now. */
  readonly advice: Advice | null;
  readonly isBlurred: boolean;
};
const noAid: Aid = { advice: null, isBlurred: false };

export type Reading = {
  /** Mean luma inside the oval, 0 to 255. */
  readonly brightness: number;
  /** Share of the oval's middle that looks like skin. */
  readonly skinInMiddle: number;
  /** Share of the oval's rim that looks like skin. */
  readonly skinAtRim: number;
  /** Share of the frame outside the oval, beside it, that looks like skin. */
  readonly skinBeside: number;
  /** Difference of mean luma between the oval's middle and beside it: a skin-coloured wall is not the face's shade. */
  readonly besideContrast: number;
  /** Standard deviation of luma inside the oval: a wall or a covered lens has next to none. */
  readonly texture: number;
  /** Mean change of luma inside the oval since the last frame; null for the first. */
  readonly motion: number | null;
};

/**
 * Generous, since a wrong hint holds a customer up and a missing one costs an attempt at most. On the five bona fide
 * development clips, ten frames a second, four read `good` in 79 to 99 % of frames (2026-11-23); the fifth, in warm
 * light before a skin-coloured wall, in half of them. Whom they do not fit starts by hand.
 */
const limits = {
  dark: 45,
  bright: 225,
  textureLeast: 9,
  skinInMiddleLeast: 0.35,
  skinAtRimLeast: 0.22,
  skinBesideMost: 0.6,
  besideContrastLeast: 18,
  motionMost: 11,
} as const;

/** Luma and the chroma range in which skin of all tones lies (Chai and Ngan 1999: Cb 77..127, Cr 133..173). */
function lumaOf(red: number, green: number, blue: number): number {
  return 0.299 * red + 0.587 * green + 0.114 * blue;
}

function isSkin(red: number, green: number, blue: number): boolean {
  const luma = lumaOf(red, green, blue);
  const cb = 128 + 0.564 * (blue - luma);
  const cr = 128 + 0.713 * (red - luma);
  return cb >= 77 && cb <= 127 && cr >= 133 && cr <= 173;
}

type Zone = 'middle' | 'rim' | 'beside' | 'elsewhere';

/** Where a sample point lies: the inner half of the oval, the rest of it, or left and right of it. */
function zoneOf(x: number, y: number): Zone {
  const dx = ((x + 0.5) / sampleSize.width - oval.centreX) / oval.radiusX;
  const dy = ((y + 0.5) / sampleSize.height - oval.centreY) / oval.radiusY;
  const distance = dx * dx + dy * dy;
  if (distance <= 0.4) return 'middle';
  if (distance <= 1) return 'rim';
  return Math.abs(dy) < 0.7 ? 'beside' : 'elsewhere';
}

const zones: readonly Zone[] = Array.from({ length: sampleSize.width * sampleSize.height }, (_, index) =>
  zoneOf(index % sampleSize.width, Math.floor(index / sampleSize.width)),
);

/** Where a sample lies, counted in rows from the top left. */
export function zoneAt(index: number): Zone | undefined {
  return zones[index];
}

export type Look = { readonly reading: Reading; readonly luma: Float32Array };

/** Reads one frame of `sampleSize`, RGBA in rows; `before` is the luma that the last look returned. */
export function readFrame(rgba: Uint8ClampedArray, before: Float32Array | null): Look {
  const luma = new Float32Array(zones.length);
  const count = { middle: 0, rim: 0, beside: 0, elsewhere: 0 };
  const skin = { middle: 0, rim: 0, beside: 0, elsewhere: 0 };
  const light = { middle: 0, rim: 0, beside: 0, elsewhere: 0 };
  let squares = 0;
  let change = 0;
  zones.forEach((zone, index) => {
    const red = rgba[index * 4]!;
    const green = rgba[index * 4 + 1]!;
    const blue = rgba[index * 4 + 2]!;
    const value = lumaOf(red, green, blue);
    luma[index] = value;
    count[zone] += 1;
    light[zone] += value;
    if (isSkin(red, green, blue)) skin[zone] += 1;
    if (zone !== 'middle' && zone !== 'rim') return;
    squares += value * value;
    change += Math.abs(value - (before?.[index] ?? value));
  });
  const inside = count.middle + count.rim;
  const brightness = (light.middle + light.rim) / inside;
  const reading = {
    brightness,
    skinInMiddle: skin.middle / count.middle,
    skinAtRim: skin.rim / count.rim,
    skinBeside: skin.beside / count.beside,
    besideContrast: Math.abs(light.beside / count.beside - light.middle / count.middle),
    texture: Math.sqrt(Math.max(0, squares / inside - brightness * brightness)),
    motion: before ? change / inside : null,
  };
  return { reading, luma };
}

/** The one thing to tell the customer about a frame, the most hindering first. Where a detector looks, colours do not count. */
export function hintOf(reading: Reading, { advice, isBlurred }: Aid = noAid): Hint {
  if (reading.brightness < limits.dark) return 'too-dark';
  if (reading.brightness > limits.bright) return 'too-bright';
  const place = advice ?? placeOf(reading);
  if (place !== 'good') return place;
  if (reading.motion === null || reading.motion > limits.motionMost) return 'hold-still';
  return isBlurred ? 'blurred' : 'good';
}

/** Where the face seems to be, by colours alone. */
function placeOf(reading: Reading): Advice {
  if (reading.texture < limits.textureLeast || reading.skinInMiddle < limits.skinInMiddleLeast)
    return 'no-face';
  if (reading.skinAtRim < limits.skinAtRimLeast) return 'too-far';
  const isFaceBeside = reading.besideContrast < limits.besideContrastLeast;
  return reading.skinBeside > limits.skinBesideMost && isFaceBeside ? 'too-near' : 'good';
}

/** Good for 700 ms, then it starts by itself. */
const pace = { first: 'no-face', goodForMs: 700, hintLeastMs: 700 } as const;

/** Not decided after this long, the customer may start by hand. */
export const manualAfterMs = 6_000;

export type Guidance = CalmHint<Hint> & { readonly mayStartByHand: boolean };

/** Turns readings over time into calm guidance. `nowMs` is any clock that only goes forward. */
export function createGuide(startMs: number): (reading: Reading, nowMs: number, aid?: Aid) => Guidance {
  const calm = calmHints<Hint>(pace);
  return (reading, nowMs, aid) => ({
    ...calm(hintOf(reading, aid), nowMs),
    mayStartByHand: nowMs - startMs >= manualAfterMs,
  });
}
