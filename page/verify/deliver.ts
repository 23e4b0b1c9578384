import type { Api } from './api.ts';
import type { KeptRecording, RecordingShelf } from './kept-recording.ts';
import type { Session } from './session.ts';
import { pauseForLine, uploadRecording } from './upload.ts';

/** The recording of the running attempt: from memory, or after a reload from the shelf. */
async function recordingToSend(session: Session, shelf: RecordingShelf): Promise<KeptRecording | null> {
  const { recording, view } = session.read();
  const attempt = view?.attempt;
  if (recording && (!attempt || attempt.seq === recording.seq)) return recording;
  return attempt ? await shelf.find(attempt.seq, attempt.sha256) : null;
}

/**
 * The sending step: brings the recording to the server and drops it here once it is acknowledged. A recording that
 * this browser no longer has is given up, which costs the customer nothing but doing it again.
 */
export async function deliver(
  session: Session,
  api: Api,
  shelf: RecordingShelf,
  signal: AbortSignal,
): Promise<void> {
  const recording = await recordingToSend(session, shelf);
  const { view } = session.read();
  if (signal.aborted || !view) return;
  if (!recording) {
    if (view.attempt) await api.giveUpAttempt(view.attempt.seq);
    return session.happen('interrupted', { cameraTrouble: 'recording-lost' });
  }
  // Once the whole recording is announced the server asks for none of its chunks any more.
  const isWholeKnown = view.attempt?.stage === 'uploading';
  const announcedChunks = isWholeKnown ? recording.chunks.length : recording.announcedChunks;
  const end = await uploadRecording({
    api,
    recording: { ...recording, announcedChunks },
    pieceBytes: view.limits.pieceBytes,
    signal,
    onProgress: (progress) => session.change({ progress }),
    pause: pauseForLine(signal),
  });
  if (end.kind === 'stopped') return;
  await shelf.clear();
  if (end.kind === 'sent') return session.happen('sent', { recording: null });
  if (end.kind === 'unwanted') return session.happen('look-again', { recording: null });
  void api.giveUpAttempt(recording.seq);
  session.happen('refused', { recording: null, failure: end.failure });
}
