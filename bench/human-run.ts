// `@vladmandic/human` in a process of its own, over the pictures of one recording: loads, then answers each message with what looking at
// all of them has cost.
import { decodeVideo } from '../src/vision/video/decode.ts';
import { probeDecoder } from '../src/vision/video/find-decoder.ts';
import type { VideoFrame } from '../src/vision/video/video-frame.ts';
import { makeHuman } from './human-package.ts';
import { ownCpuMs } from './judge-run.ts';

/** One round: what it has cost, and in how many pictures it found a face and gave a mesh and both scores. */
export type HumanRound = {
  readonly cpuMs: number;
  readonly frames: number;
  readonly facesScored: number;
};

async function decodeAll(path: string): Promise<readonly VideoFrame[]> {
  const report = await probeDecoder();
  if (!report.ok) throw new Error(report.text);
  const frames: VideoFrame[] = [];
  await decodeVideo(report.decoder, path, (frame) => {
    frames.push(frame);
  });
  return frames;
}

// As often as our judge: the detector on every fourth picture, the mesh on all, the others four times in 5 s; the counts below settle that they were.
const off = { enabled: false };
const seldom = { enabled: true, skipFrames: 14, skipTime: Number.MAX_SAFE_INTEGER };
const human = await makeHuman({
  enabled: true,
  detector: { skipFrames: 3, skipTime: Number.MAX_SAFE_INTEGER },
  ...{ mesh: { enabled: true }, iris: off, emotion: off },
  ...{ description: seldom, antispoof: seldom, liveness: seldom },
});
const frames = await decodeAll(process.argv[2] as string);
// Made before the clock runs: ours decodes within it.
const pictures = frames.map(({ data, width, height }) => ({
  data: Float32Array.from(data),
  shape: [1, height, width, 3],
}));
await human.load();

async function look(): Promise<HumanRound> {
  const before = ownCpuMs();
  let facesScored = 0;
  for (const { data, shape } of pictures) {
    const tensor = human.tf.tensor(data, shape, 'float32');
    const { face } = await human.detect(tensor);
    human.tf.dispose(tensor);
    if (face[0]?.mesh.length > 0 && face[0].real !== undefined && face[0].live !== undefined)
      facesScored += 1;
  }
  return { cpuMs: ownCpuMs() - before, frames: pictures.length, facesScored };
}

process.on('message', async () => process.send?.(await look()));
process.send?.('ready');
