import sharp, { type Sharp } from 'sharp';
import type { Corners } from '../../src/vision/card/perspective.ts';
import type { Box } from '../../src/vision/geometry.ts';
import type { RgbImage } from '../../src/vision/image.ts';
import type { TextLine } from '../../src/vision/ocr/text-line.ts';
import { seededRandom } from './seeded-random.ts';

/** A straightened card of strokes in place of letters, so that it looks the same on a machine without fonts. */
export type DrawnCard = {
  readonly image: RgbImage;
  readonly lines: readonly TextLine[];
  readonly portrait: Box;
};

const size = { width: 1280, height: 807 };
const portrait: Box = { left: 60, top: 250, right: 360, bottom: 640 };

/** Ten lines of print to the right of a coloured portrait, on paper of the given colour. */
export async function drawCard(paper: string, seed = 1): Promise<DrawnCard> {
  const random = seededRandom(seed);
  const boxes = Array.from({ length: 10 }, (_, row) => {
    const top = 60 + 70 * row;
    return { left: 420, top, right: 420 + random.between(250, 700), bottom: top + (row < 2 ? 44 : 32) };
  });
  const print = boxes.map((box) => strokesIn(box, random.next)).join('');
  const face =
    `<rect x="60" y="250" width="300" height="390" fill="#9db8d2"/>` +
    `<ellipse cx="210" cy="420" rx="90" ry="120" fill="#c99873"/><rect x="90" y="560" width="240" height="80" fill="#7a2f2f"/>`;
  const picture = await drawSvg(`<rect width="1280" height="807" fill="${paper}"/>${face}${print}`);
  // The grain of paper and sensor: nothing photographed is perfectly even.
  const data = Uint8Array.from(picture.data, (value) => clip(value + random.between(-5, 5)));
  const lines = boxes.map((box) => ({ text: 'ABCDEFGHIJ', score: 0.95, box, characterX: [] }));
  return { image: { ...picture, data }, lines, portrait };
}

function strokesIn({ left, top, right, bottom }: Box, next: () => number): string {
  const height = bottom - top;
  const stroke = height / 6;
  let drawn = '';
  for (let x = left; x + 0.6 * height < right; x += 0.75 * height) {
    const bar = next() < 0.5 ? top : (top + bottom) / 2;
    drawn += `<rect x="${x}" y="${top}" width="${stroke}" height="${height}" fill="#1c1c28"/>`;
    drawn += `<rect x="${x}" y="${bar}" width="${0.5 * height}" height="${stroke}" fill="#1c1c28"/>`;
  }
  return drawn;
}

/** Something painted over a picture: SVG elements in its pixels. */
export async function paintOver(image: RgbImage, elements: string): Promise<RgbImage> {
  const { width, height } = image;
  const input = Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${elements}</svg>`,
  );
  return spoil(image, (picture) => picture.composite([{ input }]));
}

/** The picture after some steps of sharp. */
export async function spoil(image: RgbImage, steps: (picture: Sharp) => Sharp): Promise<RgbImage> {
  const { width, height, data } = image;
  const picture = steps(sharp(data, { raw: { width, height, channels: 3 } }));
  return decode(await picture.png().toBuffer());
}

/** The picture after it was saved as a JPEG. */
export async function resave(image: RgbImage, quality: number): Promise<RgbImage> {
  const { width, height, data } = image;
  return decode(
    await sharp(data, { raw: { width, height, channels: 3 } })
      .jpeg({ quality })
      .toBuffer(),
  );
}

/** A photo of a card that lies straight on a dark desk, `width` pixels wide in it; it may reach out of the photo. */
export async function layOnDesk(
  card: RgbImage,
  place: { readonly left: number; readonly top: number; readonly width: number },
): Promise<{ readonly photo: RgbImage; readonly corners: Corners }> {
  const height = Math.round((place.width * card.height) / card.width);
  const laid = await spoil(card, (picture) => picture.resize(place.width, height));
  const photo = { data: new Uint8Array(3 * 1600 * 1200).fill(70), width: 1600, height: 1200 };
  for (let y = Math.max(0, place.top); y < Math.min(photo.height, place.top + height); y++) {
    for (let x = Math.max(0, place.left); x < Math.min(photo.width, place.left + place.width); x++) {
      const from = 3 * ((y - place.top) * laid.width + x - place.left);
      photo.data.set(laid.data.subarray(from, from + 3), 3 * (y * photo.width + x));
    }
  }
  const [right, bottom] = [place.left + place.width, place.top + height];
  const corners: Corners = [
    { x: place.left, y: place.top },
    { x: right, y: place.top },
    { x: right, y: bottom },
    { x: place.left, y: bottom },
  ];
  return { photo, corners };
}

async function drawSvg(elements: string): Promise<RgbImage> {
  const { width, height } = size;
  return decode(
    Buffer.from(
      `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${elements}</svg>`,
    ),
  );
}

async function decode(bytes: Uint8Array): Promise<RgbImage> {
  const { data, info } = await sharp(bytes)
    .removeAlpha()
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height };
}

function clip(value: number): number {
  return Math.max(0, Math.min(255, Math.round(value)));
}
