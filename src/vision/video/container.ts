import { open } from 'node:fs/promises';
import { limits } from './limits.ts';
import { type Container, refuseVideo, type VideoRefusal } from './video-frame.ts';

const ebmlMagic = Buffer.from([0x1a, 0x45, 0xdf, 0xa3]);
const headBytes = 64;

/**
 * Which container a file is, by its first bytes alone: `ftyp` at offset 4 (ISO/IEC 14496-12 §4.3) or the EBML
 * magic (RFC 8794 §11.2). The demuxer is then forced to it, so that a playlist or a concat script is never read.
 */
export function sniffContainer(head: Uint8Array): Container | null {
  const bytes = Buffer.from(head.buffer, head.byteOffset, head.byteLength);
  if (bytes.length >= 12 && bytes.toString('latin1', 4, 8) === 'ftyp') return 'mp4';
  if (bytes.subarray(0, 4).equals(ebmlMagic)) return 'webm';
  return null;
}

/** Looks at size and first bytes of a file before any decoder does. */
export async function inspectFile(path: string): Promise<{ ok: true; container: Container } | VideoRefusal> {
  const file = await open(path, 'r');
  try {
    const { size } = await file.stat();
    if (size > limits.fileBytes) {
      return refuseVideo(
        'file-too-large',
        `The file has ${size} bytes; at most ${limits.fileBytes} are taken.`,
      );
    }
    const { buffer, bytesRead } = await file.read(Buffer.alloc(headBytes), 0, headBytes, 0);
    const container = sniffContainer(buffer.subarray(0, bytesRead));
    if (!container) return refuseVideo('not-a-video', 'The file begins like neither MP4 nor WebM.');
    return { ok: true, container };
  } finally {
    await file.close();
  }
}
