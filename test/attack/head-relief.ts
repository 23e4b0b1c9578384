import type { Landmarks } from '../../src/vision/face-landmarks.ts';
import { distanceBetween, meanPoint, type Point } from '../../src/vision/geometry.ts';

/** How a person and what is behind take light from a screen at the camera, on a grid over the picture. */
export type Relief = {
  readonly columns: number;
  readonly rows: number;
  /** Pixels from one place of the grid to the next. */
  readonly step: number;
  /** Light that falls on each place and is scattered, 1 where the screen's light meets the eyes' plane squarely. */
  readonly scattered: Float32Array;
  /** Light that the skin's gloss throws into the camera, in the same unit. */
  readonly gloss: Float32Array;
  /** 1 on head, neck and shoulders, 0 behind them. */
  readonly person: Float32Array;
};

export type ReliefSetting = {
  /** From the screen to the eyes. */
  readonly distanceCm: number;
  /** From the screen to what is behind the person. */
  readonly backgroundCm: number;
  /** Half the height of the screen. */
  readonly screenHalfHeightCm: number;
  /** How far the face stands out, 1 as usual: 0.8 is a flat face, 1.2 a sharp one, 0 a sheet of paper. */
  readonly depth: number;
  readonly lamp: RoomLamp;
};

/**
 * Where in the room a lamp or a window is, seen from the face: to the right, down, to the camera; of length 1. In front of it, as the screen is, so that
 * the rim is no darker by the screen than by the room; 60 and 75 degrees up, so that the forehead is the brightest, a chin shades its neck, and
 * the screen adds most to what looks down; 60 degrees aside.
 */
export const lampPlaces = {
  front: [0, 0, 1],
  above: [0, -0.87, 0.5],
  overhead: [0, -0.97, 0.26],
  aside: [0.87, 0, 0.5],
} as const satisfies Record<string, readonly [number, number, number]>;

/** The share of the room's light (0 to 1) that comes from one place; what is left comes from everywhere alike. */
export type RoomLamp = { readonly share: number; readonly from: keyof typeof lampPlaces };

const step = 8;
/** Centimetres between the eyes of an adult (Dodgson 2004: mean 63 mm). */
const eyeDistanceCm = 6.3;

// A head in eye distances, x to the right, y down, z to the camera, origin between the eyes: an ellipsoid with the breadth of
// an adult's face (140 mm), and what stands out of it or lies deeper. Our own rough shape; no scan was used.
const head = { x: 1.22, y: 1.85, z: 1.45, centreY: 0.15 };
const bumps: readonly { x: number; y: number; wide: number; high: number; out: number }[] = [
  { x: 0, y: 0.32, wide: 0.17, high: 0.34, out: 0.22 },
  { x: 0, y: 0.58, wide: 0.24, high: 0.17, out: 0.26 },
  { x: -0.5, y: 0, wide: 0.26, high: 0.16, out: -0.1 },
  { x: 0.5, y: 0, wide: 0.26, high: 0.16, out: -0.1 },
  { x: 0, y: -0.35, wide: 0.75, high: 0.14, out: 0.05 },
  { x: 0, y: 1.08, wide: 0.36, high: 0.16, out: 0.08 },
  { x: 0, y: 1.6, wide: 0.35, high: 0.2, out: 0.1 },
];

/**
 * Fits the head to 68 landmarks (place, size, roll, yaw) and lights it by a screen around the camera: Lambert's law with the
 * square of the distance, three points standing for the screen's height, and a broad gloss (Blinn and Phong). Neck and
 * shoulders are upright and further back, the background is a wall.
 */
export function relieve(width: number, height: number, landmarks: Landmarks, setting: ReliefSetting): Relief {
  const [columns, rows] = [Math.ceil(width / step) + 1, Math.ceil(height / step) + 1];
  const [scattered, gloss, person] = [0, 1, 2].map(() => new Float32Array(columns * rows)) as [
    Float32Array,
    Float32Array,
    Float32Array,
  ];
  const enter = poseOf(landmarks);
  const light = lightFrom(setting);
  for (let row = 0, at = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++, at++) {
      const place = enter({ x: column * step, y: row * step });
      const share = shareOfPerson(place);
      const near = share > 0 ? light.onPerson(place) : light.onWall;
      scattered[at] = share * near.scattered + (1 - share) * light.onWall.scattered;
      gloss[at] = share * near.gloss;
      person[at] = share;
    }
  }
  return { columns, rows, step, scattered, gloss, person };
}

