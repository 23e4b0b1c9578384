import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { holds } from './signed.ts';
import { createSigningKeys } from './signing-keys.ts';
import { type Pairs, parsePairs, readV1Claim } from './v1.ts';

const secretKey = 'SECRETKEYEXAMPLEEXAMPLE000000000';
const host = 'faceid.intl.tencentcloudapi.com';

/** The specification's worked call (§1.4), URL-encoded as Node's SDK sends it. */
function call(signature: string, signatureMethod: string, encode = encodeURIComponent): string {
  const parameters: Record<string, string> = {
    Action: 'ApplyWebVerificationBizTokenIntl',
    'Config.AutoSkip': 'true',
    'Config.CheckMode': '1',
    Language: 'en-US',
    Nonce: '11886',
    RedirectURL: 'https://a.example/cb?x=1&y=é',
    Region: 'ap-singapore',
    RequestClient: 'SDK_NODEJS_INTL_EN3.0.1335',
    SecretId: 'AKIDEXAMPLEEXAMPLEEXAMPLE0000000000',
    SignatureMethod: signatureMethod,
    Timestamp: '1700000000',
    Version: '2018-03-01',
    Signature: signature,
  };
  return Object.entries(parameters)
    .map(([name, value]) => `${name}=${encode(value)}`)
    .join('&');
}

function isRight(method: string, text: string, onHost = host): boolean {
  const pairs = parsePairs(text);
  assert.ok(pairs);
  const read = readV1Claim(method, pairs, onHost, []);
  return read.ok && holds(read.claim, secretKey, createSigningKeys());
}

const vectors = [
  ['POST', 'HmacSHA256', 'BT3NXkOqYs3XEy6+g/lvH88ISRgYvg/mmqMQfDHieLM='],
  ['POST', 'HmacSHA1', 'kAN3p0qsHi8mSLyf9CJyLRZg+6w='],
  ['GET', 'HmacSHA256', 'eYDkCS+RIE4bmFnAIotqXVkodyjFGEiWzZ9a5Nb1lL4='],
] as const;

describe('a signature of the first method', () => {
  for (const [method, signatureMethod, signature] of vectors) {
    it(`holds as the vendor's SDK made it: ${method} ${signatureMethod}`, () => {
      assert.equal(isRight(method, call(signature, signatureMethod)), true);
      assert.equal(isRight(method === 'GET' ? 'POST' : 'GET', call(signature, signatureMethod)), false);
    });
  }

  it('holds however spaces are written, since values are signed raw', () => {
    const pairs: Pairs = [['a', 'x y+z']];
    assert.deepEqual(parsePairs('a=x%20y%2Bz'), pairs);
    assert.deepEqual(parsePairs('a=x+y%2Bz'), pairs);
  });

  it('covers the host with its port', () => {
    assert.equal(isRight('POST', call(vectors[0][2], 'HmacSHA256'), 'another.example'), false);
  });

  it('needs its common parameters, and numbers where they are numbers', () => {
    const failure = (text: string) => {
      const read = readV1Claim('POST', parsePairs(text) ?? [], host, []);
      return read.ok ? null : read.failure;
    };
    assert.deepEqual(failure('SecretId=a&Timestamp=1&Nonce=1'), {
      code: 'MissingParameter',
      detail: 'Signature',
    });
    const odd = failure('SecretId=a&Signature=b&Timestamp=1&Nonce=one');
    assert.deepEqual(odd, { code: 'InvalidParameter', detail: 'Parameter `Nonce` type error.' });
  });

  it('cannot be read from broken percent signs', () => {
    for (const text of ['a=%', 'a=%zz', 'a=%ff']) assert.equal(parsePairs(text), null);
  });
});
