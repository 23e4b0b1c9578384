import { readStretch } from './clip-window.ts';
import { addSensorNoise } from './refilmed-still.ts';
import { seededRandom } from './seeded-random.ts';
import { type ClipName, clipPath } from './shared-data.ts';
import type { Encoding, Picture, VideoEncoder } from './video-encoder.ts';

type Degrading = Encoding & {
  /** Values are multiplied with this. */
  readonly light?: number;
  /** Deviation of the sensor's noise, of 255. */
  readonly noise?: number;
  readonly isSmall?: boolean;
};

/** What a recording suffered. All are as a phone's browser would send it: 480 x 640, H.264 or VP8. Simulated but for `recorded`. */
const conditions = {
  recorded: { framesPerSecond: 30, kilobitsPerSecond: 1000, codec: 'h264' },
  'recorded as WebM': { framesPerSecond: 25, kilobitsPerSecond: 1000, codec: 'vp8' },
  'half the light': { framesPerSecond: 25, kilobitsPerSecond: 800, codec: 'h264', light: 0.5, noise: 4 },
  'sensor noise': { framesPerSecond: 25, kilobitsPerSecond: 1000, codec: 'h264', noise: 8 },
  '350 kbit/s': { framesPerSecond: 25, kilobitsPerSecond: 350, codec: 'h264' },
  '12 frames a second': { framesPerSecond: 12, kilobitsPerSecond: 500, codec: 'h264' },
  'small face': { framesPerSecond: 25, kilobitsPerSecond: 800, codec: 'h264', isSmall: true },
} as const satisfies Record<string, Degrading>;

export type Condition = keyof typeof conditions;
export const bonaFideConditions = Object.keys(conditions) as readonly Condition[];

export type ClipWindow = { readonly clip: ClipName; readonly fromSeconds: number };

const windowSeconds = 4;

/** As many windows of 4 s as each clip of bona fide motion holds, none overlapping another. */
export const clipWindows: readonly ClipWindow[] = (
  [
    ['d3', 11.8],
    ['d10', 14.9],
    ['d13', 11.7],
    ['d18', 7.2],
  ] as const
).flatMap(([clip, seconds]) =>
  Array.from({ length: Math.floor(seconds / windowSeconds) }, (_, at) => ({
    clip,
    fromSeconds: at * windowSeconds,
  })),
);

/** Cuts a window out of a clip, degrades it and encodes it. Throws where the clips are absent. */
export async function recordBonaFide(
  window: ClipWindow,
  condition: Condition,
  path: string,
  encoder: VideoEncoder,
): Promise<void> {
  const source = clipPath(window.clip);
  if (!source) throw new Error('The clips are not here.');
  const how: Degrading = conditions[condition];
  const { framesPerSecond } = how;
  const stretch = { path: source, fromSeconds: window.fromSeconds, seconds: windowSeconds, framesPerSecond };
  await encoder.encode(path, degrade(readStretch(stretch, encoder.name), how), how);
}

async function* degrade(pictures: AsyncIterable<Picture>, how: Degrading): AsyncGenerator<Picture> {
  const random = seededRandom(1);
  for await (const picture of pictures) {
    const degraded = how.isSmall ? shrink(picture) : picture;
    if (how.noise) addSensorNoise(degraded, how.light ?? 1, how.noise, random);
    yield degraded;
  }
}

/** Half as large in the middle, what lies along its edge going on to the border: with a plain surround it would be a picture in a frame. */
function shrink({ width, height, data }: Picture): Picture {
  const small = new Uint8Array(data.length);
  for (let y = 0; y < height; y++) {
    const row = Math.max(0, Math.min(height / 2 - 1, y - height / 4));
    for (let x = 0; x < width; x++) {
      const column = Math.max(0, Math.min(width / 2 - 1, x - width / 4));
      for (let colour = 0; colour < 3; colour++) {
        const from = 3 * (2 * row * width + 2 * column) + colour;
        const below = from + 3 * width;
        const sum = data[from]! + data[from + 3]! + data[below]! + data[below + 3]!;
        small[3 * (y * width + x) + colour] = sum / 4;
      }
    }
  }
  return { width, height, data: small };
}