/** A place in eye distances from the middle between the eyes, along the head's own axes as they are seen, and the head's yaw. */
export type HeadPlace = { readonly u: number; readonly v: number; readonly sinYaw: number };

/** How far the nose's tip wanders from between the eyes when the head is turned fully, eye distances. */
const noseReach = 0.48;

/** Takes a place of the picture to the head's own axes. */
export function poseOf(landmarks: Landmarks): (point: Point) => HeadPlace {
  const left = meanPoint(landmarks.slice(36, 42));
  const right = meanPoint(landmarks.slice(42, 48));
  const middle = meanPoint([left, right]);
  const mouth = meanPoint([landmarks[48]!, landmarks[54]!]);
  // A turned head brings the eyes together; then the way to the mouth tells the size.
  const unit = Math.max(distanceBetween(left, right), distanceBetween(middle, mouth) / 1.1);
  const roll = Math.atan2(right.y - left.y, right.x - left.x);
  const [cosine, sine] = [Math.cos(roll), Math.sin(roll)];
  const along = ({ x, y }: Point) => ((x - middle.x) * cosine + (y - middle.y) * sine) / unit;
  const down = ({ x, y }: Point) => (-(x - middle.x) * sine + (y - middle.y) * cosine) / unit;
  const sinYaw = Math.max(-0.8, Math.min(0.8, along(landmarks[30]!) / noseReach));
  return (point) => ({ u: along(point), v: down(point), sinYaw });
}

/** Head with hair, neck and shoulders, with soft edges: 1 within, 0 outside. */
export function shareOfPerson({ u, v, sinYaw }: HeadPlace): number {
  const across = u + 0.9 * sinYaw;
  const round = 1 - (across / 1.25) ** 2 - ((v - 0.02) / (v < 0 ? 1.68 : 1.9)) ** 2;
  const neck = v > 1 ? (0.8 - Math.abs(across)) * 2 : -1;
  const shoulders = Math.min(v - 2.05 - 0.22 * Math.abs(across), 2.7 - Math.abs(across));
  return softStep(Math.max(round, neck, shoulders), 0.12);
}

function softStep(value: number, width: number): number {
  const share = Math.max(0, Math.min(1, value / width + 0.5));
  return share * share * (3 - 2 * share);
}

type Lit = { readonly scattered: number; readonly gloss: number };

function lightFrom(setting: ReliefSetting) {
  const far = setting.distanceCm / eyeDistanceCm;
  const half = setting.screenHalfHeightCm / eyeDistanceCm;
  const lampsY = [0.15, 1, 1.85].map((share) => share * half);
  const roomOn = lightOfRoom(setting.lamp);
  const lit = (surface: Surface): Lit => {
    const { x, y, z, normal, isSkin } = surface;
    const [nx, ny, nz] = normal;
    const dz = far - z;
    let [scattered, gloss] = [0, 0];
    for (const lampY of lampsY) {
      const dy = lampY - y;
      const length = Math.sqrt(x * x + dy * dy + dz * dz);
      const cosine = (dy * ny + dz * nz - x * nx) / length;
      if (cosine <= 0) continue;
      // A screen shines by the cosine too.
      const falls = (cosine * dz * far ** 2) / length ** 3 / lampsY.length;
      scattered += falls;
      // The camera stands so near to the lamps that the way to them is the way back too.
      if (isSkin) gloss += falls * glossShare * cosine ** glossiness;
    }
    // The clip shows the room's light as it fell: where little fell, the screen adds the more.
    return { scattered: scattered / roomOn(surface), gloss };
  };
  const wall = (setting.distanceCm / setting.backgroundCm) ** 2;
  return {
    onPerson: (place: HeadPlace) => lit(surfaceAt(place, setting.depth)),
    onWall: { scattered: 0.8 * wall, gloss: 0 },
  };
}

