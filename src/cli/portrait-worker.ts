// One thread that reads photos, one after the other, and ends.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { readPortrait } from '../verify/portrait.ts';
import { loadVision } from '../vision/faces.ts';
import type { FileReading, ReadFile, ReadingTask } from './portrait-reader.ts';

const { root, files, faceModel } = workerData as ReadingTask;
const vision = await loadVision(faceModel);

async function read(file: string): Promise<FileReading> {
  let bytes: Uint8Array;
  try {
    bytes = await readFile(root === '' ? file : join(root, file));
  } catch (error) {
    const text = `The file cannot be read: ${(error as Error).message}`;
    return { ok: false, problem: 'unreadable-file', text };
  }
  return readPortrait(vision, bytes);
}

for (const file of files) {
  const answer: ReadFile = { file, reading: await read(file) };
  parentPort?.postMessage(answer);
}
