import { type Sighting, watchFaces } from '../../src/verify/face-watch.ts';
import { startStopwatch } from '../../src/verify/stopwatch.ts';
import type { Vision } from '../../src/vision/faces.ts';
import { readPictures } from './clip-pictures.ts';

/** The face in every frame that the judge would see of a recording. Throws where it cannot be decoded. */
export async function watchRecording(vision: Vision, path: string): Promise<readonly Sighting[]> {
  const watch = watchFaces(vision, startStopwatch());
  for (const frame of await readPictures(path)) await watch.see(frame);
  return watch.watched().sightings;
}
