import type {
  AttemptView,
  ChunkNotice,
  GiveUpReason,
  Prompts,
  ShownChallenge,
  ShownMark,
} from '../../../src/capture/page-shapes.ts';
import type { Api } from '../api.ts';
import type { Camera } from '../camera.ts';
import { type RecordingEnd, record } from '../recorder.ts';
import type { Session } from '../session.ts';
import { lookAtFace } from '../watch-face.ts';
import { createChunkPoster } from './chunk-poster.ts';
import { playChallenge } from './play.ts';
import { createPresence } from './presence.ts';
import { mergePrompts } from './timeline.ts';

/** What the server stamps is this long at least, and at most twice this. */
const chunkMs = 500;

/** How often prompts that are released one by one are asked for, besides all that brings them unasked. */
const askEveryMs = 250;

export type ChallengeRecording = {
  readonly session: Session;
  readonly api: Pick<Api, 'announceChunk' | 'prompts'>;
  readonly attempt: AttemptView;
  readonly challenge: ShownChallenge;
  readonly camera: Camera;
  readonly video: HTMLVideoElement;
  readonly mimeType: string;
  readonly signal: AbortSignal;
};

export type ChallengeEnd =
  | (Extract<RecordingEnd, { readonly kind: 'recorded' }> & {
      readonly chunks: readonly ChunkNotice[];
      readonly announcedChunks: number;
      readonly shown: readonly ShownMark[];
    })
  | Exclude<RecordingEnd, { readonly kind: 'recorded' | 'interrupted' }>
  | { readonly kind: 'interrupted' | 'face-lost' | 'color-missed'; readonly why?: GiveUpReason };

/** How often a recording is stopped for a colour that was not shown. A device that never keeps up records all the same after that, and the server judges. */
const missesMost = 2;
let misses = 0;

/** All that is released, from wherever it comes: the attempt itself, answers to chunks, questions, the events' views. */
function followPrompts({ session, api, attempt, challenge }: ChallengeRecording, signal: AbortSignal) {
  let known: Prompts = challenge;
  const take = (answer: Prompts) => {
    known = mergePrompts(known, answer);
  };
  if (challenge.level === 5) {
    const stopListening = session.subscribe(({ view }) => {
      if (view?.attempt?.seq === attempt.seq && view.attempt.challenge) take(view.attempt.challenge);
    });
    signal.addEventListener('abort', stopListening);
    void askAgainAndAgain(api, attempt.seq, take, signal);
  }
  return { take, known: () => known };
}

async function askAgainAndAgain(
  api: ChallengeRecording['api'],
  seq: string,
  take: (answer: Prompts) => void,
  signal: AbortSignal,
): Promise<void> {
  while (!signal.aborted) {
    const askedMs = performance.now();
    const answer = await api.prompts(seq);
    if (answer.ok) take(answer.value);
    const waitMs = Math.max(0, askedMs + askEveryMs - performance.now());
    await new Promise((resolve) => setTimeout(resolve, waitMs));
  }
}

/**
 * Records while it shows the challenge, announces each chunk, and stops as soon as the face is lost or a colour missed. One recording
 * answers one challenge: whatever ends early is given up by the caller, and the next attempt gets a new one.
 */
export async function recordChallenge(parts: ChallengeRecording): Promise<ChallengeEnd> {
  const { session, api, attempt, challenge, camera, video, mimeType } = parts;
  const ending = new AbortController();
  const { signal } = ending;
  parts.signal.addEventListener('abort', () => ending.abort());
  const { take, known } = followPrompts(parts, signal);
  const poster = createChunkPoster({ api, seq: attempt.seq, onPrompts: take });
  let shown: readonly ShownMark[] = [];
  let stopped: ChallengeEnd | null = null;

  function stop(end: ChallengeEnd): void {
    stopped = end;
    ending.abort();
  }

  function onColorMissed(): void {
    if (signal.aborted || misses >= missesMost) return;
    misses += 1;
    stop({ kind: 'color-missed' });
  }

  function begin(startMs: number): void {
    if (signal.aborted) return;
    const onMoment = (moment: PageMoment) => session.change({ moment });
    const { level } = challenge;
    shown = playChallenge({ level, startMs, prompts: known, onMoment, onColorMissed, signal });
    const watch = createPresence();
    lookAtFace(video, signal, (look, nowMs) => {
      if (signal.aborted || !watch(look, nowMs).isLost) return;
      stop({ kind: 'face-lost', why: 'face-lost' });
    });
  }

  // What a recorder still hands out after it was broken off belongs to nothing any more.
  const post = (chunk: Blob) => {
    if (!signal.aborted) poster.post(chunk);
  };
  const onChunk = attempt.asksForChunks ? { chunkMs, onChunk: post } : {};
  const recorded = { camera, mimeType, recordMs: attempt.recordMs, signal, onStart: begin, ...onChunk };
  const end = await record(recorded);
  const wasHidden = document.hidden;
  ending.abort();
  if (stopped) return stopped;
  if (end.kind === 'interrupted') return wasHidden ? { ...end, why: 'face-lost' } : end;
  if (end.kind !== 'recorded') return end;
  const { chunks, announced } = await poster.close();
  return { ...end, chunks, announcedChunks: announced, shown };
}

type PageMoment = NonNullable<ReturnType<Session['read']>['moment']>;
