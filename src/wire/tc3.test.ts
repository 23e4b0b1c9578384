import assert from 'node:assert/strict';
import { createHash, createHmac } from 'node:crypto';
import { describe, it } from 'node:test';
import type { WireRequest } from './call.ts';
import { holds } from './signed.ts';
import { createSigningKeys } from './signing-keys.ts';
import { readTc3Claim } from './tc3.ts';

/** Worked by the vendor's own SDK and again by hand in another language (wire specification §1.3.1). */
const secretId = 'AKIDEXAMPLEEXAMPLEEXAMPLE0000000000';
const secretKey = 'SECRETKEYEXAMPLEEXAMPLE000000000';
const body = '{"BizToken":"81EEF678-28EE-4759-A82E-6CBBBE6BC442"}';

type Over = {
  readonly method?: string;
  readonly query?: string;
  readonly body?: string;
  readonly service?: string;
  readonly date?: string;
  readonly signedHeaders?: string;
  readonly headers?: Record<string, string>;
};

function request(signature: string, over: Over = {}): WireRequest {
  const scope = `${over.date ?? '2023-11-14'}/${over.service ?? 'faceid'}/tc3_request`;
  const signed = over.signedHeaders ?? 'content-type;host';
  return {
    method: over.method ?? 'POST',
    rawQuery: over.query ?? '',
    headers: {
      host: 'faceid.intl.tencentcloudapi.com',
      'content-type': 'application/json',
      'x-tc-timestamp': '1700000000',
      authorization: `TC3-HMAC-SHA256 Credential=${secretId}/${scope}, SignedHeaders=${signed}, Signature=${signature}`,
      ...over.headers,
    },
    body: Buffer.from(over.body ?? body),
  };
}

function isRight(asked: WireRequest, publicHosts: readonly string[] = []): boolean {
  const read = readTc3Claim(asked, publicHosts);
  return read.ok && holds(read.claim, secretKey, createSigningKeys());
}

function failureOf(asked: WireRequest): string {
  const read = readTc3Claim(asked, []);
  return read.ok ? 'none' : read.failure.code;
}

const vectors: readonly (readonly [name: string, signature: string, over: Over])[] = [
  ['A: a JSON POST', '0a0e1a8bf4908d1142c90d321cf5775ff33626b69b5c9c247651d120c5c915a0', {}],
  [
    'B: Java, with a charset',
    'f8fbabd900f51b530a0aec4d4014eed24556758aea57ae6723a9f04b7917b4e3',
    { headers: { 'content-type': 'application/json; charset=utf-8' } },
  ],
  [
    'C: a GET',
    '9544949a5cb2733ed15e91fdfd59ab6966b0ae77c9c2fa073f0e0fb8a4781d87',
    {
      method: 'GET',
      query: 'BizToken=81EEF678-28EE-4759-A82E-6CBBBE6BC442',
      body: '',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    },
  ],
  [
    'D: Node against localhost:8443, which signs the host without its port and a service with it',
    'd290e07ed23118c5daaf0a2156a9a62531913d543c0a27b9c840399ef4bf8f33',
    { service: 'localhost:8443', headers: { host: 'localhost:8443' } },
  ],
  [
    'U: an unsigned payload',
    'dae55a86d92e6fa4aade6771d16b45a4f975398e5f934eb8b5277abdae8395a9',
    { headers: { 'x-tc-content-sha256': 'UNSIGNED-PAYLOAD' } },
  ],
];

describe('a TC3 signature', () => {
  for (const [name, signature, over] of vectors) {
    it(`holds as the vendor made it: ${name}`, () => assert.equal(isRight(request(signature, over)), true));
    it(`fails when a digit of it is another: ${name}`, () => {
      const digit = signature.startsWith('0') ? '1' : '0';
      assert.equal(isRight(request(digit + signature.slice(1), over)), false);
    });
  }
  const [, good] = vectors[0] as (typeof vectors)[number];

  it('covers the bytes of the body, a space of it too', () => {
    assert.equal(isRight(request(good, { body: body.replace(':', ': ') })), false);
  });

  it('covers the query exactly as sent, in its order', () => {
    const signed = signLike({ method: 'GET', query: 'B=%7e&A=1', body: '' });
    assert.equal(isRight(request(signed, { method: 'GET', query: 'B=%7e&A=1', body: '' })), true);
    assert.equal(isRight(request(signed, { method: 'GET', query: 'A=1&B=%7e', body: '' })), false);
    assert.equal(isRight(request(signed, { method: 'GET', query: 'B=%7E&A=1', body: '' })), false);
  });

  it('holds for the public name when a proxy rewrote the host', () => {
    const behind = request(good, { headers: { host: '10.0.0.7:8080' } });
    assert.equal(isRight(behind), false);
    assert.equal(isRight(behind, ['faceid.intl.tencentcloudapi.com']), true);
  });

  it('must cover content type and host', () => {
    assert.equal(failureOf(request(good, { signedHeaders: 'host' })), 'AuthFailure.InvalidAuthorization');
    assert.equal(
      failureOf(request(good, { signedHeaders: 'content-type' })),
      'AuthFailure.InvalidAuthorization',
    );
    assert.equal(
      failureOf(request(good, { signedHeaders: 'content-type;host;x-not-sent' })),
      'AuthFailure.InvalidAuthorization',
    );
  });

  it('must be of the UTC day of its timestamp', () => {
    assert.equal(failureOf(request(good, { date: '2023-11-15' })), 'AuthFailure.SignatureFailure');
  });

  it('must be there, and well formed', () => {
    for (const authorization of [
      'SKIP',
      '',
      'TC3-HMAC-SHA256',
      'TC3-HMAC-SHA256 Credential=a/b/c/tc3_request',
    ]) {
      assert.equal(
        failureOf(request(good, { headers: { authorization } })),
        'AuthFailure.InvalidAuthorization',
      );
    }
  });

  it('says which timestamp it was made at', () => {
    assert.equal(failureOf(request(good, { headers: { 'x-tc-timestamp': '' } })), 'MissingParameter');
    assert.equal(failureOf(request(good, { headers: { 'x-tc-timestamp': '17e8' } })), 'InvalidParameter');
  });
});

/** A second maker of signatures, written from the specification for these tests alone. */
function signLike({ method, query, body: payload }: { method: string; query: string; body: string }): string {
  const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
  const hmac = (key: string | Buffer, text: string) => createHmac('sha256', key).update(text).digest();
  const headers = 'content-type:application/json\nhost:faceid.intl.tencentcloudapi.com\n\ncontent-type;host';
  const canonical = `${method}\n/\n${query}\n${headers}\n${sha256(payload)}`;
  const text = `TC3-HMAC-SHA256\n1700000000\n2023-11-14/faceid/tc3_request\n${sha256(canonical)}`;
  const key = hmac(hmac(hmac(`TC3${secretKey}`, '2023-11-14'), 'faceid'), 'tc3_request');
  return hmac(key, text).toString('hex');
}
