import { createHash } from 'node:crypto';
import type { AnnouncedChunk } from '../../store/records.ts';

/** Checks a recording against what was announced of it, while its bytes go by. */
export type ChunkCheck = {
  see(bytes: Buffer): void;
  /** Whether all announced pieces were there, in their order, byte for byte. */
  holds(): boolean;
};

/** Without announced pieces everything holds: at level 1 nobody asks for them. */
export function checkChunks(announced: readonly AnnouncedChunk[]): ChunkCheck {
  const left = [...announced];
  let hash = createHash('sha256');
  let seenBytes = 0;
  let isGood = true;

  function closeChunk(sha256: string): void {
    isGood &&= hash.digest('hex') === sha256;
    hash = createHash('sha256');
    seenBytes = 0;
    left.shift();
  }

  return {
    see(bytes) {
      let from = 0;
      while (from < bytes.length && left[0]) {
        const { bytes: chunkBytes, sha256 } = left[0];
        const part = bytes.subarray(from, from + chunkBytes - seenBytes);
        hash.update(part);
        seenBytes += part.length;
        from += part.length;
        if (seenBytes === chunkBytes) closeChunk(sha256);
      }
    },
    holds: () => isGood && left.length === 0,
  };
}
