import { writeFile } from 'node:fs/promises';
import sharp from 'sharp';
import { type PortraitName, portraitPhoto } from './face-photos.ts';

/** Of the portraits that show one person alone: the part that is taken, in it the middle and the height of the face, in pixels. */
const faces = {
  anna: { part: { left: 0, top: 0, width: 480, height: 640 }, x: 268, y: 292, height: 312 },
  clara: { part: { left: 80, top: 40, width: 220, height: 300 }, x: 108, y: 174, height: 213 },
} as const satisfies Partial<Record<PortraitName, unknown>>;

/** A face in parts of the camera's picture, as the camera sees it and not as its mirror shows it. */
export type PlacedFace = {
  readonly who: keyof typeof faces;
  readonly x: number;
  readonly y: number;
  readonly height: number;
};

/** SIMULATED: what stands before the camera; photos of faces before a wall. */
export type Scene = {
  readonly faces: readonly PlacedFace[];
  /** All light, times this: 1 as the photos are. */
  readonly light?: number;
  /** Sigma of what is out of focus, in pixels of 480x640. */
  readonly blurPixels?: number;
  /** How far from its place the head goes round, in pixels. */
  readonly roundPixels?: number;
};

const size = { width: 480, height: 640 } as const;
const framesPerSecond = 30;
/** The page looks for movement every 100 ms, or 200 where it is slow: after neither is the head where it was. */
const framesRound = 7;

const wall = { create: { ...size, channels: 3, background: '#7d8894' } } as const;

type Shift = { readonly across: number; readonly down: number };

/** The photo of a face, scaled and cut to what of it lies in the picture. */
async function placed({ who, x, y, height }: PlacedFace, { across, down }: Shift) {
  const face = faces[who];
  const scale = (height * size.height) / face.height;
  const photo = await sharp(await portraitPhoto(who))
    .extract(face.part)
    .toBuffer();
  const [width, tall] = [Math.round(face.part.width * scale), Math.round(face.part.height * scale)];
  const left = Math.round(x * size.width - face.x * scale + across);
  const top = Math.round(y * size.height - face.y * scale + down);
  const part = {
    left: Math.max(0, -left),
    top: Math.max(0, -top),
    width: Math.min(width, size.width - left) - Math.max(0, -left),
    height: Math.min(tall, size.height - top) - Math.max(0, -top),
  };
  const input = await sharp(photo).resize(width, tall).extract(part).toBuffer();
  return { input, left: Math.max(0, left), top: Math.max(0, top) };
}

async function pictureOf({ faces, light, blurPixels }: Scene, shift: Shift): Promise<Buffer> {
  const layers = await Promise.all(faces.map((face) => placed(face, shift)));
  const composed = await sharp(wall).composite(layers).png().toBuffer();
  const lit = sharp(composed).linear(light ?? 1, 0);
  return await (blurPixels ? lit.blur(blurPixels) : lit).jpeg({ quality: 90 }).toBuffer();
}

/** The different pictures of a scene, in turn. */
async function picturesOf(scene: Scene): Promise<readonly Buffer[]> {
  const { roundPixels = 0 } = scene;
  return await Promise.all(
    Array.from({ length: roundPixels > 0 ? framesRound : 1 }, (_, frame) => {
      const angle = (2 * Math.PI * frame) / framesRound;
      return pictureOf(scene, { across: roundPixels * Math.sin(angle), down: roundPixels * Math.cos(angle) });
    }),
  );
}

/** SIMULATED: one scene after the other, each for so many seconds; then all over again. */
export async function filmScenes(
  scenes: readonly { readonly scene: Scene; readonly seconds: number }[],
  path: string,
): Promise<void> {
  const film: Buffer[] = [];
  for (const { scene, seconds } of scenes) {
    const pictures = await picturesOf(scene);
    for (let frame = 0; frame < seconds * framesPerSecond; frame++)
      film.push(pictures[frame % pictures.length]!);
  }
  await writeFile(path, film);
}

/** One face where the page wants it. */
export const alone: Scene = { faces: [{ who: 'anna', x: 0.5, y: 0.5, height: 0.6 }] };

/** Two, each too large to be a passer-by. */
export const crowd: Scene = {
  faces: [
    { who: 'anna', x: 0.4, y: 0.5, height: 0.5 },
    { who: 'clara', x: 0.83, y: 0.36, height: 0.3 },
  ],
};
