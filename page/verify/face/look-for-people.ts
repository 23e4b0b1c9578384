import { type Advice, adviceOf, createCrowdWatch, type Sight, sightOf } from './advice.ts';
import type { WorkerAnswer, WorkerRequest } from './face-worker.ts';
import type { Face } from './find-faces.ts';
import { createPace } from './pace.ts';

/**
 * What was seen longer ago says nothing of now. From a picture to the answer about the next one a look, a rest of two looks
 * (`pace.ts`) and a look go by: long enough for looks of 600 ms, so that the hints do not change between it and the canvas.
 */
const freshMs = 2_500;

/** No picture now: another look for one after this long. */
const againMs = 250;

/** The part of a worker that is used. */
export type FaceWorker = Pick<Worker, 'terminate' | 'onerror'> & {
  onmessage: ((message: MessageEvent<WorkerAnswer>) => void) | null;
  postMessage(request: WorkerRequest, transfer: Transferable[]): void;
};

export type PickedPicture = Exclude<WorkerRequest, { readonly weightsUrl: string }>;

export type Looking = {
  readonly worker: FaceWorker;
  readonly weightsUrl: string;
  /** The picture of now; null while there is none to look at. */
  readonly pick: () => PickedPicture | null;
  /** From parts of that picture to parts of what is shown of it. */
  readonly asShown: (face: Face) => Face;
};

export type PeopleWatch = {
  /** What to tell the customer about who is in the picture; null where that is not known just now. */
  advice(nowMs: number): Advice | null;
  /** Whether all of it is here, so that it needs the line no more. */
  isHere(): boolean;
  /** Called each time that two people have been seen for a while. */
  onCrowd(listener: () => void, signal: AbortSignal): void;
  stop(): void;
};

/**
 * Has a worker look at one picture after the other until it is stopped, or too slow. Nothing waits for it: a worker that does
 * not come, or does not answer, leaves all as it is without one.
 */
export function lookForPeople({ worker, weightsUrl, pick, asShown }: Looking): PeopleWatch {
  const paceAfter = createPace();
  const isCrowd = createCrowdWatch();
  const listeners = new Set<() => void>();
  let seen: { readonly sight: Sight; readonly atMs: number } | null = null;
  let pickedMs = 0;
  let isHere = false;
  let hasFound = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function look(): void {
    const picture = pick();
    if (!picture) {
      timer = setTimeout(look, againMs);
      return;
    }
    pickedMs = performance.now();
    worker.postMessage(picture, [picture.rgba.buffer]);
  }

  function stop(): void {
    clearTimeout(timer);
    worker.terminate();
  }

  worker.onerror = stop;
  worker.onmessage = ({ data }) => {
    isHere = true;
    if (data === 'ready') return look();
    const sight = sightOf(data.faces.map(asShown));
    seen = { sight, atMs: pickedMs };
    hasFound ||= sight.main !== null;
    if (isCrowd(sight)) for (const listener of listeners) listener();
    const waitMs = paceAfter(data.tookMs);
    if (waitMs === null) stop();
    else timer = setTimeout(look, waitMs);
  };
  worker.postMessage({ weightsUrl }, []);

  return {
    // Whose face it has never found it does not hold up: not every network finds every face.
    advice: (nowMs) => (seen && hasFound && nowMs - seen.atMs <= freshMs ? adviceOf(seen.sight) : null),
    isHere: () => isHere,
    onCrowd(listener, signal) {
      listeners.add(listener);
      signal.addEventListener('abort', () => void listeners.delete(listener));
    },
    stop,
  };
}
