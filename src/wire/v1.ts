import { createHmac } from 'node:crypto';
import { fail } from '../errors.ts';
import type { ClaimResult } from './signed.ts';
import { signedHosts } from './signed.ts';

/** Name and value pairs of a form or query, decoded, in the order sent. */
export type Pairs = readonly (readonly [name: string, value: string])[];

/**
 * Decodes `a=b&c=d` as browsers and SDKs write it: `%20` and `+` are both spaces. Null on broken percent signs or
 * bytes that are not UTF-8: a signature over such values could not be compared with any SDK's.
 */
export function parsePairs(text: string): Pairs | null {
  try {
    return text
      .split('&')
      .filter((part) => part !== '')
      .map((part) => {
        const [name = '', ...value] = part.split('=');
        return [decode(name), decode(value.join('='))] as const;
      });
  } catch {
    return null;
  }
}

function decode(text: string): string {
  return decodeURIComponent(text.replaceAll('+', ' '));
}

const hashes: Readonly<Record<string, string>> = { HmacSHA256: 'sha256', HmacSHA1: 'sha1' };

function byName([one]: readonly [string, string], [other]: readonly [string, string]): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

/**
 * The texts that v1 signers sign: method, host, `/?`, and all parameters but the signature, sorted by name, values
 * raw (wire specification §1.4). The Python SDK signs names with `_` turned into `.`.
 */
function* textsToSign(method: string, pairs: Pairs, hosts: Iterable<string>): Generator<string> {
  const signed = pairs.filter(([name]) => name !== 'Signature');
  const joined = (list: Pairs) =>
    [...list]
      .sort(byName)
      .map(([name, value]) => `${name}=${value}`)
      .join('&');
  const plain = joined(signed);
  const dotted = joined(signed.map(([name, value]) => [name.replaceAll('_', '.'), value] as const));
  const texts = new Set([plain, dotted]);
  for (const host of hosts) for (const text of texts) yield `${method}${host}/?${text}`;
}

/** Reads the claim of a request signed by the vendor's first signature method. */
export function readV1Claim(
  method: string,
  pairs: Pairs,
  host: string,
  publicHosts: readonly string[],
): ClaimResult {
  const value = (name: string) => pairs.find(([known]) => known === name)?.[1] ?? '';
  for (const name of ['SecretId', 'Signature', 'Timestamp', 'Nonce']) {
    if (value(name) === '') return fail('MissingParameter', name);
  }
  for (const name of ['Timestamp', 'Nonce']) {
    if (!/^\d{1,20}$/.test(value(name))) return fail('InvalidParameter', `Parameter \`${name}\` type error.`);
  }
  // Anything but HmacSHA256 means HmacSHA1 (§1.2.3).
  const hash = hashes[value('SignatureMethod')] ?? 'sha1';
  function* expected(secretKey: string): Generator<string> {
    for (const text of textsToSign(method, pairs, signedHosts(host, publicHosts))) {
      yield createHmac(hash, secretKey).update(text, 'utf8').digest('base64');
    }
  }
  const claim = { secretId: value('SecretId'), signature: value('Signature'), expected };
  return { ok: true, claim: { ...claim, timestampSeconds: Number(value('Timestamp')) } };
}