/** What is left of a lamp's light where it does not reach: walls throw some of it back. */
const shade = 0.2;
/** Where a chin's shadow falls when the lamp is above. Eye distances. */
const underChin = { from: 1.15, to: 2.2 };

/** The room's light on a surface, 1 on what looks into the camera. */
function lightOfRoom({ share, from }: RoomLamp): (surface: Surface) => number {
  const [lampX, lampY, lampZ] = lampPlaces[from];
  return ({ normal: [nx, ny, nz], isUnderChin }) => {
    const falls = lampY < 0 && isUnderChin ? 0 : (nx * lampX + ny * lampY + nz * lampZ) / lampZ;
    return 1 - share + share * Math.max(shade, falls);
  };
}

const glossiness = 15;
/** What skin mirrors at right angles (index of refraction 1.4) times the lobe's height. */
const glossShare = (0.03 * (glossiness + 8)) / 8;

type Surface = {
  readonly x: number;
  readonly y: number;
  readonly z: number;
  readonly normal: readonly [number, number, number];
  readonly isSkin: boolean;
  readonly isUnderChin: boolean;
};

/** Where the ray through a place meets the head, and which way the head looks there; below and beside it, the body. */
function surfaceAt({ u, v, sinYaw }: HeadPlace, depth: number): Surface {
  if (depth === 0) return { x: u, y: v, z: 0, normal: [0, 0, 1], isSkin: false, isUnderChin: false };
  const cosYaw = Math.sqrt(1 - sinYaw ** 2);
  const deep = head.z * depth;
  const eyesAt = deep * Math.sqrt(1 - (0.5 / head.x) ** 2 - (head.centreY / head.y) ** 2);
  const [x, y] = [u + eyesAt * sinYaw, v - head.centreY];
  // (x cos - z sin)² / a² + (x sin + z cos)² / c² = 1 - y² / b², solved for z.
  const quadratic = sinYaw ** 2 / head.x ** 2 + cosYaw ** 2 / deep ** 2;
  const linear = x * sinYaw * cosYaw * (1 / deep ** 2 - 1 / head.x ** 2);
  const constant = (x * cosYaw) ** 2 / head.x ** 2 + (x * sinYaw) ** 2 / deep ** 2 + (y / head.y) ** 2 - 1;
  const root = linear ** 2 - quadratic * constant;
  if (root < 0) return besideTheHead(u, v, depth);
  const z = (-linear + Math.sqrt(root)) / quadratic;
  const [ownX, ownZ] = [x * cosYaw - z * sinYaw, x * sinYaw + z * cosYaw];
  const { out, slopeX, slopeY } = bumpAt(ownX, v, depth);
  const facing = ownZ / deep ** 2;
  const normal = [ownX / head.x ** 2 - slopeX * facing, y / head.y ** 2 - slopeY * facing, facing] as const;
  const length = Math.sqrt(normal[0] ** 2 + normal[1] ** 2 + normal[2] ** 2);
  const [nx, ny, nz] = normal.map((part) => part / length) as [number, number, number];
  return {
    ...{ x: u, y: v, z: z - eyesAt + out, isSkin: true, isUnderChin: false },
    normal: [nx * cosYaw + nz * sinYaw, ny, nz * cosYaw - nx * sinYaw],
  };
}

/** Hair beside the face looks aside, the body looks forward and a little up. */
function besideTheHead(x: number, y: number, depth: number): Surface {
  const normal = y > 1 ? ([0, -0.25, 0.97] as const) : ([Math.sign(x) * 0.9, 0, 0.44] as const);
  const isUnderChin = y > underChin.from && y < underChin.to;
  return { x, y, z: -1.6 * depth, normal, isSkin: false, isUnderChin };
}

function bumpAt(x: number, y: number, depth: number) {
  let [out, slopeX, slopeY] = [0, 0, 0];
  for (const bump of bumps) {
    const [across, down] = [(x - bump.x) / bump.wide, (y - bump.y) / bump.high];
    const height = depth * bump.out * Math.exp(-(across ** 2 + down ** 2) / 2);
    out += height;
    slopeX -= (height * across) / bump.wide;
    slopeY -= (height * down) / bump.high;
  }
  return { out, slopeX, slopeY };
}
