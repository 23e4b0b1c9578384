import type { AttemptView, GiveUpReason } from '../../src/capture/page-shapes.ts';
import type { Api } from './api.ts';
import type { Camera, CameraTrouble } from './camera.ts';
import type { ChallengePart } from './challenge/challenge-part.tsx';
import type { ChallengeEnd } from './challenge/record-challenge.ts';
import type { Guidance } from './guide.ts';
import type { RecordingShelf } from './kept-recording.ts';
import { record, recordableMimeType, sha256Hex } from './recorder.ts';
import type { Session } from './session.ts';
import { showPicture } from './show-picture.ts';
import { watchFace } from './watch-face.ts';

export type CaptureParts = {
  readonly session: Session;
  readonly api: Api;
  readonly shelf: RecordingShelf;
  readonly video: HTMLVideoElement;
  readonly onGuidance: (guidance: Guidance) => void;
  readonly challengePart: () => ChallengePart | null;
};

export type Capture = {
  /** The customer starts although the hints could not decide. */
  startByHand(): void;
  /** The step is left: the camera goes off, an unfinished recording is given up. */
  stop(): void;
};

/** Resolves at the first good frame or the tap; never, when the signal comes first. */
function firstGoodFrame(
  { video, onGuidance }: CaptureParts,
  tapped: Promise<void>,
  signal: AbortSignal,
): Promise<void> {
  return new Promise((resolve) => {
    const watching = new AbortController();
    const done = () => {
      watching.abort();
      resolve();
    };
    signal.addEventListener('abort', () => watching.abort());
    void tapped.then(done);
    watchFace(video, watching.signal, (guidance) => {
      onGuidance(guidance);
      if (guidance.isReady) done();
    });
  });
}

type Recorder = {
  readonly camera: Camera;
  readonly mimeType: string;
  readonly signal: AbortSignal;
};

/** A silent recording, or one that answers the attempt's challenge. */
async function recordAsAsked(
  { session, api, video, challengePart }: CaptureParts,
  attempt: AttemptView,
  recorder: Recorder,
): Promise<ChallengeEnd> {
  const { challenge, recordMs } = attempt;
  const part = challengePart();
  // Without its part of the program a challenge cannot be shown: such a recording is not worth making.
  if (challenge) {
    const parts = { session, api, video, attempt, challenge, ...recorder };
    return part ? await part.record(parts) : { kind: 'interrupted' };
  }
  const end = await record({ ...recorder, recordMs });
  return end.kind === 'recorded' ? { ...end, chunks: [], announcedChunks: 0, shown: [] } : end;
}

const troubleOfEnd = {
  interrupted: 'interrupted',
  'face-lost': 'face-lost',
  unsupported: 'no-recorder',
  empty: 'recording-empty',
} as const satisfies Readonly<Record<Exclude<ChallengeEnd['kind'], 'recorded'>, CameraTrouble>>;

/** Records the attempt and hands the recording on, or says why there is none. */
async function recordAttempt(parts: CaptureParts, recorder: Recorder): Promise<void> {
  const { session, api, shelf } = parts;
  const { signal } = recorder;
  const { view } = session.read();
  if (!view?.attempt) return;
  const { seq } = view.attempt;
  const giveUp = () => void api.giveUpAttempt(seq);
  addEventListener('pagehide', giveUp);
  const end = await recordAsAsked(parts, view.attempt, recorder);
  removeEventListener('pagehide', giveUp);
  const fail = (cameraTrouble: CameraTrouble, why?: GiveUpReason) => {
    void api.giveUpAttempt(seq, why);
    if (!signal.aborted) session.happen('interrupted', { cameraTrouble });
  };
  if (end.kind !== 'recorded') return fail(troubleOfEnd[end.kind], 'why' in end ? end.why : undefined);
  if (signal.aborted) return fail('interrupted');
  const { bytes, chunks, announcedChunks, shown } = end;
  if (bytes.byteLength > view.limits.maxVideoBytes) return fail('recording-too-large');
  const recording = { seq, bytes, sha256: await sha256Hex(bytes), chunks, announcedChunks, shown };
  await shelf.keep(recording);
  session.happen('recorded', { recording, progress: null });
}

async function run(parts: CaptureParts, tapped: Promise<void>, signal: AbortSignal): Promise<void> {
  const { session, api, video } = parts;
  const shown = { session, video, subject: 'face', whenLost: 'interrupted' } as const;
  const camera = await showPicture(shown, signal);
  if (!camera) return;
  const mimeType = recordableMimeType();
  if (mimeType === null) return session.happen('camera-failed', { cameraTrouble: 'no-recorder' });
  await firstGoodFrame(parts, tapped, signal);
  const { label, widthPixels, heightPixels } = camera;
  const begun = await api.beginAttempt({
    source: 'stream',
    ...(session.read().lightAnswer === 'actions' && { wants: 'actions' as const }),
    mimeType,
    cameraLabel: label.slice(0, 200),
    frameWidth: widthPixels,
    frameHeight: heightPixels,
  });
  if (signal.aborted) {
    if (begun.ok && begun.value.attempt) void api.giveUpAttempt(begun.value.attempt.seq);
    return;
  }
  if (!begun.ok) return session.fail(begun.failure);
  session.happen('recording-begun', { view: begun.value });
  await recordAttempt(parts, { camera, mimeType, signal });
}

/** Runs the camera from its first picture to the end of the recording. */
export function startCapture(parts: CaptureParts): Capture {
  const stopping = new AbortController();
  let startByHand = () => {};
  const tapped = new Promise<void>((resolve) => {
    startByHand = resolve;
  });
  void run(parts, tapped, stopping.signal).then(() => stopping.abort());
  return { startByHand, stop: () => stopping.abort() };
}
