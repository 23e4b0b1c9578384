import sharp from 'sharp';

// One image at a time on one thread, nothing kept: workers are the unit of parallelism, photos are personal.
sharp.concurrency(1);
sharp.cache(false);

/** A picture as the networks see it: RGB, 8 bits, row by row from the top (HWC), width * height * 3 bytes. */
export type RgbImage = {
  readonly data: Uint8Array;
  readonly width: number;
  readonly height: number;
};

export type PhotoProblem = 'not-an-image' | 'too-many-pixels';

export type DecodedPhoto =
  | {
      readonly ok: true;
      readonly image: RgbImage;
      /** Size of the upright picture in the file; `image` is smaller where that is larger than was asked for. */
      readonly sourceWidth: number;
      readonly sourceHeight: number;
      /** No colour in it: a copy, a scan, or a grey file. */
      readonly isGrey: boolean;
    }
  | { readonly ok: false; readonly problem: PhotoProblem; readonly text: string };

export const photoLimits = {
  /** A 40-megapixel phone photo takes about 0.3 s to decode; beyond that nobody sends a portrait. */
  pixels: 40_000_000,
  sidePixels: 30_000,
  /** Faces of a phone's portrait stay over 300 px; decoding to this size is several times faster. */
  longestSide: 1600,
  /** For cards: 16 megapixels of 4:3, which most phones send, stay as they are; 48 MB. */
  cardLongestSide: 4640,
} as const;

const formats: readonly string[] = ['jpeg', 'png', 'webp'];

/**
 * Reads a JPEG, PNG or WebP photo: upright by its EXIF orientation, CMYK and grey converted to sRGB, transparency
 * over white, scaled down to `longestSide`. The size is checked from the header, before decoding.
 */
export async function decodePhoto(
  bytes: Uint8Array,
  longestSide: number = photoLimits.longestSide,
): Promise<DecodedPhoto> {
  const header = await readHeader(bytes);
  if (!header) return refuse('not-an-image', 'The photo is not a readable JPEG, PNG or WebP image.');
  const { width, height } = header;
  if (width * height > photoLimits.pixels || Math.max(width, height) > photoLimits.sidePixels) {
    return refuse(
      'too-many-pixels',
      `The photo is ${width} x ${height} pixels; at most ${photoLimits.pixels / 1e6} million are taken.`,
    );
  }
  try {
    const image = await decodeUpright(bytes, longestSide);
    return { ok: true, image, sourceWidth: width, sourceHeight: height, isGrey: isGrey(image) };
  } catch {
    return refuse('not-an-image', 'The photo is damaged: it begins like an image but cannot be decoded.');
  }
}

function refuse(problem: PhotoProblem, text: string): DecodedPhoto {
  return { ok: false, problem, text };
}

/** Upright size from the header alone; null when these bytes are no image of a format that we take. */
async function readHeader(bytes: Uint8Array): Promise<{ width: number; height: number } | null> {
  try {
    const found = await sharp(bytes, { limitInputPixels: false }).metadata();
    if (!formats.includes(found.format)) return null;
    return found.autoOrient;
  } catch {
    return null;
  }
}

async function decodeUpright(bytes: Uint8Array, side: number): Promise<RgbImage> {
  const { data, info } = await sharp(bytes, { failOn: 'error', limitInputPixels: photoLimits.pixels })
    .autoOrient()
    .resize(side, side, { fit: 'inside', withoutEnlargement: true })
    .flatten({ background: '#ffffff' })
    .toColourspace('srgb')
    .raw({ depth: 'uchar' })
    .toBuffer({ resolveWithObject: true });
  return { data: info.channels === 1 ? spreadGrey(data) : data, width: info.width, height: info.height };
}

function spreadGrey(luma: Uint8Array): Uint8Array {
  const data = new Uint8Array(3 * luma.length);
  for (let at = 0; at < luma.length; at++) data.fill(luma[at] as number, 3 * at, 3 * at + 3);
  return data;
}

/** True when no pixel of a sample differs by more between its channels than JPEG noise makes of grey. */
function isGrey(image: RgbImage): boolean {
  for (let at = 0; at + 2 < image.data.length; at += 3 * 7) {
    const red = image.data[at] as number;
    const green = image.data[at + 1] as number;
    const blue = image.data[at + 2] as number;
    if (Math.max(red, green, blue) - Math.min(red, green, blue) > greyTolerance) return false;
  }
  return true;
}

const greyTolerance = 12;

/** The picture turned clockwise by a quarter, a half or three quarters. */
export function turnImage(image: RgbImage, degrees: 90 | 180 | 270): RgbImage {
  const { width, height, data } = image;
  const [turnedWidth, turnedHeight] = degrees === 180 ? [width, height] : [height, width];
  const turned = new Uint8Array(data.length);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const column = degrees === 90 ? height - 1 - y : degrees === 180 ? width - 1 - x : y;
      const row = degrees === 90 ? x : degrees === 180 ? height - 1 - y : width - 1 - x;
      const from = 3 * (y * width + x);
      const to = 3 * (row * turnedWidth + column);
      turned[to] = data[from] as number;
      turned[to + 1] = data[from + 1] as number;
      turned[to + 2] = data[from + 2] as number;
    }
  }
  return { data: turned, width: turnedWidth, height: turnedHeight };
}

/** The picture with its longer side scaled down to `longestSide`; itself where it is no longer than that. */
export async function shrinkImage(image: RgbImage, longestSide: number): Promise<RgbImage> {
  const scale = longestSide / Math.max(image.width, image.height);
  if (scale >= 1) return image;
  const width = Math.max(1, Math.round(image.width * scale));
  const height = Math.max(1, Math.round(image.height * scale));
  const data = await sharp(image.data, { raw: { width: image.width, height: image.height, channels: 3 } })
    .resize(width, height, { fit: 'fill', kernel: 'linear' })
    .raw()
    .toBuffer();
  return { data, width, height };
}

/** A part of the picture, in whole pixels inside it; itself where the part is all of it. */
export function cutOut(image: RgbImage, left: number, top: number, width: number, height: number): RgbImage {
  if (width === image.width && height === image.height) return image;
  const data = new Uint8Array(3 * width * height);
  for (let row = 0; row < height; row++) {
    const from = 3 * ((top + row) * image.width + left);
    data.set(image.data.subarray(from, from + 3 * width), 3 * row * width);
  }
  return { data, width, height };
}

/** A JPEG of the picture, without any metadata. */
export async function encodeJpeg(image: RgbImage, quality = 90): Promise<Uint8Array> {
  const { width, height } = image;
  return sharp(image.data, { raw: { width, height, channels: 3 } })
    .jpeg({ quality })
    .toBuffer();
}
