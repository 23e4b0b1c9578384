import { randomUUID } from 'node:crypto';
import { rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { FaceModel } from '../vision/face-model.ts';
import { probeDecoder } from '../vision/video/find-decoder.ts';
import { rewriteAsMp4 } from '../vision/video/rewrite.ts';
import { createJobQueue } from './job-queue.ts';
import type { WorkerResult, WorkerStart, WorkerTask } from './judge-messages.ts';
import { type JudgeThread, startThread } from './judge-thread.ts';
import { type Judge, JudgeBusy } from './judgement.ts';
import type { SimilarityScale } from './similarity.ts';

export type JudgeOptions = {
  /** Threads, one a core: each has its own models (about 150 MB). */
  readonly workers: number;
  /** Recordings and photos that may wait. */
  readonly queueLimit: number;
  /** A private folder on the same disk as the outputs of `toMp4`. */
  readonly scratchDir: string;
  readonly scale: SimilarityScale;
  /** Null or absent: the shipped one. */
  readonly faceModel?: FaceModel | null;
  /** What takes a thread longer than this, in ms, ends it as hanging; absent: `startThread`'s. */
  readonly patienceMs?: number;
};

/** Between two tries to start a thread that died. */
const respawnPauseMs = 1000;

/**
 * Starts the judging threads and waits until every one of them has its models loaded and has run each once.
 * Throws a plain sentence when there is no decoder, or a model is missing or altered.
 */
export async function createJudge(options: JudgeOptions): Promise<Judge> {
  const report = await probeDecoder();
  if (!report.ok) throw new Error(report.text);
  const pool = new Pool(options, {
    decoder: report.choice,
    scale: options.scale,
    faceModel: options.faceModel ?? null,
  });
  try {
    await pool.ready();
  } catch (error) {
    await pool.close();
    throw error;
  }
  let rewriting: Promise<unknown> = Promise.resolve();
  return {
    async judge(request) {
      const result = await pool.run({ kind: 'judge', request });
      if (result.kind !== 'judge') throw new Error('The judge answered another question.');
      return result.judgement;
    },
    async inspectPortrait(photo) {
      const result = await pool.run({ kind: 'inspect-portrait', photo });
      if (result.kind !== 'inspect-portrait') throw new Error('The judge answered another question.');
      return result.inspection;
    },
    toMp4(inputPath, outputPath) {
      // One at a time: a verdict is waited for, a rewritten recording is not.
      const mine = rewriting.then(async () => {
        const draft = join(options.scratchDir, `${randomUUID()}.mp4`);
        try {
          const outcome = await rewriteAsMp4(report.decoder, inputPath, draft);
          if (!outcome.ok) throw new Error(outcome.text);
          await rename(draft, outputPath);
        } finally {
          await rm(draft, { force: true });
        }
      });
      rewriting = mine.catch(() => {});
      return mine;
    },
    close: async () => {
      await Promise.all([pool.close(), rewriting]);
    },
  };
}

/** Threads, and the queue before them. A thread that dies is replaced; its job is rejected. */
class Pool {
  readonly #start: WorkerStart;
  readonly #patienceMs: number | undefined;
  readonly #queue: ReturnType<typeof createJobQueue>;
  readonly #threads = new Set<JudgeThread>();
  readonly #running = new Set<Promise<unknown>>();
  #isClosing = false;

  constructor({ workers, queueLimit, patienceMs }: JudgeOptions, start: WorkerStart) {
    this.#start = start;
    this.#patienceMs = patienceMs;
    this.#queue = createJobQueue(queueLimit);
    for (let count = 0; count < workers; count++) this.#spawn();
  }

  async ready(): Promise<void> {
    await Promise.all([...this.#threads].map(({ ready }) => ready));
  }

  run(task: WorkerTask): Promise<WorkerResult> {
    if (this.#isClosing) return Promise.reject(new JudgeBusy('The server is stopping.'));
    return new Promise((resolve, reject) => {
      this.#queue.add({ task, resolve, reject });
      this.#dispatch();
    });
  }

  async close(): Promise<void> {
    this.#isClosing = true;
    this.#queue.clear('The server is stopping.');
    await Promise.all(this.#running);
    await Promise.all([...this.#threads].map((thread) => thread.stop()));
  }

  #spawn(): void {
    const thread = startThread(this.#start, this.#patienceMs);
    this.#threads.add(thread);
    thread.ready.then(
      () => this.#dispatch(),
      () => {},
    );
    thread.gone.then(() => {
      this.#threads.delete(thread);
      if (this.#isClosing) return;
      setTimeout(() => {
        if (!this.#isClosing) this.#spawn();
      }, respawnPauseMs).unref();
    });
  }

  #dispatch(): void {
    for (const thread of this.#threads) {
      if (!thread.isFree) continue;
      const job = this.#queue.next();
      if (!job) return;
      const done = new Promise<void>((resolve) => {
        thread.start(job, () => {
          resolve();
          this.#dispatch();
        });
      });
      this.#running.add(done);
      done.then(() => this.#running.delete(done));
    }
  }
}
