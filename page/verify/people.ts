import type { Advice } from './face/advice.ts';
import type { PeopleWatch } from './face/look-for-people.ts';

/** What `navigator.connection` tells, where a browser has it (Network Information API). */
export type Line = { readonly saveData?: boolean; readonly effectiveType?: string };

/** Whether 0.3 MB may be loaded that the check can do without. */
export function mayLoadDetector(line: Line | undefined): boolean {
  return !line?.saveData && !/2g$/.test(line?.effectiveType ?? '');
}

/** Who is in the picture, as far as this device can tell. */
export type People = {
  /** What to tell the customer about it; null where nothing is known. */
  advice(nowMs: number): Advice | null;
  /** Gives up a detector that is still on its way: the line is the recording's from now on. */
  beforeRecording(): void;
  /** Tells of two people while something is recorded. */
  whileRecording(onCrowd: () => void, signal: AbortSignal): void;
};

/**
 * How often a recording is stopped for a second person. Whoever cannot get rid of a face in the picture, a poster's say,
 * records all the same after that, and the server judges.
 */
const stopsMost = 2;
let stops = 0;

/** Follows what a detector sees, once it is brought and begun, until the signal says stop. */
export function followPeople(bring: () => Promise<() => PeopleWatch>, signal: AbortSignal): People {
  let watch: PeopleWatch | null = null;
  let isGivenUp = false;

  async function begin(): Promise<void> {
    const look = await bring();
    if (signal.aborted || isGivenUp) return;
    watch = look();
    signal.addEventListener('abort', watch.stop);
  }

  // It only guides: where it does not come, the canvas guides alone.
  void begin().catch(() => {});

  return {
    advice: (nowMs) => watch?.advice(nowMs) ?? null,
    beforeRecording() {
      if (watch?.isHere()) return;
      isGivenUp = true;
      watch?.stop();
    },
    whileRecording(onCrowd, recording) {
      if (isGivenUp || stops >= stopsMost) return;
      watch?.onCrowd(() => {
        stops += 1;
        onCrowd();
      }, recording);
    },
  };
}

/** Brings the detector where line and device allow. */
export function peopleBefore(video: HTMLVideoElement, signal: AbortSignal): People {
  const { connection } = navigator as Navigator & { readonly connection?: Line };
  if (!mayLoadDetector(connection) || !('Worker' in window)) return nobodyKnown;
  return followPeople(async () => {
    const { watchPeople } = await import('./face/watch-people.ts');
    return () => watchPeople(video);
  }, signal);
}

const nobodyKnown: People = { advice: () => null, beforeRecording: () => {}, whileRecording: () => {} };
