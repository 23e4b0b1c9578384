// One thread that reads photos for the accuracy tables, one after the other.
import { parentPort, workerData } from 'node:worker_threads';
import { loadVision } from '../../src/vision/faces.ts';
import { readInSteps, readShipped, readSpoiled } from './read-photo.ts';

const readers = { shipped: readShipped, steps: readInSteps, spoils: readSpoiled };
const { task, paths } = workerData as { task: keyof typeof readers; paths: readonly string[] };
const vision = await loadVision();
for (const path of paths) parentPort?.postMessage(await readers[task](vision, path));
