import weightsUrl from 'virtual:detector-weights';
import { shownPart } from '../watch-face.ts';
import type { Face } from './find-faces.ts';
import { lookForPeople, type PeopleWatch, type PickedPicture } from './look-for-people.ts';
import { sizeLookedAt } from './look-size.ts';

/** From parts of the whole picture to parts of what is shown of it. */
function asShown(face: Face, video: HTMLVideoElement): Face {
  const { videoWidth, videoHeight } = video;
  const { x, y, width, height } = shownPart(video);
  const across = (part: number) => (part * videoWidth - x) / width;
  const down = (part: number) => (part * videoHeight - y) / height;
  const { left, right, top, bottom, score } = face;
  return { left: across(left), right: across(right), top: down(top), bottom: down(bottom), score };
}

/** The whole picture, small; null while there is none to look at. */
function createPicker(video: HTMLVideoElement) {
  const canvas = document.createElement('canvas');
  const context = canvas.getContext('2d', { willReadFrequently: true });
  return (): PickedPicture | null => {
    if (!context || document.hidden || video.videoWidth === 0) return null;
    const { width, height } = sizeLookedAt(video.videoWidth, video.videoHeight);
    if (canvas.width !== width || canvas.height !== height) Object.assign(canvas, { width, height });
    context.drawImage(video, 0, 0, width, height);
    return { rgba: context.getImageData(0, 0, width, height).data, width, height };
  };
}

/** Looks for people in the running picture, beside the page's own thread. */
export function watchPeople(video: HTMLVideoElement): PeopleWatch {
  const worker = new Worker(new URL('./face-worker.ts', import.meta.url));
  return lookForPeople({
    worker,
    weightsUrl,
    pick: createPicker(video),
    asShown: (face) => asShown(face, video),
  });
}
