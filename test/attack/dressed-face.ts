import type { Landmarks } from '../../src/vision/face-landmarks.ts';
import type { Point } from '../../src/vision/geometry.ts';
import { type HeadPlace, poseOf, shareOfPerson } from './head-relief.ts';
import { maskOf } from './polygon-rows.ts';
import type { PosedPicture } from './posed-clip.ts';

type Rgb = readonly [red: number, green: number, blue: number];
type Wear = 'headscarf' | 'roll-neck' | 'beard' | 'fringe';
/** What somebody wears round the face, and its colour in the room's light (sRGB). */
export type Dress = { readonly wears: Wear; readonly color: Rgb };

/** As customers come; dark ones are what a camera sees least of. */
export const dresses = {
  'black headscarf': { wears: 'headscarf', color: [14, 14, 16] },
  'navy headscarf': { wears: 'headscarf', color: [28, 32, 58] },
  'pink headscarf': { wears: 'headscarf', color: [205, 150, 165] },
  'white headscarf': { wears: 'headscarf', color: [250, 249, 247] },
  'black roll-neck': { wears: 'roll-neck', color: [18, 18, 19] },
  'black beard': { wears: 'beard', color: [24, 20, 19] },
  'brown beard': { wears: 'beard', color: [52, 38, 30] },
  'grey beard': { wears: 'beard', color: [130, 128, 126] },
  'black fringe': { wears: 'fringe', color: [24, 20, 19] },
} as const satisfies Readonly<Record<string, Dress>>;

export type DressName = keyof typeof dresses;

/** Hair is thin: the least of what is below that shows. */
const hairCovers = 0.85;
/** Over how much of an eye distance it thins out. */
const hairThins = 0.3;

/**
 * SIMULATED: the same person in a headscarf that leaves the face free from brow to chin, a roll-neck, a full beard or a fringe, drawn over the picture round the 68
 * landmarks. Folds and strands move with the head. Landmarks are those of the bare face.
 */
export function dressed({ picture, landmarks }: PosedPicture, { wears, color }: Dress): PosedPicture {
  const { width, height } = picture;
  const data = new Uint8Array(picture.data);
  const enter = poseOf(landmarks);
  const isHair = wears === 'beard' || wears === 'fringe';
  const shareAt = isHair ? hairOf(wears, landmarks, width, height) : clothOf(wears, landmarks, width, height);
  for (let y = 0, at = 0; y < height; y++) {
    for (let x = 0; x < width; x++, at++) {
      const place = enter({ x, y });
      const share = shareAt(at, place);
      if (share === 0) continue;
      const shade = isHair ? strandAt(place) : foldAt(place);
      for (let channel = 3 * at; channel < 3 * at + 3; channel++) {
        const drawn = color[channel - 3 * at]! * shade;
        data[channel] = Math.min(255, drawn * share + data[channel]! * (1 - share));
      }
    }
  }
  return { picture: { width, height, data }, landmarks };
}

/** Folds run round the face; cloth lies lower to the sides. Never 1: what is burnt out has no folds. */
function foldAt({ u, v }: HeadPlace): number {
  const round = Math.hypot(u, 0.8 * v - 0.3);
  return 0.9 + 0.1 * Math.sin(9 * round + 2 * Math.sin(3 * Math.atan2(v, u))) - 0.06 * Math.abs(u);
}

/** Tufts of an uneven brightness, longer than they are wide. */
function strandAt({ u, v }: HeadPlace): number {
  const tuft =
    Math.imul(Math.floor(40 * u) + 512, 0x9e3779b1) ^ Math.imul(Math.floor(16 * v) + 512, 0x85ebca6b);
  return 0.6 + (0.8 * ((Math.imul(tuft ^ (tuft >>> 15), 0x2c1b3c6d) >>> 16) & 255)) / 255;
}

/** How much of a pixel, the `at`th, row by row, is covered. */
type Cover = (at: number, place: HeadPlace) => number;

function clothOf(wears: Wear, landmarks: Landmarks, width: number, height: number): Cover {
  const face = maskOf(faceOf(landmarks, wears === 'headscarf' ? 0.95 : 1), width, height);
  const from = wears === 'headscarf' ? Number.NEGATIVE_INFINITY : belowChin;
  return (at, place) => (face[at] === 0 && place.v > from ? shareOfPerson(place) : 0);
}

