import { createHmac, hash } from 'node:crypto';
import { fail } from '../errors.ts';
import type { WireRequest } from './call.ts';
import { type ClaimResult, signedHosts } from './signed.ts';
import type { SigningKeys } from './signing-keys.ts';

const shape =
  /^TC3-HMAC-SHA256\s+Credential=([^/,\s]+)\/(\d{4}-\d{2}-\d{2})\/([^,]*)\/tc3_request\s*,\s*SignedHeaders=([^,\s]+)\s*,\s*Signature=([0-9a-f]+)\s*$/;

type Authorization = {
  readonly secretId: string;
  readonly date: string;
  /** First label of whatever endpoint the SDK was given: `127`, `localhost:8080`, `kyc`, `faceid` (§1.1). */
  readonly service: string;
  readonly signedHeaders: readonly string[];
  readonly signature: string;
};

function parseAuthorization(header: string): Authorization | null {
  const found = shape.exec(header);
  if (!found) return null;
  const [, secretId = '', date = '', service = '', signedHeaders = '', signature = ''] = found;
  return { secretId, date, service, signedHeaders: signedHeaders.toLowerCase().split(';'), signature };
}

function sha256Hex(content: string | Buffer): string {
  return hash('sha256', content);
}

const unsignedPayload = 'UNSIGNED-PAYLOAD';

function payloadHash(request: WireRequest): string {
  if (request.headers['x-tc-content-sha256'] === unsignedPayload) return sha256Hex(unsignedPayload);
  return sha256Hex(request.method === 'GET' ? '' : request.body);
}

/** Everything of the canonical request but the host, which several candidates are tried for. */
function canonicalRequest(
  request: WireRequest,
  signedHeaders: readonly string[],
  host: string,
  hashedPayload: string,
): string {
  const lines = signedHeaders.map(
    (name) => `${name}:${name === 'host' ? host : request.headers[name]?.trim()}\n`,
  );
  return [
    request.method,
    '/',
    // As sent: SDKs neither sort nor re-encode it (§1.3).
    request.method === 'GET' ? request.rawQuery : '',
    lines.join(''),
    signedHeaders.join(';'),
    hashedPayload,
  ].join('\n');
}

/** Whether `YYYY-MM-DD` is the day of a UNIX time in UTC. */
function isOnDay(date: string, timestampSeconds: number): boolean {
  const sinceMidnight = timestampSeconds - Date.parse(date) / 1000;
  return sinceMidnight >= 0 && sinceMidnight < 86_400;
}

/** Reads the claim of a TC3-HMAC-SHA256 request (wire specification §1.3). Nothing of the body is parsed. */
export function readTc3Claim(request: WireRequest, publicHosts: readonly string[]): ClaimResult {
  const authorization = parseAuthorization(request.headers.authorization ?? '');
  if (!authorization) return fail('AuthFailure.InvalidAuthorization');
  const { secretId, date, service, signedHeaders, signature } = authorization;
  for (const name of ['content-type', 'host']) {
    if (!signedHeaders.includes(name)) {
      return fail('AuthFailure.InvalidAuthorization', `SignedHeaders must include ${name}.`);
    }
  }
  const unsent = signedHeaders.find((name) => request.headers[name] === undefined);
  if (unsent !== undefined)
    return fail('AuthFailure.InvalidAuthorization', `Header ${unsent} is signed but not sent.`);
  const timestampText = request.headers['x-tc-timestamp'] ?? '';
  if (timestampText === '') return fail('MissingParameter', 'X-TC-Timestamp');
  if (!/^\d{1,12}$/.test(timestampText))
    return fail('InvalidParameter', 'Parameter `X-TC-Timestamp` type error.');
  const timestampSeconds = Number(timestampText);
  if (!isOnDay(date, timestampSeconds)) return fail('AuthFailure.SignatureFailure');
  const hashedPayload = payloadHash(request);
  const scope = `${date}/${service}/tc3_request`;
  function* expected(secretKey: string, signingKeys: SigningKeys): Generator<string> {
    const key = signingKeys(secretKey, date, service);
    for (const host of signedHosts(request.headers.host ?? '', publicHosts)) {
      const canonical = canonicalRequest(request, signedHeaders, host, hashedPayload);
      const text = ['TC3-HMAC-SHA256', timestampText, scope, sha256Hex(canonical)].join('\n');
      yield createHmac('sha256', key).update(text).digest('hex');
    }
  }
  return { ok: true, claim: { secretId, timestampSeconds, signature, expected } };
}
