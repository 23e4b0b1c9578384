import { hash, randomUUID } from 'node:crypto';

/**
 * A BizToken: opaque, in the vendor's look of an upper-case UUID (wire specification §2.1.1). A version 4 UUID
 * carries 122 random bits (RFC 9562 §5.4).
 */
export function newBizToken(): string {
  return randomUUID().toUpperCase();
}

/** What is stored of a BizToken: SHA-256, hex. Whoever reads the store cannot open a verification. */
export function hashBizToken(token: string): string {
  return hash('sha256', token);
}
