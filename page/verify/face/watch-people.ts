import weightsUrl from 'virtual:detector-weights';
import { shownPart } from '../watch-face.ts';
import { type Advice, adviceOf, createCrowdWatch, type Sight, sightOf } from './advice.ts';
import type { WorkerAnswer, WorkerRequest } from './face-worker.ts';
import type { Face } from './find-faces.ts';
import { sizeLookedAt } from './look-size.ts';
import { createPace } from './pace.ts';

/** What was seen longer ago says nothing of now. */
const freshMs = 1_500;

export type PeopleWatch = {
  /** What to tell the customer about who is in the picture; null where that is not known just now. */
  advice(nowMs: number): Advice | null;
  /** Whether it has looked yet, so that nothing of it is still on its way. */
  hasLooked(): boolean;
  /** Called each time that two people have been seen for a while. */
  onCrowd(listener: () => void, signal: AbortSignal): void;
  stop(): void;
};

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
  return (): Exclude<WorkerRequest, { readonly weightsUrl: string }> | null => {
    if (!context || document.hidden || video.videoWidth === 0) return null;
    const { width, height } = sizeLookedAt(video.videoWidth, video.videoHeight);
    if (canvas.width !== width || canvas.height !== height) Object.assign(canvas, { width, height });
    context.drawImage(video, 0, 0, width, height);
    return { rgba: context.getImageData(0, 0, width, height).data, width, height };
  };
}

/** No picture now: another look for one after this long. */
const againMs = 250;

/** Looks for people in the running picture, beside the page's own thread, until it is stopped or the device is too slow. */
export function watchPeople(video: HTMLVideoElement): PeopleWatch {
  const worker = new Worker(new URL('./face-worker.ts', import.meta.url));
  const pick = createPicker(video);
  const paceAfter = createPace();
  const isCrowd = createCrowdWatch();
  const listeners = new Set<() => void>();
  let seen: { readonly sight: Sight; readonly atMs: number } | null = null;
  let hasFound = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function ask(request: WorkerRequest): void {
    worker.postMessage(request, 'rgba' in request ? [request.rgba.buffer] : []);
  }

  function look(): void {
    const picture = pick();
    if (picture) ask(picture);
    else timer = setTimeout(look, againMs);
  }

  function stop(): void {
    clearTimeout(timer);
    worker.terminate();
  }

  worker.onerror = stop;
  worker.onmessage = ({ data }: MessageEvent<WorkerAnswer>) => {
    if (data === 'ready') return look();
    const sight = sightOf(data.faces.map((face) => asShown(face, video)));
    seen = { sight, atMs: performance.now() };
    hasFound ||= sight.main !== null;
    if (isCrowd(sight)) for (const listener of listeners) listener();
    const waitMs = paceAfter(data.tookMs);
    if (waitMs === null) stop();
    else timer = setTimeout(look, waitMs);
  };
  ask({ weightsUrl });

  return {
    // Whose face it has never found it does not hold up: not every network finds every face.
    advice: (nowMs) => (seen && hasFound && nowMs - seen.atMs <= freshMs ? adviceOf(seen.sight) : null),
    hasLooked: () => seen !== null,
    onCrowd(listener, signal) {
      listeners.add(listener);
      signal.addEventListener('abort', () => void listeners.delete(listener));
    },
    stop,
  };
}
