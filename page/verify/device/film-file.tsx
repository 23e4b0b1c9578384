import type { Api } from '../api.ts';
import type { RecordingShelf } from '../kept-recording.ts';
import { sha256Hex } from '../recorder.ts';
import type { Session } from '../session.ts';
import type { StepProps } from '../steps/step-props.ts';

export type FilmParts = { readonly session: Session; readonly api: Api; readonly shelf: RecordingShelf };

/** Takes a film of the phone's own camera program for an attempt that is judged silent. */
async function useFilm({ session, api, shelf }: FilmParts, file: File): Promise<void> {
  const { view, isCalling } = session.read();
  if (!view || isCalling) return;
  if (file.size > view.limits.maxVideoBytes) return session.change({ cameraTrouble: 'recording-too-large' });
  if (file.size === 0) return session.change({ cameraTrouble: 'recording-empty' });
  session.change({ isCalling: true });
  const bytes = await file.arrayBuffer();
  const begun = await api.beginAttempt({ source: 'file', mimeType: file.type.slice(0, 100) });
  session.change({ isCalling: false });
  if (!begun.ok) return session.fail(begun.failure);
  const { attempt } = begun.value;
  if (!attempt) return session.see(begun.value);
  const sha256 = await sha256Hex(bytes);
  const recording = { seq: attempt.seq, bytes, sha256, chunks: [], announcedChunks: 0, shown: [] };
  await shelf.keep(recording);
  session.happen('recorded', { view: begun.value, recording, progress: null });
}

/** The way of a browser that gives no camera or cannot record, at level 1 or where the merchant allows a lower one. */
export function FilmFile({ say, film }: StepProps & { readonly film: FilmParts }) {
  const choose = async (field: HTMLInputElement) => {
    const [file] = field.files ?? [];
    if (!file) return;
    await useFilm(film, file);
    // The same file may be chosen again.
    field.value = '';
  };
  return (
    <>
      <p class="small">{say('film.text')}</p>
      <label class="file second">
        <span>{say('film.go')}</span>
        <input
          type="file"
          accept="video/*"
          capture="user"
          data-test="film"
          onChange={(event) => void choose(event.currentTarget)}
        />
      </label>
    </>
  );
}
