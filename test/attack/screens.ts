import { type Handling, handleSheet } from '../support/held-sheet.ts';
import type { SeededRandom } from '../support/seeded-random.ts';
import { camera, sheetFromCamera } from '../support/sheet-camera.ts';
import type { Picture } from '../support/video-encoder.ts';
import { anyWall } from './camera.ts';
import { emptyPicture } from './fit-picture.ts';

export type DeviceName = 'phone' | 'tablet' | 'monitor';
export const devices: readonly DeviceName[] = ['phone', 'tablet', 'monitor'];

type Span = readonly [least: number, most: number];

/** What the kinds of screens differ in. Rough, from what such devices are built like. */
type Device = {
  /** Width of the shown picture in the camera's, pixels of 480. */
  readonly widthPixels: Span;
  /** Bezel, in widths of the picture. */
  readonly bezel: Span;
  /** Size of a cell in pixels of the camera's picture, and how dark the gaps between are. */
  readonly cell: Span;
  readonly gaps: Span;
  /** Dark bands that roll through the picture where backlight and shutter do not agree. */
  readonly bands: Span;
  readonly gamma: Span;
  readonly glare: Span;
  readonly handlings: readonly Handling[];
};

const kinds: Readonly<Record<DeviceName, Device>> = {
  phone: {
    widthPixels: [250, 400],
    bezel: [0.02, 0.07],
    cell: [0.5, 0.9],
    gaps: [0.1, 0.3],
    bands: [0, 0.05],
    gamma: [0.9, 1.15],
    glare: [0, 50],
    handlings: ['held', 'held', 'tilted', 'swung', 'zoomed'],
  },
  tablet: {
    widthPixels: [360, 540],
    bezel: [0.03, 0.1],
    cell: [0.6, 1.3],
    gaps: [0.1, 0.3],
    bands: [0, 0.06],
    gamma: [0.85, 1.2],
    glare: [0, 70],
    handlings: ['fixed', 'held', 'tilted', 'panned'],
  },
  monitor: {
    widthPixels: [440, 720],
    bezel: [0.02, 0.05],
    cell: [1.2, 2.6],
    gaps: [0.12, 0.35],
    bands: [0, 0.12],
    gamma: [0.8, 1.25],
    glare: [0, 40],
    handlings: ['fixed', 'held', 'held', 'panned'],
  },
};

/** A screen before a camera. */
export type HeldScreen = {
  readonly handling: Handling;
  /** What the camera sees of it at a moment: the same picture each time. */
  film(shown: Picture, seconds: number): Picture;
  /** 1 where its glass is, else 0, as last filmed: the same array each time. */
  glass(): Float32Array;
};

/**
 * SIMULATED: a picture on a screen, filmed: cells (they beat with the camera's pixels: moire), gamma, tint, a mirrored lamp, bands of
 * the backlight, a bezel, the room round it, perspective of a hand or a stand.
 */
export function setUpScreen(name: DeviceName, random: SeededRandom): HeldScreen {
  const kind = kinds[name];
  const of = ([least, most]: Span) => random.between(least, most);
  const handling = random.pick(kind.handlings);
  const poseAt = handleSheet(random, handling);
  const look = {
    widthPixels: of(kind.widthPixels),
    bezel: of(kind.bezel),
    bezelGrey: random.pick([8, 14, 25, 205]),
    ...cellsOf(of(kind.cell), of(kind.gaps)),
    bands: of(kind.bands),
    bandHertz: random.between(-1.5, 1.5),
    glare: glareOf(of(kind.glare), random),
    curves: curvesOf(of(kind.gamma), random),
    room: anyWall(random),
    rolling: random.between(0.01, 0.03),
  };
  const glass = new Float32Array(camera.width * camera.height);
  const into = emptyPicture();
  return {
    handling,
    film(shown, seconds) {
      glass.fill(0);
      for (let top = 0; top < camera.height; top += 16) {
        const pose = poseAt(seconds + (look.rolling * top) / camera.height);
        const sheet = { picture: shown, widthPixels: look.widthPixels, background: [0, 0, 0] as const };
        filmRows(sheet.picture, sheetFromCamera(sheet, pose), look, seconds, top, into, glass);
      }
      return into;
    },
    glass: () => glass,
  };
}

const cosines = Float32Array.from({ length: 1024 }, (_, at) => Math.cos((2 * Math.PI * at) / 1024));

/** A pixel of the camera sees a square, not a point: of cells smaller than itself only the beat is left. */
function cellsOf(cell: number, gaps: number): { cell: number; gaps: number } {
  const turns = Math.PI / cell;
  return { cell, gaps: gaps * Math.abs(Math.sin(turns) / turns) };
}

type Look = {
  readonly widthPixels: number;
  readonly bezel: number;
  readonly bezelGrey: number;
  readonly cell: number;
  readonly gaps: number;
  readonly bands: number;
  readonly bandHertz: number;
  readonly glare: Float32Array;
  /** 256 values for each colour. */
  readonly curves: Float32Array;
  readonly room: readonly [number, number, number];
};

