import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Judgement, nothingKnown } from '../../src/verify/judgement.ts';
import { loadScale } from '../../src/verify/similarity.ts';
import { type JudgeKit, judgeRecording } from '../../src/verify/verify.ts';
import { loadVision } from '../../src/vision/faces.ts';
import { probeDecoder } from '../../src/vision/video/find-decoder.ts';
import { readStretch } from './clip-window.ts';
import { type ClipName, clipPath } from './shared-data.ts';
import { findVideoEncoder, type Picture, type Pictures, type VideoEncoder } from './video-encoder.ts';

export const recordedFramesPerSecond = 12;

/** Records pictures as a page would, and has the real judge look at them. */
export type Bench = {
  /** SecurityLevel 1, at the similarity scale `default`. */
  judge(pictures: Pictures, framesPerSecond?: number): Promise<Judgement>;
  /** Pictures of a clip: 480 x 640, twelve a second. */
  film(clip: ClipName, fromSeconds: number, seconds: number): Promise<readonly Picture[]>;
};

export async function openBench(): Promise<Bench> {
  const [encoder, decoder] = [await findVideoEncoder(), await probeDecoder()];
  if (!encoder || !decoder.ok) throw new Error('There is no ffmpeg and no node-av on this machine.');
  const scale = loadScale('default', tmpdir());
  const kit: JudgeKit = { vision: await loadVision(), decoder: decoder.decoder, scale };
  return {
    judge: (pictures, framesPerSecond = recordedFramesPerSecond) =>
      judgePictures(kit, encoder, pictures, framesPerSecond),
    film: (clip, fromSeconds, seconds) => {
      const path = clipPath(clip);
      if (!path) throw new Error('The clips are not here.');
      const stretch = { path, fromSeconds, seconds, framesPerSecond: recordedFramesPerSecond };
      return Array.fromAsync(readStretch(stretch, encoder.name));
    },
  };
}

async function judgePictures(
  kit: JudgeKit,
  encoder: VideoEncoder,
  pictures: Pictures,
  framesPerSecond: number,
): Promise<Judgement> {
  const folder = await mkdtemp(join(tmpdir(), 'recorded-'));
  try {
    const videoPath = join(folder, 'recording');
    await encoder.encode(videoPath, pictures, { codec: 'h264', framesPerSecond, kilobitsPerSecond: 1000 });
    return await judgeRecording(kit, { ...nothingKnown, videoPath });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Two pictures beside each other, each its middle three quarters, as large as they were wide before halving. */
export function sideBySide(left: Picture, right: Picture): Picture {
  const { width, height } = left;
  const joined = { width, height, data: new Uint8Array(left.data.length).fill(128) };
  paste(left, joined, { x: 0, y: height / 4, scale: 0.5 });
  paste(right, joined, { x: width / 2, y: height / 4, scale: 0.5 });
  return joined;
}

/** Draws `from` into `onto`, `scale` times as large (1 over a whole number), its upper left corner at a place. */
export function paste(from: Picture, onto: Picture, place: { x: number; y: number; scale: number }): void {
  const step = Math.round(1 / place.scale);
  for (let y = 0; y < Math.floor(from.height / step); y++) {
    for (let x = 0; x < Math.floor(from.width / step); x++) {
      const source = 3 * (y * step * from.width + x * step);
      const target = 3 * ((y + place.y) * onto.width + x + place.x);
      onto.data.set(from.data.subarray(source, source + 3), target);
    }
  }
}

/** Left and right exchanged. */
export function mirrored({ width, height, data }: Picture): Picture {
  const turned = new Uint8Array(data.length);
  for (let at = 0; at < width * height; at++) {
    const column = at % width;
    const from = 3 * (at - column + width - 1 - column);
    turned.set(data.subarray(from, from + 3), 3 * at);
  }
  return { width, height, data: turned };
}

/** Every value times `gain`, plus `lift`. */
export function lit({ width, height, data }: Picture, gain: number, lift = 0): Picture {
  return { width, height, data: data.map((value) => Math.max(0, Math.min(255, value * gain + lift))) };
}
