import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { qualityOf } from '../../src/verify/best-frame.ts';
import { type CloserLook, lookCloser } from '../../src/verify/closer-looks.ts';
import { watchFaces } from '../../src/verify/face-watch.ts';
import { readPortrait } from '../../src/verify/portrait.ts';
import { startStopwatch } from '../../src/verify/stopwatch.ts';
import { averageEmbeddings, cosineOf, type Embedding } from '../../src/vision/face-embed.ts';
import { loadVision, type Vision } from '../../src/vision/faces.ts';
import { encodeJpeg } from '../../src/vision/image.ts';
import { type ClipWindow, type Condition, clipWindows, recordBonaFide } from '../support/bona-fide.ts';
import { readPictures } from '../support/clip-pictures.ts';
import { findVideoEncoder, type VideoEncoder } from '../support/video-encoder.ts';

/** Which of a recording's looks stand for the person. Looks come best first. */
const choices = {
  'one look, the worst by quality': (looks) => looks.slice(-1),
  'one look, taken in the middle of the recording': (looks) => {
    const inTime = [...looks].sort((one, next) => one.frame.timestampMs - next.frame.timestampMs);
    return inTime.slice(Math.floor(inTime.length / 2)).slice(0, 1);
  },
  'one look, the best by quality': (looks) => looks.slice(0, 1),
  'mean of the three best': (looks) => looks.slice(0, 3),
  'mean of all': (looks) => looks,
} as const satisfies Record<string, (looks: readonly CloserLook[]) => readonly CloserLook[]>;

const conditions: readonly Condition[] = ['recorded', 'half the light', 'sensor noise', 'small face'];

export type ChoiceFigures = {
  readonly name: string;
  readonly recordings: number;
  readonly people: number;
  /** Cosines to the first frame of the person's own clip. */
  readonly meanOwn: number;
  readonly lowestOwn: number;
  /** To those of the other people. */
  readonly highestOther: number;
};

type Recording = { readonly window: ClipWindow; readonly looks: readonly CloserLook[] };

/** What recordings are made and looked at with. */
type Studio = { readonly vision: Vision; readonly encoder: VideoEncoder; readonly folder: string };

/** What choosing and averaging looks brings on recordings of the clips. Throws where the clips or an encoder are absent. */
export async function measureChoices(): Promise<readonly ChoiceFigures[]> {
  const encoder = await findVideoEncoder();
  if (!encoder) throw new Error('There is no video encoder here.');
  const folder = mkdtempSync(join(tmpdir(), 'selfsame-clips-'));
  const studio: Studio = { vision: await loadVision(), encoder, folder };
  try {
    const references = await readReferences(studio);
    const recordings: Recording[] = [];
    for (const condition of conditions) {
      for (const window of clipWindows)
        recordings.push({ window, looks: await lookAt(studio, window, condition) });
    }
    return Object.entries(choices).map(([name, choose]) => figuresOf(name, choose, recordings, references));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function figuresOf(
  name: string,
  choose: (looks: readonly CloserLook[]) => readonly CloserLook[],
  recordings: readonly Recording[],
  references: ReadonlyMap<string, Embedding>,
): ChoiceFigures {
  const own: number[] = [];
  const other: number[] = [];
  for (const { window, looks } of recordings) {
    const embedding = averageEmbeddings(choose(looks).map((look) => look.embedding));
    for (const [clip, reference] of references)
      (clip === window.clip ? own : other).push(cosineOf(embedding, reference));
  }
  return {
    ...{ name, recordings: recordings.length, people: references.size },
    meanOwn: own.reduce((sum, cosine) => sum + cosine, 0) / own.length,
    lowestOwn: Math.min(...own),
    highestOther: Math.max(...other),
  };
}

/** The very first frame of each clip, as a portrait. */
async function readReferences({ vision, encoder, folder }: Studio): Promise<ReadonlyMap<string, Embedding>> {
  const references = new Map<string, Embedding>();
  for (const window of clipWindows.filter(({ fromSeconds }) => fromSeconds === 0)) {
    const path = join(folder, 'reference.mp4');
    await recordBonaFide(window, 'recorded', path, encoder);
    const [first] = await readInTheEnd(path);
    const portrait = first && (await readPortrait(vision, await encodeJpeg(first)));
    if (!portrait?.ok) throw new Error(`The first frame of ${window.clip} shows no face.`);
    references.set(window.clip, portrait.embedding);
  }
  return references;
}

async function lookAt(
  { vision, encoder, folder }: Studio,
  window: ClipWindow,
  condition: Condition,
): Promise<readonly CloserLook[]> {
  const path = join(folder, 'recording.mp4');
  await recordBonaFide(window, condition, path, encoder);
  const stopwatch = startStopwatch();
  const watch = watchFaces(vision, stopwatch);
  const frames = await readInTheEnd(path);
  for (const frame of frames) await watch.see(frame);
  const durationMs = frames.at(-1)?.timestampMs ?? 0;
  const looks = await lookCloser(vision, watch.watched(), durationMs, stopwatch);
  return [...looks].sort((one, next) => qualityOf(next) - qualityOf(one));
}

/** On a machine that is busy with other things a decoder may run out of time: that says nothing of the recording. */
async function readInTheEnd(path: string) {
  for (let left = 5; ; left--) {
    try {
      return await readPictures(path);
    } catch (error) {
      if (left === 0) throw error;
    }
  }
}
