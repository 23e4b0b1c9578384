import { timingSafeEqual } from 'node:crypto';
import type { ApiFailure } from '../errors.ts';
import type { SigningKeys } from './signing-keys.ts';

/** Seconds that a signature's timestamp may be off the server's clock (wire specification §1.3). */
export const clockSkewSeconds = 300;

/** A claim to be checked: who says it signed, when, and the signatures that would prove it. */
export type SignatureClaim = {
  readonly secretId: string;
  readonly timestampSeconds: number;
  readonly signature: string;
  /** The signatures that are right under this secret key, one for each host that the signer may have meant. */
  readonly expected: (secretKey: string, signingKeys: SigningKeys) => Iterable<string>;
};

export type ClaimResult =
  | { readonly ok: true; readonly claim: SignatureClaim }
  | { readonly ok: false; readonly failure: ApiFailure };

/** Compares in constant time; lengths are no secret. */
export function sameText(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
}

/** Whether the claim's signature is one of those that the key makes. Which host it was for is no secret. */
export function holds(claim: SignatureClaim, secretKey: string, signingKeys: SigningKeys): boolean {
  for (const signature of claim.expected(secretKey, signingKeys)) {
    if (sameText(signature, claim.signature)) return true;
  }
  return false;
}

function withoutPort(host: string): string {
  const port = host.lastIndexOf(':');
  return port >= 0 && /^\d+$/.test(host.slice(port + 1)) ? host.slice(0, port) : host;
}

/**
 * The hosts that a signer may have put into its signature: as received, without its port (the Node SDK's TC3), and
 * the names that the operator knows the server by, since a proxy may rewrite `Host` (wire specification §1.1).
 * Told one by one, since the first is nearly always the right one.
 */
export function* signedHosts(host: string, publicHosts: readonly string[]): Generator<string> {
  const told = new Set<string>();
  for (const name of [host, ...publicHosts]) {
    for (const candidate of [name, withoutPort(name)]) {
      if (told.has(candidate)) continue;
      told.add(candidate);
      yield candidate;
    }
  }
}
