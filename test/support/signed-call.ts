import { createHash, createHmac } from 'node:crypto';
import { request as httpRequest, type IncomingHttpHeaders } from 'node:http';
import type { Credentials } from '../../src/operate/credentials.ts';

/** One request, down to its bytes, and what a signer of any SDK may choose. */
export type Tc3Call = {
  readonly action: string;
  readonly body?: string | Buffer;
  readonly query?: string;
  readonly method?: string;
  readonly contentType?: string;
  readonly host?: string;
  /** The host as signed, where it differs from the one sent. */
  readonly signedHost?: string;
  readonly service?: string;
  readonly seconds?: number;
  readonly isUnsignedPayload?: boolean;
  readonly headers?: Readonly<Record<string, string>>;
};

export type Answer = {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly bytes: Buffer;
  readonly Response: Readonly<Record<string, unknown>> & {
    readonly RequestId: string;
    readonly Error?: { readonly Code: string; readonly Message: string };
  };
};

const sha256 = (content: string | Buffer) => createHash('sha256').update(content).digest('hex');
const hmac = (key: string | Buffer, text: string) => createHmac('sha256', key).update(text).digest();

/** Headers of a TC3 call, made from the specification's words and not from our own code (§1.3). */
export function tc3Headers(key: Credentials, call: Tc3Call, host: string): Record<string, string> {
  const seconds = call.seconds ?? Math.floor(Date.now() / 1000);
  const date = new Date(seconds * 1000).toISOString().slice(0, 10);
  const type = call.contentType ?? 'application/json';
  const payload = call.isUnsignedPayload
    ? 'UNSIGNED-PAYLOAD'
    : call.method === 'GET'
      ? ''
      : (call.body ?? '');
  const head = `${call.method ?? 'POST'}\n/\n${call.query ?? ''}\n`;
  const signed = `content-type:${type}\nhost:${call.signedHost ?? host}\n\ncontent-type;host\n`;
  const scope = `${date}/${call.service ?? 'faceid'}/tc3_request`;
  const text = `TC3-HMAC-SHA256\n${seconds}\n${scope}\n${sha256(head + signed + sha256(payload))}`;
  const signing = hmac(hmac(hmac(`TC3${key.secretKey}`, date), call.service ?? 'faceid'), 'tc3_request');
  return {
    host,
    'content-type': type,
    'x-tc-action': call.action,
    'x-tc-version': '2018-03-01',
    'x-tc-timestamp': String(seconds),
    ...(call.isUnsignedPayload && { 'x-tc-content-sha256': 'UNSIGNED-PAYLOAD' }),
    authorization:
      `TC3-HMAC-SHA256 Credential=${key.secretId}/${scope}, SignedHeaders=content-type;host, ` +
      `Signature=${hmac(signing, text).toString('hex')}`,
    ...call.headers,
  };
}

/** Parameters of a v1 call with their signature, values raw (§1.4). */
export function v1Parameters(
  key: Credentials,
  call: {
    readonly action: string;
    readonly method?: string;
    readonly host: string;
    readonly hash?: 'sha1' | 'sha256';
  },
  parameters: Readonly<Record<string, string>>,
): Record<string, string> {
  const all: Record<string, string> = {
    Action: call.action,
    Version: '2018-03-01',
    Nonce: '7',
    Timestamp: String(Math.floor(Date.now() / 1000)),
    SecretId: key.secretId,
    ...(call.hash !== 'sha1' && { SignatureMethod: 'HmacSHA256' }),
    ...parameters,
  };
  const names = Object.keys(all).sort();
  const text = `${call.method ?? 'POST'}${call.host}/?${names.map((name) => `${name}=${all[name]}`).join('&')}`;
  const Signature = createHmac(call.hash ?? 'sha256', key.secretKey)
    .update(text)
    .digest('base64');
  return { ...all, Signature };
}

/** Sends bytes as they are and reads the whole answer. */
export async function send(
  port: number,
  options: { readonly method?: string; readonly path?: string; readonly headers: Record<string, string> },
  body: string | Buffer = '',
): Promise<Answer> {
  const { method = 'POST', path = '/', headers } = options;
  return await new Promise((resolve, reject) => {
    const length = method === 'GET' ? {} : { 'content-length': String(Buffer.byteLength(body)) };
    const request = httpRequest({
      port,
      host: '127.0.0.1',
      method,
      path,
      headers: { ...length, ...headers },
    });
    request.once('error', reject);
    request.once('response', (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.once('error', reject);
      response.once('end', () => {
        const bytes = Buffer.concat(chunks);
        const isPlain = response.headers['content-encoding'] === undefined;
        const parsed = isPlain ? JSON.parse(bytes.toString()) : { Response: { RequestId: '' } };
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          bytes,
          Response: parsed.Response,
        });
      });
    });
    request.end(method === 'GET' ? undefined : body);
  });
}

/** A TC3 call to a server on this machine, signed and sent. */
export async function callTc3(port: number, key: Credentials, call: Tc3Call): Promise<Answer> {
  const headers = tc3Headers(key, call, call.host ?? `127.0.0.1:${port}`);
  const path = call.query === undefined ? '/' : `/?${call.query}`;
  return await send(port, { method: call.method ?? 'POST', path, headers }, call.body);
}

/** The same with a JSON object as parameters. */
export async function callJson(
  port: number,
  key: Credentials,
  action: string,
  parameters: unknown,
  more: Partial<Tc3Call> = {},
): Promise<Answer> {
  return await callTc3(port, key, { action, body: JSON.stringify(parameters), ...more });
}
