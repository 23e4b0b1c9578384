import type { Camera } from './camera.ts';

/**
 * In order of preference: H.264 in MP4 is decoded fastest on the server and is all that Safari makes; VP8 is what
 * every other browser has.
 */
const mimeTypes = [
  'video/mp4;codecs=avc1.42E01E',
  'video/mp4',
  'video/webm;codecs=vp8',
  'video/webm',
] as const;

/** About 0.5 MB for 4 s: enough for a face at 480x640, and a slow line carries it in ten seconds. */
const videoBitsPerSecond = 1_000_000;

/** A recorder that has not stopped this long after it was told to will not. A busy machine took more than 5 s. */
const stopPatienceMs = 15_000;

export type RecordingEnd =
  | { readonly kind: 'recorded'; readonly bytes: ArrayBuffer }
  | { readonly kind: 'interrupted' }
  /** The browser names the format as recordable and then does not record it. */
  | { readonly kind: 'unsupported' }
  | { readonly kind: 'empty' };

/** What this browser will record, null where it can record no video that the server reads. */
export function recordableMimeType(): string | null {
  return mimeTypes.find((mimeType) => MediaRecorder.isTypeSupported(mimeType)) ?? null;
}

async function joined(chunks: readonly Blob[]): Promise<RecordingEnd> {
  const bytes = await new Blob([...chunks]).arrayBuffer();
  return bytes.byteLength === 0 ? { kind: 'empty' } : { kind: 'recorded', bytes };
}

/** Stops a recorder and waits for its last chunk. */
function stopped(recorder: MediaRecorder): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, stopPatienceMs);
    recorder.addEventListener(
      'stop',
      () => {
        clearTimeout(timer);
        resolve();
      },
      { once: true },
    );
    if (recorder.state !== 'inactive') recorder.stop();
  });
}

function startRecorder({ stream }: Camera, mimeType: string): MediaRecorder | null {
  try {
    const recorder = new MediaRecorder(stream, { mimeType, videoBitsPerSecond });
    recorder.start();
    return recorder;
  } catch {
    return null;
  }
}

/**
 * Records for `recordMs`. The signal, a lost camera, a hidden page or a failing recorder interrupt it: such a
 * recording has a gap or an end that the server could not tell from an attack, so it is never sent.
 */
export async function record(
  camera: Camera,
  mimeType: string,
  recordMs: number,
  signal: AbortSignal,
): Promise<RecordingEnd> {
  const chunks: Blob[] = [];
  const recorder = startRecorder(camera, mimeType);
  if (!recorder) return { kind: 'unsupported' };
  recorder.ondataavailable = ({ data }) => chunks.push(data);
  const isWhole = await new Promise<boolean>((resolve) => {
    const timer = setTimeout(() => resolve(true), recordMs);
    const interrupt = () => {
      clearTimeout(timer);
      resolve(false);
    };
    const interruptIfHidden = () => document.hidden && interrupt();
    recorder.addEventListener('error', interrupt, { once: true });
    signal.addEventListener('abort', interrupt, { once: true });
    camera.onLost(interrupt);
    document.addEventListener('visibilitychange', interruptIfHidden);
    recorder.addEventListener('stop', () =>
      document.removeEventListener('visibilitychange', interruptIfHidden),
    );
  });
  await stopped(recorder);
  return isWhole ? await joined(chunks) : { kind: 'interrupted' };
}

/** SHA-256, hex. */
export async function sha256Hex(bytes: ArrayBuffer): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
