import type { Box } from '../../../vision/geometry.ts';
import type { VideoFrame } from '../../../vision/video/video-frame.ts';
import type { CloserLook } from '../../closer-looks.ts';
import { medianOf } from '../../median.ts';

/** How far the colours of a face reach: medians over the looks. */
export type Gamut = {
  /** Spread of the face's colours in the plane of Cb and Cr (ITU-R BT.601), root of the area of its ellipse, 0 to about 30. */
  readonly spread: number;
  /** Luma that a hundredth of the face and its surroundings fall below: ink and a screen in a lit room have no black. */
  readonly black: number;
};

/** Every third pixel of every third row. */
const every = 3;

/**
 * Ink and cheap screens render fewer colours than skin has, and lift what is black. Source: colour texture as of Boulkenafet
 * and others (2016), its plainest moments only. Cost: under 1 ms a look. Null without a look.
 */
export function measureGamut(looks: readonly CloserLook[]): Gamut | null {
  if (looks.length === 0) return null;
  const readings = looks.map(({ frame, face }) => readColours(frame, face));
  return {
    spread: medianOf(readings.map(({ spread }) => spread)),
    black: medianOf(readings.map(({ black }) => black)),
  };
}

function readColours({ data, width, height }: VideoFrame, face: Box): Gamut {
  const [sums, products] = [
    [0, 0],
    [0, 0, 0],
  ] as [[number, number], [number, number, number]];
  const shades = new Uint32Array(256);
  let count = 0;
  for (let y = Math.max(0, Math.floor(face.top)); y < Math.min(height, face.bottom); y += every) {
    for (let x = Math.max(0, Math.floor(face.left)); x < Math.min(width, face.right); x += every) {
      const at = 3 * (y * width + x);
      const [red, green, blue] = [data[at]!, data[at + 1]!, data[at + 2]!];
      const luma = 0.299 * red + 0.587 * green + 0.114 * blue;
      const [cb, cr] = [0.564 * (blue - luma), 0.713 * (red - luma)];
      shades[luma | 0]! += 1;
      count += 1;
      sums[0] += cb;
      sums[1] += cr;
      products[0] += cb * cb;
      products[1] += cb * cr;
      products[2] += cr * cr;
    }
  }
  if (count === 0) return { spread: 0, black: 0 };
  const [cb, cr] = [sums[0] / count, sums[1] / count];
  const [xx, xy, yy] = [
    products[0] / count - cb * cb,
    products[1] / count - cb * cr,
    products[2] / count - cr * cr,
  ];
  return { spread: Math.max(0, xx * yy - xy * xy) ** 0.25, black: shadeAt(shades, count / 100) };
}

function shadeAt(shades: Uint32Array, rank: number): number {
  let seen = 0;
  for (let shade = 0; shade < 256; shade++) {
    seen += shades[shade]!;
    if (seen >= rank) return shade;
  }
  return 255;
}
