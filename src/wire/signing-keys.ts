import { createHmac, createSecretKey, type KeyObject } from 'node:crypto';

/** The key that TC3 signs with: derived from a secret key for one day and service (wire specification §1.3). */
export type SigningKeys = (secretKey: string, date: string, service: string) => KeyObject;

function hmac(key: string | Buffer, message: string): Buffer {
  return createHmac('sha256', key).update(message).digest();
}

/** More than the keys of one day; whoever sends odd services only makes us derive again. */
const kept = 1_000;

/** Derives signing keys and keeps the recent ones: three of a call's four HMACs are the same all day. */
export function createSigningKeys(): SigningKeys {
  const recent = new Map<string, KeyObject>();
  return (secretKey, date, service) => {
    const name = JSON.stringify([secretKey, date, service]);
    const known = recent.get(name);
    if (known) return known;
    const derived = createSecretKey(hmac(hmac(hmac(`TC3${secretKey}`, date), service), 'tc3_request'));
    if (recent.size >= kept) recent.clear();
    recent.set(name, derived);
    return derived;
  };
}
