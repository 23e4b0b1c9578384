import { chromaSize } from './planar-picture.ts';

/** Luma and 4:2:0 colour, one plane after the other. */
export type PlanarBytes = { readonly width: number; readonly height: number; readonly planes: Uint8Array };

/**
 * How often a picture must be turned by 90 degrees clockwise to stand upright, from the container's display matrix
 * (nine 32-bit numbers, ISO/IEC 14496-12 §8.3.2; FFmpeg's `AV_PKT_DATA_DISPLAYMATRIX`). No matrix means none.
 */
export function quarterTurnsOf(matrix: Buffer | null): 0 | 1 | 2 | 3 {
  if (!matrix || matrix.length < 36) return 0;
  const degrees = (Math.atan2(matrix.readInt32LE(4), matrix.readInt32LE(0)) * 180) / Math.PI;
  return (((Math.round(degrees / 90) % 4) + 4) % 4) as 0 | 1 | 2 | 3;
}

/** Turns a planar picture clockwise. */
export function turnPicture(picture: PlanarBytes, quarterTurns: 0 | 1 | 2 | 3): PlanarBytes {
  if (quarterTurns === 0) return picture;
  const { width, height, planes } = picture;
  const chroma = chromaSize(width, height);
  const turned = new Uint8Array(planes.length);
  let offset = 0;
  for (const plane of [{ width, height }, chroma, chroma]) {
    const end = offset + plane.width * plane.height;
    turnPlane(planes.subarray(offset, end), plane, quarterTurns, turned.subarray(offset, end));
    offset = end;
  }
  const swapped = quarterTurns !== 2;
  return { width: swapped ? height : width, height: swapped ? width : height, planes: turned };
}

function turnPlane(
  from: Uint8Array,
  { width, height }: { readonly width: number; readonly height: number },
  quarterTurns: 1 | 2 | 3,
  onto: Uint8Array,
): void {
  for (let y = 0, at = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1, at += 1) {
      const to =
        quarterTurns === 1
          ? x * height + height - 1 - y
          : quarterTurns === 2
            ? (height - 1 - y) * width + width - 1 - x
            : (width - 1 - x) * height + y;
      onto[to] = from[at]!;
    }
  }
}
