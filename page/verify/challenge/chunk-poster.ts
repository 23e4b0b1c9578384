import type { ChunkNotice, Prompts } from '../../../src/capture/page-shapes.ts';
import type { Api, Failure } from '../api.ts';
import { sha256Hex } from '../recorder.ts';

/** Waits between tries of one chunk. Short: its stamp is the proof of when it was recorded. */
const pausesMs = [150, 300, 600, 1_000] as const;

/** Reasons for which the same chunk may be taken another time. */
const passing: readonly Failure['reason'][] = ['offline', 'internal', 'busy', 'too-many-requests'];

export type PosterParts = {
  readonly api: Pick<Api, 'announceChunk'>;
  readonly seq: string;
  /** What each answer released. */
  readonly onPrompts: (prompts: Prompts) => void;
  readonly pause?: (milliseconds: number) => Promise<void>;
};

export type ChunkPoster = {
  /** Announces what the recorder made. Does not wait: the recording goes on whatever the line does. */
  post(chunk: Blob): void;
  /**
   * No more comes. Waits for calls under way, without trying any again: what is left is announced with the recording.
   * `announced` counts those from the first on that the server has.
   */
  close(): Promise<{ readonly chunks: readonly ChunkNotice[]; readonly announced: number }>;
};

const sleep = (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds));

/** Announces chunks as they appear, each tried again by itself until it got through, so that none waits for another. */
export function createChunkPoster({ api, seq, onPrompts, pause = sleep }: PosterParts): ChunkPoster {
  const posts: Promise<{ readonly notice: ChunkNotice; readonly isKnown: boolean }>[] = [];
  let isClosed = false;

  async function announce(notice: ChunkNotice): Promise<boolean> {
    for (let tries = 0; ; tries++) {
      const answer = await api.announceChunk(seq, notice);
      if (answer.ok) {
        onPrompts(answer.value);
        return true;
      }
      if (isClosed || !passing.includes(answer.failure.reason)) return false;
      await pause(pausesMs[Math.min(tries, pausesMs.length - 1)]!);
    }
  }

  return {
    post(chunk) {
      const index = posts.length;
      const post = async () => {
        const bytes = await chunk.arrayBuffer();
        const notice = { index, bytes: bytes.byteLength, sha256: await sha256Hex(bytes) };
        return { notice, isKnown: await announce(notice) };
      };
      posts.push(post());
    },
    async close() {
      isClosed = true;
      const ended = await Promise.all(posts);
      const firstUnknown = ended.findIndex(({ isKnown }) => !isKnown);
      return {
        chunks: ended.map(({ notice }) => notice),
        announced: firstUnknown === -1 ? ended.length : firstUnknown,
      };
    },
  };
}
