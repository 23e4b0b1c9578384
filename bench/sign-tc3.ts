import { createHash, createHmac } from 'node:crypto';
import type { Credentials } from '../src/operate/credentials.ts';

export const benchKey = { secretId: 'AKIDBENCH', secretKey: 'bench-secret-key' };

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const hmac = (key: string | Buffer, text: string) => createHmac('sha256', key).update(text).digest();

/** Headers of a TC3-signed JSON call, as the vendor's SDKs send them (wire specification §1.3). */
export function signTc3(call: {
  readonly body: string;
  readonly host: string;
  readonly action: string;
  readonly key?: Credentials;
}) {
  const { secretId, secretKey } = call.key ?? benchKey;
  const seconds = Math.floor(Date.now() / 1000);
  const date = new Date(seconds * 1000).toISOString().slice(0, 10);
  const signed = `content-type:application/json\nhost:${call.host}\n\ncontent-type;host\n${sha256(call.body)}`;
  const toSign = `TC3-HMAC-SHA256\n${seconds}\n${date}/faceid/tc3_request\n${sha256(`POST\n/\n\n${signed}`)}`;
  const key = hmac(hmac(hmac(`TC3${secretKey}`, date), 'faceid'), 'tc3_request');
  const credential = `Credential=${secretId}/${date}/faceid/tc3_request`;
  const signature = hmac(key, toSign).toString('hex');
  return {
    'content-type': 'application/json',
    host: call.host,
    authorization: `TC3-HMAC-SHA256 ${credential}, SignedHeaders=content-type;host, Signature=${signature}`,
    'x-tc-action': call.action,
    'x-tc-version': '2018-03-01',
    'x-tc-timestamp': String(seconds),
  };
}
