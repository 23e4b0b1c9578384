import type { AttemptView, GiveUpReason } from '../../src/capture/page-shapes.ts';
import type { Api } from './api.ts';
import type { Camera, CameraTrouble } from './camera.ts';
import type { ChallengePart } from './challenge/challenge-part.tsx';
import type { ChallengeEnd } from './challenge/record-challenge.ts';
import type { Guidance } from './guide.ts';
import type { RecordingShelf } from './kept-recording.ts';
import { type People, peopleBefore } from './people.ts';
import { recordableMimeType } from './recordable.ts';
import { record, sha256Hex } from './recorder.ts';
import type { Session } from './session.ts';
import { type ShownPicture, showPicture } from './show-picture.ts';
import { watchFace } from './watch-face.ts';

export type CaptureGuidance = Guidance & {
  /** There is another camera that may see the face too. */
  readonly mayChangeCamera: boolean;
};

export type CaptureParts = {
  readonly session: Session;
  readonly api: Api;
  readonly shelf: RecordingShelf;
  readonly video: HTMLVideoElement;
  readonly onGuidance: (guidance: CaptureGuidance) => void;
  readonly challengePart: () => ChallengePart | null;
  /** Whether the words of finer guidance are here. */
  readonly canAdvise: () => boolean;
};

export type Capture = {
  /** The customer starts although the hints could not decide. */
  startByHand(): void;
  /** The next of several cameras, where the recording has not begun. */
  changeCamera(): void;
  /** The step is left: the camera goes off, an unfinished recording is given up. */
  stop(): void;
};

/** Resolves at the first good frame or the tap; never, when the signal comes first. */
function firstGoodFrame(
  { video, onGuidance, canAdvise }: CaptureParts,
  picture: ShownPicture,
  people: People,
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
    const advice = (nowMs: number) => (canAdvise() ? people.advice(nowMs) : null);
    watchFace(video, watching.signal, advice, (guidance) => {
      if (picture.isChanging()) return;
      onGuidance({ ...guidance, mayChangeCamera: picture.mayChange() && canAdvise() });
      if (guidance.isReady) done();
    });
  });
}

type Recorder = {
  readonly camera: Camera;
  readonly mimeType: string;
  readonly signal: AbortSignal;
};

type AttemptEnd = ChallengeEnd | { readonly kind: 'two-people'; readonly why: GiveUpReason };

/** Stops as soon as a second person has been seen for a while: the server would refuse such a recording at a try's cost. */
async function recordAlone(
  parts: CaptureParts,
  attempt: AttemptView,
  { people, ...recorder }: Recorder & { readonly people: People },
): Promise<AttemptEnd> {
  const ending = new AbortController();
  let isCrowded = false;
  const stop = () => ending.abort();
  recorder.signal.addEventListener('abort', stop);
  people.whileRecording(() => {
    isCrowded = true;
    stop();
  }, ending.signal);
  const end = await recordAsAsked(parts, attempt, { ...recorder, signal: ending.signal });
  stop();
  return isCrowded ? { kind: 'two-people', why: 'second-face' } : end;
}

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
  'color-missed': 'color-missed',
  'two-people': 'two-people',
  unsupported: 'no-recorder',
  empty: 'recording-empty',
} as const satisfies Readonly<Record<Exclude<AttemptEnd['kind'], 'recorded'>, CameraTrouble>>;

/** Ends the attempt without a charge; one that another tab has taken over is not this one's to end. */
function giveUpOwn({ session, api }: CaptureParts, seq: string, why?: GiveUpReason): void {
  if (session.read().view?.holder === 'this-tab') void api.giveUpAttempt(seq, why);
}

/** Records the attempt and hands the recording on, or says why there is none. */
async function recordAttempt(
  parts: CaptureParts,
  recorder: Recorder & { readonly people: People },
): Promise<void> {
  const { session, shelf } = parts;
  const { signal } = recorder;
  const { view } = session.read();
  if (!view?.attempt) return;
  const { seq } = view.attempt;
  const giveUp = () => giveUpOwn(parts, seq);
  addEventListener('pagehide', giveUp);
  const end = await recordAlone(parts, view.attempt, recorder);
  removeEventListener('pagehide', giveUp);
  const fail = (cameraTrouble: CameraTrouble, why?: GiveUpReason) => {
    giveUpOwn(parts, seq, why);
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

async function run(
  parts: CaptureParts,
  picture: ShownPicture,
  tapped: Promise<void>,
  signal: AbortSignal,
): Promise<void> {
  const { session, api } = parts;
  const mimeType = recordableMimeType();
  if (mimeType === null) return session.happen('camera-failed', { cameraTrouble: 'no-recorder' });
  const people = peopleBefore(parts.video, signal);
  await firstGoodFrame(parts, picture, people, tapped, signal);
  people.beforeRecording();
  const camera = picture.camera();
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
    if (begun.ok && begun.value.attempt) giveUpOwn(parts, begun.value.attempt.seq);
    return;
  }
  if (!begun.ok) return session.fail(begun.failure);
  session.happen('recording-begun', { view: begun.value, moment: null });
  await recordAttempt(parts, { camera, mimeType, people, signal });
}

/** Runs the camera from its first picture to the end of the recording. */
export function startCapture(parts: CaptureParts): Capture {
  const { session, video } = parts;
  const stopping = new AbortController();
  const { signal } = stopping;
  let startByHand = () => {};
  const tapped = new Promise<void>((resolve) => {
    startByHand = resolve;
  });
  let picture: ShownPicture | null = null;
  async function begin(): Promise<void> {
    const shown = { session, video, subject: 'face', whenLost: 'interrupted' } as const;
    picture = await showPicture(shown, signal);
    if (picture) await run(parts, picture, tapped, signal);
  }
  void begin().then(() => stopping.abort());
  return {
    startByHand,
    changeCamera: () => void picture?.change(),
    stop: () => stopping.abort(),
  };
}
