import type { RgbImage } from '../image.ts';
import type { VideoFrame } from './video-frame.ts';

/** How brightness and colour were mixed: ITU-R BT.601, or BT.709 where the stream says so. */
export type YuvMatrix = 'bt601' | 'bt709';

/** Places of a picture whose colour is told once for two by two pixels (4:2:0); an odd side counts its last pixel alone. */
export function chromaSize(
  width: number,
  height: number,
): { readonly width: number; readonly height: number } {
  return { width: (width + 1) >> 1, height: (height + 1) >> 1 };
}

/** Bytes of such a picture: luma, then the two colour planes. */
export function planarBytes(width: number, height: number): number {
  const chroma = chromaSize(width, height);
  return width * height + 2 * chroma.width * chroma.height;
}

/**
 * A picture as codecs hold it: luma (full range) and 4:2:0 colour. Landmarks and eyes look at luma alone, on every
 * frame; RGB is made of the few frames that a detector or another network asks it for. Half the bytes to
 * move, and a third of the values to resize.
 */
export class PlanarPicture implements VideoFrame {
  readonly timestampMs: number;
  readonly width: number;
  readonly height: number;
  readonly luma: Uint8Array;
  readonly #planes: Uint8Array;
  readonly #matrix: YuvMatrix;
  #rgb: Uint8Array | null = null;

  /** `planes` must hold `planarBytes(width, height)`. */
  constructor(timestampMs: number, width: number, height: number, planes: Uint8Array, matrix: YuvMatrix) {
    this.timestampMs = timestampMs;
    this.width = width;
    this.height = height;
    this.luma = planes.subarray(0, width * height);
    this.#planes = planes;
    this.#matrix = matrix;
  }

  get half(): RgbImage {
    return halfOf(this.#planes, this.width, this.height, this.#matrix);
  }

  halfColorAt(x: number, y: number): number {
    const { redOfV, greenOfU, greenOfV, blueOfU } = gains[this.#matrix];
    const planes = this.#planes;
    const chromaWidth = (this.width + 1) >> 1;
    const place = this.width * this.height + y * chromaWidth + x;
    const u = (planes[place] as number) - 128;
    const v = (planes[place + chromaWidth * ((this.height + 1) >> 1)] as number) - 128;
    const above = 2 * (y * this.width + x);
    const below = above + this.width;
    const four =
      (planes[above] as number) +
      (planes[above + 1] as number) +
      (planes[below] as number) +
      (planes[below + 1] as number);
    const luma = (four << 14) + 32_768;
    const red = clampByte((luma + redOfV * v) >> 16);
    const green = clampByte((luma - greenOfU * u - greenOfV * v) >> 16);
    return (red << 16) | (green << 8) | clampByte((luma + blueOfU * u) >> 16);
  }

  get data(): Uint8Array {
    this.#rgb ??= rgbOf(this.#planes, this.width, this.height, this.#matrix);
    return this.#rgb;
  }
}

// What a colour difference adds to red, green and blue at full range, times 65,536 (ITU-R BT.601-7 and BT.709-6, §3).
const gains = {
  bt601: { redOfV: 91_881, greenOfU: 22_554, greenOfV: 46_802, blueOfU: 116_130 },
  bt709: { redOfV: 103_206, greenOfU: 12_276, greenOfV: 30_679, blueOfU: 121_609 },
} as const;

function clampByte(value: number): number {
  return value < 0 ? 0 : value > 255 ? 255 : value;
}

function rgbOf(planes: Uint8Array, width: number, height: number, matrix: YuvMatrix): Uint8Array {
  const { redOfV, greenOfU, greenOfV, blueOfU } = gains[matrix];
  const chroma = chromaSize(width, height);
  const uAt = width * height;
  const vAt = uAt + chroma.width * chroma.height;
  const rgb = new Uint8ClampedArray(3 * width * height);
  for (let y = 0, at = 0; y < height; y++) {
    const chromaRow = (y >> 1) * chroma.width;
    for (let x = 0; x < width; x++, at++) {
      const place = chromaRow + (x >> 1);
      const u = (planes[uAt + place] as number) - 128;
      const v = (planes[vAt + place] as number) - 128;
      const luma = ((planes[at] as number) << 16) + 32_768;
      rgb[3 * at] = (luma + redOfV * v) >> 16;
      rgb[3 * at + 1] = (luma - greenOfU * u - greenOfV * v) >> 16;
      rgb[3 * at + 2] = (luma + blueOfU * u) >> 16;
    }
  }
  return new Uint8Array(rgb.buffer);
}

/** One pixel for each colour sample; its luma is the mean of the four beneath. An odd last row or column is left out. */
function halfOf(planes: Uint8Array, width: number, height: number, matrix: YuvMatrix): RgbImage {
  const { redOfV, greenOfU, greenOfV, blueOfU } = gains[matrix];
  const chroma = chromaSize(width, height);
  const [halfWidth, halfHeight] = [width >> 1, height >> 1];
  const uAt = width * height;
  const vAt = uAt + chroma.width * chroma.height;
  const rgb = new Uint8ClampedArray(3 * halfWidth * halfHeight);
  for (let y = 0, at = 0; y < halfHeight; y++) {
    for (let x = 0; x < halfWidth; x++, at += 3) {
      const place = y * chroma.width + x;
      const u = (planes[uAt + place] as number) - 128;
      const v = (planes[vAt + place] as number) - 128;
      const above = 2 * y * width + 2 * x;
      const below = above + width;
      const four =
        (planes[above] as number) +
        (planes[above + 1] as number) +
        (planes[below] as number) +
        (planes[below + 1] as number);
      const luma = (four << 14) + 32_768;
      rgb[at] = (luma + redOfV * v) >> 16;
      rgb[at + 1] = (luma - greenOfU * u - greenOfV * v) >> 16;
      rgb[at + 2] = (luma + blueOfU * u) >> 16;
    }
  }
  return { data: new Uint8Array(rgb.buffer), width: halfWidth, height: halfHeight };
}
