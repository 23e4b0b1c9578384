import type { PageView } from '../../../src/capture/page-shapes.ts';
import type { Answer, Failure } from '../api.ts';
import type { Session } from '../session.ts';
import { pauseAfter } from '../upload.ts';
import type { CardApi } from './card-api.ts';
import type { PhotoTrouble } from './photo.ts';

/** Reasons for which waiting helps. */
const passing: readonly Failure['reason'][] = ['offline', 'internal', 'busy', 'too-many-requests'];

/** Refusals that another photo mends. */
const troubles: Readonly<Partial<Record<Failure['reason'], PhotoTrouble>>> = {
  'not-a-photo': 'file-unreadable',
  'heic-photo': 'file-heic',
  'too-large': 'file-too-large',
};

/** Refusals that mean: the verification has moved on, its view says where to. */
const movedOn: readonly Failure['reason'][] = ['wrong-stage', 'no-photos-left'];

type Parts = {
  readonly session: Session;
  readonly api: CardApi;
  readonly signal: AbortSignal;
  readonly pause: (milliseconds: number) => Promise<void>;
};

/** Makes a call until it is answered or refused for good; null when the step is left meanwhile. */
async function insist(
  { signal, pause }: Parts,
  make: () => Promise<Answer<PageView>>,
  onFailure: () => void,
): Promise<Answer<PageView> | null> {
  for (let failures = 1; ; failures += 1) {
    const answer = await make();
    if (signal.aborted) return null;
    if (answer.ok || !passing.includes(answer.failure.reason)) return answer;
    onFailure();
    await pause(pauseAfter(failures, answer.failure));
    if (signal.aborted) return null;
  }
}

function goOn(session: Session, answer: Answer<PageView>): void {
  if (answer.ok) session.see(answer.value);
  else if (movedOn.includes(answer.failure.reason)) session.happen('look-again');
  else session.fail(answer.failure);
}

/** The sending step: brings the photo to the server, over however bad a line, and goes on as the server says. */
export async function deliverPhoto(parts: Parts): Promise<void> {
  const { session, api, signal } = parts;
  const { cardShot } = session.read();
  if (!cardShot) return session.happen('card-sent');
  const { side, photo } = cardShot;
  const totalBytes = photo.bytes.byteLength;
  const tell = (sentBytes: number, isWaiting: boolean) =>
    session.change({ progress: { sentBytes: Math.min(sentBytes, totalBytes), totalBytes, isWaiting } });
  tell(0, false);
  const send = () => api.send(side, photo.bytes, signal, (sentBytes) => tell(sentBytes, false));
  const answer = await insist(parts, send, () => tell(0, true));
  if (!answer) return;
  URL.revokeObjectURL(photo.url);
  session.change({ cardShot: null });
  const photoTrouble = answer.ok ? null : troubles[answer.failure.reason];
  if (photoTrouble) return session.happen('card-unusable', { photoTrouble });
  goOn(session, answer);
  // Still here: the other side is wanted too.
  if (answer.ok) session.happen('card-sent');
}

/** The reading step: asks for the reading of what is stored. How it goes the views tell. */
export async function askForReading(parts: Parts): Promise<void> {
  const { session, api } = parts;
  if (session.read().view?.card?.stage !== 'stored') return;
  const answer = await insist(parts, api.read, () => {});
  if (answer) goOn(session, answer);
}
