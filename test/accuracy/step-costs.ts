import { readFile } from 'node:fs/promises';
import { readPortrait } from '../../src/verify/portrait.ts';
import { alignFace, mirrorFace } from '../../src/vision/face-align.ts';
import { loadVision } from '../../src/vision/faces.ts';
import { decodePhoto } from '../../src/vision/image.ts';
import { readSteadily } from '../../src/vision/steady-landmarks.ts';

/** CPU milliseconds of each part of reading a portrait, on this machine: a mean over the photos. */
export type StepCosts = Readonly<Record<'portrait' | 'landmarks' | 'fiveReadings' | 'embedding', number>>;

export async function measureCosts(paths: readonly string[]): Promise<StepCosts> {
  const vision = await loadVision();
  const spent = { portrait: 0, landmarks: 0, fiveReadings: 0, embedding: 0 };
  const time = async <T>(part: keyof StepCosts, work: () => Promise<T>): Promise<T> => {
    const start = process.cpuUsage();
    const result = await work();
    const { user, system } = process.cpuUsage(start);
    spent[part] += (user + system) / 1000 / paths.length;
    return result;
  };
  for (const path of paths) {
    const bytes = await readFile(path);
    const photo = await decodePhoto(bytes);
    if (!photo.ok) throw new Error(photo.text);
    await time('portrait', () => readPortrait(vision, bytes));
    const [main] = await vision.detector.predict(photo.image, { retryPadded: true });
    if (!main) throw new Error(`No face in ${path}.`);
    await time('landmarks', () => vision.landmarker.predict(photo.image, main));
    const landmarks = await time('fiveReadings', () => readSteadily(vision.landmarker, photo.image, main));
    const face = mirrorFace(alignFace(photo.image, landmarks));
    await time('embedding', () => vision.embedder.predict(face));
  }
  return spent;
}
