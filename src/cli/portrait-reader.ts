import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { PortraitReading } from '../verify/portrait.ts';
import type { FaceModel } from '../vision/face-model.ts';

/** What became of one file: a face, a photo without one, or an input that could not be read at all. */
export type FileReading =
  | PortraitReading
  | { readonly ok: false; readonly problem: 'unreadable-file'; readonly text: string };

export type PortraitReader = (file: string) => Promise<FileReading>;

/** What a reading thread is given, and what it says of each file, in that order. */
export type ReadingTask = {
  readonly root: string;
  readonly files: readonly string[];
  readonly faceModel: FaceModel | null;
};
export type ReadFile = { readonly file: string; readonly reading: FileReading };

/** A thread loads 15 MB of models in 0.5 s: with fewer files than this for it, it costs more than it saves. */
const leastFilesPerThread = 20;

/**
 * Starts reading these files, each once, however many pairs it stands in, on as many cores as there are.
 * `root` is the folder that names start from; empty for names as given. The answer rejects where a thread dies.
 */
export function openPortraitReader(
  root: string,
  files: Iterable<string>,
  faceModel: FaceModel | null,
): PortraitReader {
  const wanted = [...new Set(files)];
  const answers = new Map(wanted.map((file) => [file, Promise.withResolvers<FileReading>()]));
  // Whoever asks for an answer hears of its failure; nobody need ask for all.
  for (const { promise } of answers.values()) promise.catch(() => {});
  const threads = Math.max(
    1,
    Math.min(availableParallelism(), Math.ceil(wanted.length / leastFilesPerThread)),
  );
  for (let thread = 0; thread < threads; thread++) {
    const own = wanted.filter((_file, at) => at % threads === thread);
    startThread(
      { root, files: own, faceModel },
      {
        take: ({ file, reading }) => answers.get(file)?.resolve(reading),
        fail: (error) => {
          for (const file of own) answers.get(file)?.reject(error);
        },
      },
    );
  }
  return (file) => {
    const answer = answers.get(file);
    if (!answer) throw new Error(`${file} was not among the files to read.`);
    return answer.promise;
  };
}

type Listener = { take(read: ReadFile): void; fail(error: Error): void };

/** The thread ends by itself after its last file. */
function startThread(task: ReadingTask, { take, fail }: Listener): void {
  const worker = new Worker(new URL('./portrait-worker.ts', import.meta.url), { workerData: task });
  worker.on('message', take);
  worker.on('error', (error) => fail(error instanceof Error ? error : new Error(String(error))));
  worker.on('exit', () => fail(new Error('A reading thread ended before its last file.')));
}
