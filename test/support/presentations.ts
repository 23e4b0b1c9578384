import { readFile } from 'node:fs/promises';
import { decodePhoto } from '../../src/vision/image.ts';
import { bonaFideConditions, clipWindows, recordBonaFide } from './bona-fide.ts';
import { readStretch } from './clip-window.ts';
import { handlings } from './held-sheet.ts';
import { replayClip } from './refilmed-replay.ts';
import { media, refilmStill } from './refilmed-still.ts';
import { seededRandom } from './seeded-random.ts';
import { type ClipName, clipPath, lfwPhotos } from './shared-data.ts';
import type { Picture, VideoEncoder } from './video-encoder.ts';

/** One recording before the judge (ISO/IEC 30107-3: a presentation). */
export type Presentation = {
  readonly id: string;
  readonly kind: 'bona fide' | 'attack';
  /** Condition of a bona fide presentation, or the attack's species. */
  readonly species: string;
  /** Finer than the species. */
  readonly variant: string;
  readonly person: string;
  write(path: string): Promise<void>;
};

/** Every window of every clip under every condition. */
export function bonaFidePresentations(encoder: VideoEncoder): readonly Presentation[] {
  return clipWindows.flatMap((window) =>
    bonaFideConditions.map((condition) => ({
      id: `${window.clip} from ${window.fromSeconds} s, ${condition}`,
      kind: 'bona fide' as const,
      species: condition,
      variant: condition,
      person: window.clip,
      write: (path: string) => recordBonaFide(window, condition, path, encoder),
    })),
  );
}

/** Bit rates of the simulated attacks, as of a page's recorder, kbit/s. */
const bitRates = [600, 1000, 1000, 2000] as const;
const stillFramesPerSecond = 20;

/** SIMULATED stills: two thirds photos of LFW, one person each; a third frames of the clips. */
export function stillPresentations(count: number, encoder: VideoEncoder): readonly Presentation[] {
  const photos = lfwPhotos();
  const clips: readonly ClipName[] = ['d0', 'd3', 'd10', 'd13', 'd18'];
  return Array.from({ length: count }, (_, at) => {
    const random = seededRandom(5000 + at);
    const medium = media[at % 3]!;
    const handling = handlings[Math.floor(at / 3) % 6]!;
    const ofClip = Math.floor(at / 18) % 3 === 2;
    const clip = clips[at % clips.length]!;
    const photo = photos[(at * 37) % photos.length]!;
    const sheetWidthPixels = ofClip ? random.between(480, 640) : random.between(480, 760);
    const kilobitsPerSecond = random.pick(bitRates);
    return {
      id: `still ${at}`,
      kind: 'attack',
      species: `still, ${medium}`,
      variant: handling,
      person: ofClip ? clip : photo.person,
      async write(path) {
        const picture = ofClip
          ? await frameOfClip(clip, random.next(), encoder)
          : await pictureOf(photo.path);
        const how = {
          seed: at,
          medium,
          handling,
          seconds: 4,
          framesPerSecond: stillFramesPerSecond,
          sheetWidthPixels,
        };
        const encoding = { codec: 'h264', framesPerSecond: stillFramesPerSecond, kilobitsPerSecond } as const;
        await encoder.encode(path, refilmStill(picture, how), encoding);
      },
    };
  });
}

/** SIMULATED replays: each window of each clip on a screen, the phone fixed and held. */
export function replayPresentations(encoder: VideoEncoder): readonly Presentation[] {
  return clipWindows.flatMap((window, at) =>
    (['fixed', 'held'] as const).map((handling) => ({
      id: `replay of ${window.clip} from ${window.fromSeconds} s, ${handling}`,
      kind: 'attack' as const,
      species: 'replayed clip, screen',
      variant: handling,
      person: window.clip,
      async write(path: string) {
        const source = clipPath(window.clip)!;
        const stretch = { path: source, fromSeconds: window.fromSeconds, seconds: 4, framesPerSecond: 12 };
        const pictures = await Array.fromAsync(readStretch(stretch, encoder.name));
        const encoding = { codec: 'h264', framesPerSecond: 12, kilobitsPerSecond: 1000 } as const;
        await encoder.encode(path, replayClip(pictures, handling, 300 + at, 560), encoding);
      },
    })),
  );
}

async function pictureOf(path: string): Promise<Picture> {
  const photo = await decodePhoto(await readFile(path));
  if (!photo.ok) throw new Error(`${path}: ${photo.text}`);
  return photo.image;
}

/** One frame of a clip, as the page's camera would see it. */
async function frameOfClip(clip: ClipName, place: number, encoder: VideoEncoder): Promise<Picture> {
  const fromSeconds = place * clipSeconds[clip];
  const stretch = { path: clipPath(clip)!, fromSeconds, seconds: 0.2, framesPerSecond: 10 };
  for await (const picture of readStretch(stretch, encoder.name)) return picture;
  throw new Error(`There is no frame at ${fromSeconds} s of ${clip}.`);
}

/** Where a still may be taken from, in seconds: all but the clip's last moments. */
const clipSeconds: Readonly<Record<ClipName, number>> = { d0: 2.5, d3: 11, d10: 14, d13: 11, d18: 6.5 };