function hairOf(wears: Wear, landmarks: Landmarks, width: number, height: number): Cover {
  const outline = wears === 'beard' ? beardOf(landmarks) : fringeOf(landmarks);
  const eyes = Math.hypot(landmarks[45]!.x - landmarks[36]!.x, landmarks[45]!.y - landmarks[36]!.y) / 1.4;
  const dense = softened(maskOf(outline, width, height), width, height, Math.round((hairThins * eyes) / 2));
  const lips = maskOf(wears === 'beard' ? landmarks.slice(48, 60) : [], width, height);
  return (at) => (lips[at] === 1 ? 0 : hairCovers * dense[at]!);
}

/** A mask whose edges fade over twice a radius, in pixels. */
function softened(mask: Uint8Array, width: number, height: number, radius: number): Float32Array {
  const along = new Float32Array(mask.length);
  const soft = new Float32Array(mask.length);
  const slide = (from: ArrayLike<number>, into: Float32Array, start: number, step: number, count: number) => {
    let sum = 0;
    for (let at = -radius; at < count + radius; at++) {
      if (at + radius < count) sum += from[start + (at + radius) * step]!;
      if (at - radius - 1 >= 0) sum -= from[start + (at - radius - 1) * step]!;
      if (at >= 0 && at < count) into[start + at * step] = sum / (2 * radius + 1);
    }
  };
  for (let y = 0; y < height; y++) slide(mask, along, y * width, 1, width);
  for (let x = 0; x < width; x++) slide(along, soft, x, width, height);
  return soft;
}

/** In eye distances below the eyes; the chin hides it nearer than that. */
const belowChin = 1.2;
/** A face's upper edge, in eye distances from between the eyes: to the right and up. */
const brow = [
  [1, 0.45],
  [0.8, 0.8],
  [0.4, 1],
  [0, 1.05],
  [-0.4, 1],
  [-0.8, 0.8],
  [-1, 0.45],
] as const;

/** Brow to chin, the jaw drawn together to the nose by a share. */
function faceOf(landmarks: Landmarks, share: number): readonly Point[] {
  const jaw = landmarks.slice(0, 17).map((point) => between(landmarks[30]!, point, share));
  return [...jaw, ...above(landmarks, brow)];
}

/** Full, and hanging over the jaw by a little. */
function beardOf(landmarks: Landmarks): readonly Point[] {
  const at = (mark: number) => landmarks[mark]!;
  const edge = landmarks.slice(2, 15).map((point) => between(at(30), point, 1.04));
  return [
    ...edge,
    ...[between(at(14), at(54), 0.45), between(at(54), at(35), 0.3), between(at(33), at(51), 0.35)],
    ...[between(at(48), at(31), 0.3), between(at(2), at(48), 0.45)],
  ];
}

/** Down to the brows. */
function fringeOf(landmarks: Landmarks): readonly Point[] {
  const crown = [
    [1.2, 1.4],
    [0.6, 1.9],
    [-0.6, 1.9],
    [-1.2, 1.4],
  ] as const;
  const brows = [17, 19, 21, 22, 24, 26].map((mark) => between(landmarks[27]!, landmarks[mark]!, 1.08));
  return [...brows, ...above(landmarks, crown)];
}

function between(from: Point, to: Point, share: number): Point {
  return { x: from.x + share * (to.x - from.x), y: from.y + share * (to.y - from.y) };
}

/** Places of the head, in eye distances to the right and up from the nose's root, as the picture has them. */
function above(landmarks: Landmarks, places: readonly (readonly [number, number])[]): readonly Point[] {
  const [left, right] = [landmarks[36]!, landmarks[45]!];
  // From one eye's outer corner to the other's it is 1.4 eye distances.
  const [x, y] = [(right.x - left.x) / 1.4, (right.y - left.y) / 1.4];
  const root = between(left, right, 0.5);
  return places.map(([aside, up]) => ({
    x: root.x + aside * x + up * y,
    y: root.y + aside * y - up * x,
  }));
}
