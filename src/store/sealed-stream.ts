import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import type { Key } from './seal.ts';

/**
 * Sealing of long files in chunks, so that a video is never whole in memory: the STREAM construction (Hoang,
 * Reyhanitabar, Rogaway, Vizár, "Online Authenticated-Encryption and its Nonce-Reuse Misuse-Resistance", 2015)
 * over AES-256-GCM. The nonce of a chunk is prefix (7 bytes) | counter (4) | last (1): chunks cannot be dropped,
 * reordered, repeated or cut off at the end without an authentication error.
 *
 * Layout: `SSM1` | prefix | chunks of up to 65,536 bytes, each followed by its 16-byte tag.
 */
const magic = Buffer.from('SSM1');
const prefixBytes = 7;
const headerBytes = magic.length + prefixBytes;
const chunkBytes = 65_536;
const tagBytes = 16;

function chunkNonce(prefix: Buffer, counter: number, isLast: boolean): Buffer {
  const nonce = Buffer.alloc(12);
  prefix.copy(nonce);
  nonce.writeUInt32BE(counter, prefixBytes);
  nonce[11] = isLast ? 1 : 0;
  return nonce;
}

/** Cuts any run of pieces into pieces of exactly `size` bytes and a last one of 0 to `size` bytes. */
async function* cut(
  source: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  size: number,
): AsyncGenerator<[Buffer, boolean]> {
  let kept: Buffer = Buffer.alloc(0);
  for await (const piece of source) {
    kept = kept.length === 0 ? Buffer.from(piece) : Buffer.concat([kept, piece]);
    while (kept.length > size) {
      yield [kept.subarray(0, size), false];
      kept = kept.subarray(size);
    }
  }
  yield [kept, true];
}

/** Seals a stream of bytes. The key must serve this one file only. */
export async function* sealStream(
  key: Key,
  plain: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
): AsyncGenerator<Buffer> {
  const prefix = randomBytes(prefixBytes);
  yield Buffer.concat([magic, prefix]);
  let counter = 0;
  for await (const [chunk, isLast] of cut(plain, chunkBytes)) {
    const cipher = createCipheriv('aes-256-gcm', key, chunkNonce(prefix, counter++, isLast));
    yield Buffer.concat([cipher.update(chunk), cipher.final(), cipher.getAuthTag()]);
  }
}

/** Opens what `sealStream` made; each chunk is authenticated before it is given out. */
export async function* unsealStream(key: Key, sealed: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  let prefix: Buffer | undefined;
  let counter = 0;
  for await (const [chunk, isLast] of cut(afterHeader(sealed), chunkBytes + tagBytes)) {
    const decipher = createDecipheriv('aes-256-gcm', key, chunkNonce(prefix as Buffer, counter++, isLast));
    decipher.setAuthTag(chunk.subarray(chunk.length - tagBytes));
    yield Buffer.concat([decipher.update(chunk.subarray(0, chunk.length - tagBytes)), decipher.final()]);
  }

  async function* afterHeader(source: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
    let kept: Buffer = Buffer.alloc(0);
    for await (const piece of source) {
      if (prefix) yield Buffer.from(piece);
      else {
        kept = Buffer.concat([kept, piece]);
        if (kept.length < headerBytes) continue;
        if (!kept.subarray(0, magic.length).equals(magic)) throw new Error('not a sealed file');
        prefix = Buffer.from(kept.subarray(magic.length, headerBytes));
        yield kept.subarray(headerBytes);
      }
    }
    if (!prefix) throw new Error('a sealed file ends before its header does');
  }
}

/** How many plain bytes a sealed file of this size holds. */
export function plainBytes(sealedBytes: number): number {
  const body = sealedBytes - headerBytes;
  return body - Math.ceil(body / (chunkBytes + tagBytes)) * tagBytes;
}
