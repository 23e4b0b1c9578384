import { type Sighting, type Watched, watchFaces } from '../../src/verify/face-watch.ts';
import { startStopwatch } from '../../src/verify/stopwatch.ts';
import type { Vision } from '../../src/vision/faces.ts';
import { readPictures } from './clip-pictures.ts';

/** All that the judge would see of a recording. Throws where it cannot be decoded. */
export async function watchWhole(vision: Vision, path: string): Promise<Watched> {
  const watch = watchFaces(vision, startStopwatch());
  for (const frame of await readPictures(path)) await watch.see(frame);
  return watch.watched();
}

/** The face in every frame that the judge would see of a recording. Throws where it cannot be decoded. */
export async function watchRecording(vision: Vision, path: string): Promise<readonly Sighting[]> {
  return (await watchWhole(vision, path)).sightings;
}