function curvesOf(gamma: number, random: SeededRandom): Float32Array {
  const black = random.between(4, 16);
  const tints = [random.between(0.88, 1.03), random.between(0.93, 1.02), random.between(0.95, 1.12)];
  return Float32Array.from({ length: 768 }, (_, at) => {
    const value = ((at % 256) / 255) ** gamma;
    return tints[Math.floor(at / 256)]! * (black + (248 - black) * value);
  });
}

function filmRows(
  shown: Picture,
  m: Float64Array,
  look: Look,
  seconds: number,
  top: number,
  into: Picture,
  glass: Float32Array,
): void {
  const rim = look.bezel * shown.width;
  const us = new Float64Array(into.width);
  const vs = new Float64Array(into.width);
  for (let y = top; y < Math.min(into.height, top + 16); y++) {
    const band = 1 - look.bands * (0.5 + 0.5 * Math.sin(6.28 * (y / into.height + look.bandHertz * seconds)));
    placeRow(m, y, us, vs);
    const row = y * into.width;
    for (let x = 0; x < into.width; x++) {
      const u = us[x]!;
      const v = vs[x]!;
      if (u >= 0 && v >= 0 && u < shown.width - 1 && v < shown.height - 1) {
        glass[row + x] = 1;
        continue;
      }
      const isBezel = u > -rim && v > -rim && u < shown.width + rim && v < shown.height + rim;
      into.data[3 * (row + x)] = isBezel ? look.bezelGrey : look.room[0];
      into.data[3 * (row + x) + 1] = isBezel ? look.bezelGrey : look.room[1];
      into.data[3 * (row + x) + 2] = isBezel ? look.bezelGrey : look.room[2];
    }
    showRow(shown, us, vs, look, band, glass, into.data, row);
  }
}

/** Where in the shown picture the camera's pixels of a row lie. */
function placeRow(m: Float64Array, y: number, us: Float64Array, vs: Float64Array): void {
  const [stepU, stepV, stepW] = [m[0]!, m[3]!, m[6]!];
  const [atU, atV, atW] = [m[1]! * y + m[2]!, m[4]! * y + m[5]!, m[7]! * y + m[8]!];
  for (let x = 0; x < us.length; x++) {
    const share = 1 / (stepW * x + atW);
    us[x] = (stepU * x + atU) * share;
    vs[x] = (stepV * x + atV) * share;
  }
}

/** Draws a row's pixels of glass. Weights of the four neighbours in 256ths each way: a shade off at most. */
function showRow(
  { width, height, data: source }: Picture,
  us: Float64Array,
  vs: Float64Array,
  { glare, curves, gaps, widthPixels, cell }: Look,
  band: number,
  glass: Float32Array,
  data: Uint8Array,
  row: number,
): void {
  // Cells per pixel of the shown picture: its width fills `widthPixels` of the camera's.
  const cells = (1024 * widthPixels) / (width * cell);
  const [glareX, glareY] = [glareSide / width, glareSide / height];
  for (let x = 0; x < us.length; x++) {
    if (glass[row + x] === 0) continue;
    const u = us[x]!;
    const v = vs[x]!;
    const fx = (u * 256) & 255;
    const fy = (v * 256) & 255;
    const w3 = Math.imul(fx, fy);
    const w1 = (fx << 8) - w3;
    const w2 = (fy << 8) - w3;
    const w0 = 65_536 - (fx << 8) - w2;
    const shine = glare[((v * glareY) | 0) * glareSide + ((u * glareX) | 0)]!;
    const flat = band * (1 - gaps * (0.5 - 0.25 * cosines[(v * cells) & 1023]!));
    const across = (u * cells) | 0;
    for (let colour = 0; colour < 3; colour++) {
      const place = 3 * (Math.imul(v | 0, width) + (u | 0)) + colour;
      const below = place + 3 * width;
      const upper = Math.imul(source[place]!, w0) + Math.imul(source[place + 3]!, w1);
      const value = (upper + Math.imul(source[below]!, w2) + Math.imul(source[below + 3]!, w3)) >> 16;
      // The three colours of a cell stand beside each other, a third apart.
      const lit = flat + 0.25 * band * gaps * cosines[(across + 341 * colour) & 1023]!;
      const seen = curves[256 * colour + value]! * lit + shine;
      data[3 * (row + x) + colour] = seen > 255 ? 255 : seen;
    }
  }
}

const glareSide = 96;

/** Shades that a mirrored lamp adds, in squares of the screen. */
function glareOf(strength: number, random: SeededRandom): Float32Array {
  const lamp = { x: random.next(), y: random.next(), size: random.between(0.08, 0.3) };
  return Float32Array.from({ length: glareSide ** 2 }, (_, at) => {
    const [x, y] = [(at % glareSide) / glareSide, Math.floor(at / glareSide) / glareSide];
    return strength * Math.exp(-((x - lamp.x) ** 2 + (y - lamp.y) ** 2) / lamp.size ** 2);
  });
}
