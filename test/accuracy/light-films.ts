import type { LitFrames } from '../../src/verify/liveness/light/light-watch.ts';
import { type RegionColors, readRegionColors } from '../../src/verify/liveness/light/region-colors.ts';
import type { Vision } from '../../src/vision/faces.ts';
import type { VideoFrame } from '../../src/vision/video/video-frame.ts';
import { tintFlat } from '../attack/flat-light.ts';
import { lightScene } from '../attack/light-scene.ts';
import { type PosedPicture, readPosed } from '../attack/posed-clip.ts';
import { addSensorNoise } from '../support/refilmed-still.ts';
import { seededRandom } from '../support/seeded-random.ts';
import { type ClipName, clipPath } from '../support/shared-data.ts';
import type { Picture, VideoEncoder } from '../support/video-encoder.ts';
import type { LightCase } from './light-scenes.ts';

/** What is drawn of a case; the other species are the same pictures held against another challenge. */
export const drawnSpecies = [
  'right',
  'no light',
  'sheet',
  'frame',
  'face-box',
  'face-outline',
  'soft spot',
] as const;
export type DrawnSpecies = (typeof drawnSpecies)[number];

const framesPerSecond = 12;
const clipSeconds: Readonly<Record<ClipName, number>> = { d0: 3.1, d3: 11.7, d10: 14.8, d13: 11.6, d18: 7.1 };

/** A clip as the judge samples it, halved each way: all that the colours are read from. */
export type HalvedClip = readonly PosedPicture[];

export async function halveClip(
  name: ClipName,
  vision: Vision,
  library: VideoEncoder['name'],
): Promise<HalvedClip> {
  const path = clipPath(name);
  if (!path) throw new Error('The clips are not here.');
  const stretch = { path, fromSeconds: 0, seconds: clipSeconds[name], framesPerSecond };
  const halved: PosedPicture[] = [];
  for await (const { picture, landmarks } of readPosed(stretch, vision, library)) {
    halved.push({
      picture: halve(picture),
      landmarks: landmarks.map(({ x, y }) => ({ x: x / 2, y: y / 2 })),
    });
  }
  return halved;
}

/** Draws one species of a case and reads its colours, as the judge does but for the encoder between. */
export async function readFilm(
  clip: HalvedClip,
  light: LightCase,
  species: DrawnSpecies,
): Promise<LitFrames> {
  const posed = stretchOf(clip, light);
  const colors: RegionColors[] = [];
  for await (const picture of draw(posed, light, species)) {
    const at = colors.length;
    colors.push(
      readRegionColors(
        { timestampMs: (1000 * at) / framesPerSecond, ...asHalf(picture) },
        posed[at]!.landmarks.map(({ x, y }) => ({ x: 2 * x, y: 2 * y })),
      ),
    );
  }
  return { colors, glints: [] };
}

/** A picture drawn at half size, as a frame hands it out. */
function asHalf({ data, width, height }: Picture): Pick<VideoFrame, 'width' | 'height' | 'halfColorAt'> {
  const halfColorAt = (x: number, y: number): number => {
    const at = 3 * (y * width + x);
    return (data[at]! << 16) | (data[at + 1]! << 8) | data[at + 2]!;
  };
  return { width: 2 * width, height: 2 * height, halfColorAt };
}

/** As long as the challenge; a clip that is shorter is played there and back. */
function stretchOf(clip: HalvedClip, { start, challenge }: LightCase): HalvedClip {
  const count = Math.round((challenge.durationMs / 1000 + 0.3) * framesPerSecond);
  const first = Math.floor(start * Math.max(0, clip.length - count));
  return Array.from({ length: count }, (_, at) => {
    const place = (first + at) % (2 * clip.length - 2);
    return clip[place < clip.length ? place : 2 * clip.length - 2 - place]!;
  });
}

function draw(posed: HalvedClip, light: LightCase, species: DrawnSpecies): AsyncIterable<Picture> {
  const { challenge, scene, tint, spot } = light;
  // Four pixels of the sensor are one here.
  const halvedScene = { ...scene, noise: scene.noise / 2 };
  if (species === 'right') return lightScene(posed, challenge.colors, halvedScene);
  if (species === 'no light') return lightScene(posed, [], halvedScene);
  if (species === 'sheet') return lightScene(posed, challenge.colors, { ...halvedScene, depth: 0 });
  const strength = { blend: 1, add: 0.5, multiply: 3 }[tint.how] * tint.strength;
  const where = species === 'soft spot' ? spot : species;
  const flat = { ...scene, where, how: tint.how, strength };
  return withNoise(tintFlat(posed, challenge.colors, flat), scene.noise / 2, scene.seed);
}

async function* withNoise(pictures: AsyncIterable<Picture>, noise: number, seed: number) {
  const random = seededRandom(seed);
  for await (const picture of pictures) {
    addSensorNoise(picture, 1, noise, random);
    yield picture;
  }
}

function halve({ width, height, data }: Picture): Picture {
  const [halfWidth, halfHeight] = [width >> 1, height >> 1];
  const half = new Uint8Array(3 * halfWidth * halfHeight);
  for (let y = 0, at = 0; y < halfHeight; y++) {
    for (let x = 0; x < halfWidth; x++) {
      for (let colour = 0; colour < 3; colour++, at++) {
        const from = 3 * (2 * y * width + 2 * x) + colour;
        const below = from + 3 * width;
        half[at] = (data[from]! + data[from + 3]! + data[below]! + data[below + 3]!) / 4;
      }
    }
  }
  return { width: halfWidth, height: halfHeight, data: half };
}
