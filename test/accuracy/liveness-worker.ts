// One thread that makes a presentation, judges it and forgets it; then it asks for the next one.
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { loadVision } from '../../src/vision/faces.ts';
import { decodePhoto } from '../../src/vision/image.ts';
import { sortFaces } from '../../src/vision/main-face.ts';
import { openFileJudge } from '../attack/judge-file.ts';
import type { Presentation } from '../support/presentations.ts';
import { findVideoEncoder } from '../support/video-encoder.ts';
import { type Extent, type JudgedPresentation, listTasks, type ScoredPhoto } from './liveness-tasks.ts';

if (!parentPort) throw new Error('liveness-worker.ts runs as a worker thread only.');
const port = parentPort;
const encoder = await findVideoEncoder();
if (!encoder) throw new Error('There is no ffmpeg and no node-av on this machine.');
const tasks = listTasks(workerData as Extent, encoder);
const vision = await loadVision();
const judgeFile = await openFileJudge(vision);

async function judge({ write, ...presentation }: Presentation): Promise<JudgedPresentation> {
  const folder = await mkdtemp(join(tmpdir(), 'presentation-'));
  try {
    const videoPath = join(folder, 'recording');
    await write(videoPath);
    const judgement = await judgeFile(videoPath, null);
    const { livenessCode, reasons, signals } = judgement;
    const refusals = reasons.filter(({ refuses }) => refuses).map(({ id }) => id);
    return { ...presentation, livenessCode, refusals, signals };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function score(person: string, path: string): Promise<ScoredPhoto> {
  const photo = await decodePhoto(await readFile(path));
  if (!photo.ok) throw new Error(`${path}: ${photo.text}`);
  const { main } = sortFaces(await vision.detector.predict(photo.image), photo.image);
  if (!main) return { kind: 'photo', person, near: null, wide: null };
  const near = await vision.spoofDetector.predict(photo.image, main, 1.3);
  const wide = await vision.spoofDetector.predict(photo.image, main, 2.7);
  return { kind: 'photo', person, near, wide };
}

port.on('message', async (number: number) => {
  const task = tasks[number]!;
  const answer = task.kind === 'photo' ? await score(task.person, task.path) : await judge(task.presentation);
  port.postMessage({ task: number, answer });
});
port.postMessage('ready');
