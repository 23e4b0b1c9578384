import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { type Frame, loadNodeAv, type NodeAv } from '../../src/vision/video/node-av-binding.ts';
import { decodeFrames, timestampOf } from '../../src/vision/video/node-av-decoding.ts';
import { check, openRecording } from '../../src/vision/video/node-av-input.ts';
import type { Picture, VideoEncoder } from './video-encoder.ts';

/** What of a clip is read: a stretch at a steady rate, scaled to cover 480 x 640 and cut to it, as a page records. */
export type Stretch = {
  readonly path: string;
  readonly fromSeconds: number;
  readonly seconds: number;
  readonly framesPerSecond: number;
};

const size = { width: 480, height: 640 };
const pictureBytes = 3 * size.width * size.height;

/** Reads with the same library that encodes, so that a machine needs one of the two only. */
export function readStretch(stretch: Stretch, library: VideoEncoder['name']): AsyncIterable<Picture> {
  return library === 'ffmpeg' ? readWithFfmpeg(stretch) : readWithNodeAv(stretch);
}

async function* readWithFfmpeg(stretch: Stretch): AsyncGenerator<Picture> {
  const { path, fromSeconds, seconds, framesPerSecond } = stretch;
  // The rate first: what is not shown is not scaled either.
  const cover = `scale=${size.width}:${size.height}:force_original_aspect_ratio=increase,crop=${size.width}:${size.height}`;
  const child = spawn(
    'ffmpeg',
    [
      ...['-v', 'quiet', '-ss', String(fromSeconds), '-t', String(seconds), '-i', path, '-an'],
      ...['-vf', `fps=${framesPerSecond},${cover}`, '-f', 'rawvideo', '-pix_fmt', 'rgb24', 'pipe:1'],
    ],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const closed = once(child, 'close');
  let data = new Uint8Array(pictureBytes);
  let filled = 0;
  for await (const chunk of child.stdout as AsyncIterable<Buffer>) {
    for (let offset = 0; offset < chunk.length; ) {
      const taken = Math.min(chunk.length - offset, pictureBytes - filled);
      data.set(chunk.subarray(offset, offset + taken), filled);
      offset += taken;
      filled += taken;
      if (filled < pictureBytes) continue;
      yield { ...size, data };
      data = new Uint8Array(pictureBytes);
      filled = 0;
    }
  }
  const [code] = await closed;
  if (code !== 0) throw new Error(`ffmpeg ended with ${code} while reading ${path}`);
}

async function* readWithNodeAv(stretch: Stretch): AsyncGenerator<Picture> {
  const av = await loadNodeAv();
  const recording = openRecording(av, stretch.path, 'mp4');
  if ('problem' in recording) throw new Error(recording.text);
  const endMs = 1000 * (stretch.fromSeconds + stretch.seconds);
  const stepMs = 1000 / stretch.framesPerSecond;
  let dueMs = 1000 * stretch.fromSeconds;
  for (const frame of decodeFrames(av, recording)) {
    const nowMs = timestampOf(frame, recording);
    if (nowMs === null || nowMs < dueMs - stepMs / 2) continue;
    // A frame stands until the next one comes: where the clip is slower than asked for, it counts twice.
    for (; dueMs <= nowMs + stepMs / 2 && dueMs < endMs; dueMs += stepMs) yield coverWith(av, frame);
    if (dueMs >= endMs) break;
  }
  recording.input.closeInputSync();
}

function coverWith(av: NodeAv, frame: Frame): Picture {
  const scale = Math.max(size.width / frame.width, size.height / frame.height);
  const [width, height] = [Math.round(frame.width * scale), Math.round(frame.height * scale)];
  const scaled = Buffer.alloc(3 * width * height + 64);
  const scaler = new av.SoftwareScaleContext();
  const { AV_PIX_FMT_RGB24, SWS_BICUBIC } = av.constants;
  scaler.getContext(frame.width, frame.height, frame.format, width, height, AV_PIX_FMT_RGB24, SWS_BICUBIC);
  check(scaler.scaleSync(frame.data!, frame.linesize, 0, frame.height, [scaled], [3 * width]), 'scale');
  scaler.freeContext();
  const [left, top] = [(width - size.width) >> 1, (height - size.height) >> 1];
  const data = new Uint8Array(pictureBytes);
  for (let row = 0; row < size.height; row++) {
    const from = 3 * ((top + row) * width + left);
    data.set(scaled.subarray(from, from + 3 * size.width), 3 * size.width * row);
  }
  return { ...size, data };
}
