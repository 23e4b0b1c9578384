import type { Camera } from './camera.ts';

/** About 0.6 MB for 5 s: enough for a face at 480x640, and a slow line carries it in twelve seconds. */
const videoBitsPerSecond = 1_000_000;

/** A recorder that has not stopped this long after it was told to will not. A busy machine took more than 5 s. */
const stopPatienceMs = 15_000;

export type RecordingEnd =
  | { readonly kind: 'recorded'; readonly bytes: ArrayBuffer }
  | { readonly kind: 'interrupted' }
  /** The browser names the format as recordable and then does not record it. */
  | { readonly kind: 'unsupported' }
  | { readonly kind: 'empty' };

async function joined(chunks: readonly Blob[]): Promise<RecordingEnd> {
  const bytes = await new Blob([...chunks]).arrayBuffer();
  return bytes.byteLength === 0 ? { kind: 'empty' } : { kind: 'recorded', bytes };
}

/** Resolves when the recorder has handed out its last chunk, which it may do before it is told to stop. */
function lastChunk(recorder: MediaRecorder): Promise<void> {
  return new Promise((resolve) => recorder.addEventListener('stop', () => resolve(), { once: true }));
}

/** Stops a recorder and waits for its last chunk. */
async function stopped(recorder: MediaRecorder, handedOut: Promise<void>): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const patience = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, stopPatienceMs);
  });
  if (recorder.state !== 'inactive') recorder.stop();
  await Promise.race([handedOut, patience]);
  clearTimeout(timer);
}

export type RecordParts = {
  readonly camera: Camera;
  readonly mimeType: string;
  readonly recordMs: number;
  readonly signal: AbortSignal;
  /** The recorder hands out what it has this often; only at the end where this is absent. */
  readonly chunkMs?: number;
  /** Each piece as it appears; the recording is exactly these, joined. */
  readonly onChunk?: (chunk: Blob) => void;
  /** The recorder runs. `startMs`: `performance.now()` then. */
  readonly onStart?: (startMs: number) => void;
};

/**
 * An MP4 can only be cut at a key frame, so where pieces are wanted there is one for each: else Chromium hands out the
 * first after three seconds (MediaStream Recording §2.3; browsers that do not know the option leave it).
 */
function createRecorder({ camera, mimeType, chunkMs }: RecordParts): MediaRecorder | null {
  const keyFrames = chunkMs === undefined ? {} : { videoKeyFrameIntervalDuration: chunkMs };
  try {
    return new MediaRecorder(camera.stream, { mimeType, videoBitsPerSecond, ...keyFrames });
  } catch {
    return null;
  }
}

/** False where the browser refuses to record what it said it can. */
function start(recorder: MediaRecorder, chunkMs: number | undefined): boolean {
  try {
    recorder.start(chunkMs);
    return true;
  } catch {
    return false;
  }
}

/**
 * Records for `recordMs`, counted from the recorder's own start. The signal, a lost camera, a hidden page or a failing
 * recorder interrupt it: such a recording has a gap or an end that the server could not tell from an attack, so it is
 * never sent.
 */
export async function record(parts: RecordParts): Promise<RecordingEnd> {
  const { camera, recordMs, signal, onChunk, onStart } = parts;
  const chunks: Blob[] = [];
  const recorder = createRecorder(parts);
  if (!recorder) return { kind: 'unsupported' };
  recorder.ondataavailable = ({ data }) => {
    if (data.size === 0) return;
    chunks.push(data);
    onChunk?.(data);
  };
  const handedOut = lastChunk(recorder);
  const end = runToEnd(recorder, camera, recordMs, signal, onStart);
  if (!start(recorder, parts.chunkMs)) return { kind: 'unsupported' };
  const isWhole = await end;
  await stopped(recorder, handedOut);
  return isWhole ? await joined(chunks) : { kind: 'interrupted' };
}

/** True after `recordMs` from the start; false as soon as anything interrupts. */
function runToEnd(
  recorder: MediaRecorder,
  camera: Camera,
  recordMs: number,
  signal: AbortSignal,
  onStart: RecordParts['onStart'],
): Promise<boolean> {
  return new Promise((resolve) => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    recorder.addEventListener(
      'start',
      () => {
        timer = setTimeout(() => resolve(true), recordMs);
        onStart?.(performance.now());
      },
      { once: true },
    );
    const interrupt = () => {
      clearTimeout(timer);
      resolve(false);
    };
    const interruptIfHidden = () => document.hidden && interrupt();
    recorder.addEventListener('error', interrupt, { once: true });
    signal.addEventListener('abort', interrupt, { once: true });
    camera.onLost(interrupt);
    camera.onPaused(interrupt);
    document.addEventListener('visibilitychange', interruptIfHidden);
    // Before its time it stops by itself, where its tracks have ended (MediaStream Recording §2.3): Firefox tells of
    // that sooner than of the tracks.
    recorder.addEventListener('stop', () => {
      document.removeEventListener('visibilitychange', interruptIfHidden);
      interrupt();
    });
  });
}

/** SHA-256, hex. */
export async function sha256Hex(bytes: ArrayBuffer): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
