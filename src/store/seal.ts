import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

/**
 * Sealing of what is stored: AES-256-GCM throughout. Every verification has a data key of its own, wrapped by the
 * master key; whoever destroys the wrapped key has erased everything sealed under it, in backups too.
 */

const nonceBytes = 12;
const tagBytes = 16;
export const keyBytes = 32;

export type Key = Buffer & { readonly brand?: 'key' };

/** A new random key of 32 bytes. */
export function newKey(): Key {
  return randomBytes(keyBytes);
}

/**
 * A key for one purpose, derived from another (HKDF-SHA-256, RFC 5869), so that no two files or rows ever share
 * a key and a nonce.
 */
export function deriveKey(key: Key, purpose: string): Key {
  return Buffer.from(hkdfSync('sha256', key, '', `selfsame/${purpose}`, keyBytes));
}

/** Seals a small value. `context` must be given again to unseal: a sealed value cannot be moved elsewhere. */
export function seal(key: Key, plain: Uint8Array, context: string): Buffer {
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  cipher.setAAD(Buffer.from(context));
  return Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
}

/** Opens what `seal` made. Throws when key, context or a single bit differs. */
export function unseal(key: Key, sealed: Uint8Array, context: string): Buffer {
  const bytes = Buffer.from(sealed.buffer, sealed.byteOffset, sealed.byteLength);
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, nonceBytes));
  decipher.setAAD(Buffer.from(context));
  decipher.setAuthTag(bytes.subarray(bytes.length - tagBytes));
  return Buffer.concat([
    decipher.update(bytes.subarray(nonceBytes, bytes.length - tagBytes)),
    decipher.final(),
  ]);
}
