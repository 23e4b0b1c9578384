import sharp, { type Sharp } from 'sharp';
import type { Landmarks } from '../../src/vision/face-landmarks.ts';

/** A photo before it is spoiled, and what is known of its face in pixels of the photo. */
export type GoodPhoto = {
  readonly bytes: Uint8Array;
  readonly faceHeightPixels: number;
  readonly landmarks: Landmarks;
};

export type Spoil = { readonly name: string; readonly spoil: (photo: GoodPhoto) => Promise<Uint8Array> };

/** What portraits of documents suffer, one thing at a time, and the two worst together (simulated, so called). */
export const spoils: readonly Spoil[] = [
  { name: 'as it is', spoil: async ({ bytes }) => bytes },
  { name: 'face 80 px high', spoil: (photo) => shrink(photo, 80) },
  { name: 'face 60 px high', spoil: (photo) => shrink(photo, 60) },
  { name: 'face 40 px high', spoil: (photo) => shrink(photo, 40) },
  { name: 'face 60 px high, enlarged 3 times', spoil: (photo) => enlarge(photo, 60) },
  { name: 'face 40 px high, enlarged 3 times', spoil: (photo) => enlarge(photo, 40) },
  { name: 'grey', spoil: ({ bytes }) => saved(sharp(bytes).greyscale()) },
  { name: 'JPEG of quality 40', spoil: ({ bytes }) => saved(sharp(bytes), 40) },
  { name: 'JPEG of quality 10', spoil: ({ bytes }) => saved(sharp(bytes), 10) },
  { name: 'blurred by a 60th of its height', spoil: blur },
  { name: 'a third of the contrast', spoil: ({ bytes }) => saved(sharp(bytes).linear(0.33, 85)) },
  { name: 'a fifth of the light', spoil: ({ bytes }) => saved(sharp(bytes).linear(0.2, 0)) },
  { name: 'overexposed', spoil: ({ bytes }) => saved(sharp(bytes).linear(2, 70)) },
  { name: 'dark bar over the eyes', spoil: (photo) => cover(photo, 17, 47) },
  { name: 'mask over nose and mouth', spoil: (photo) => cover(photo, 29, 67) },
  { name: 'lying on its side', spoil: ({ bytes }) => saved(sharp(bytes).rotate(90)) },
  {
    name: '40 px, grey, quality 50, enlarged 3 times',
    spoil: async (photo) => saved(sharp(await enlarge(photo, 40, 50)).greyscale()),
  },
];

async function saved(picture: Sharp, quality = 85): Promise<Uint8Array> {
  return picture.jpeg({ quality }).toBuffer();
}

async function shrink({ bytes, faceHeightPixels }: GoodPhoto, height: number, quality = 85) {
  const { width } = await sharp(bytes).metadata();
  return saved(sharp(bytes).resize(Math.round((width * height) / faceHeightPixels)), quality);
}

async function enlarge(photo: GoodPhoto, height: number, quality = 85): Promise<Uint8Array> {
  const small = await shrink(photo, height, quality);
  const { width } = await sharp(small).metadata();
  return saved(sharp(small).resize(3 * width, null, { kernel: 'cubic' }));
}

async function blur({ bytes, faceHeightPixels }: GoodPhoto): Promise<Uint8Array> {
  return saved(sharp(bytes).blur(faceHeightPixels / 60));
}

/** Paints over the part of the face that these landmarks span, a little wider than they lie. */
async function cover({ bytes, landmarks }: GoodPhoto, from: number, to: number): Promise<Uint8Array> {
  const part = landmarks.slice(from, to + 1);
  const jaw = landmarks.slice(0, 17).map(({ x }) => x);
  const left = Math.max(0, Math.floor(Math.min(...jaw)));
  const top = Math.max(0, Math.floor(Math.min(...part.map(({ y }) => y))));
  const width = Math.ceil(Math.max(...jaw)) - left;
  const height = Math.ceil(Math.max(...part.map(({ y }) => y))) + 4 - top;
  const picture = await sharp(bytes).metadata();
  const bar = {
    create: {
      width: Math.min(width, picture.width - left),
      height: Math.min(height, picture.height - top),
      channels: 3 as const,
      background: '#1c1c20',
    },
  };
  return saved(sharp(bytes).composite([{ input: bar, left, top }]));
}
