import type { Credentials } from '../../src/operate/credentials.ts';
import type { SeededRandom } from '../support/seeded-random.ts';
import { tc3Headers, v1Parameters } from '../support/signed-call.ts';
import { type CallKind, hostileBody, hostileParameters } from './hostile-values.ts';

export type HostileRequest = {
  readonly method: string;
  readonly path: string;
  readonly headers: Record<string, string>;
  readonly body: Buffer;
};

/** Whom the requests are for: a key that the server knows, and tokens that it does and does not. */
export type Target = {
  readonly key: Credentials;
  /** `address:port` */
  readonly host: string;
  readonly tokens: readonly string[];
};

const actions: Readonly<Record<CallKind, readonly string[]>> = {
  apply: ['ApplyWebVerificationBizTokenIntl'],
  get: ['GetWebVerificationResultIntl', 'GetWebVerificationResult'],
};
const oddActions = ['Nothing', '', 'constructor', ...actions.apply, ...actions.get];
const types = [
  'application/json',
  'application/json; charset=utf-8',
  'text/plain',
  'multipart/form-data; boundary=b',
  'multipart/form-data',
  'application/octet-stream',
  'application/x-www-form-urlencoded',
  'x',
  '',
];
const odd = ['', ' ', 'null', '0', '-1', '1e9', '99999999999', 'é', 'a'.repeat(2000), '%', '☃'];

function flatten(value: unknown, prefix = ''): [string, string][] {
  if (typeof value !== 'object' || value === null) return [[prefix, String(value)]];
  return Object.entries(value).flatMap(([name, member]) =>
    flatten(member, prefix ? `${prefix}.${name}` : name),
  );
}

function encodeLoosely(pairs: readonly (readonly [string, string])[], random: SeededRandom): string {
  const encode = (text: string) =>
    random.next() < 0.9 ? encodeURIComponent(text.toWellFormed()) : text.replace(/[\r\n\s#]/g, '');
  return pairs.map(([name, value]) => `${encode(name)}=${encode(value)}`).join('&');
}

/** Mostly the action that the parameters are for. */
function actionFor(kind: CallKind, random: SeededRandom): string {
  return random.pick(random.next() < 0.85 ? actions[kind] : oddActions);
}

function tc3Request({ key, host, tokens }: Target, kind: CallKind, random: SeededRandom): HostileRequest {
  const isGet = random.next() < 0.2;
  const body = isGet ? Buffer.alloc(0) : hostileBody(kind, tokens, random);
  const query = isGet
    ? encodeLoosely(flatten(hostileParameters(kind, tokens, random)), random).replace(/[^\x21-\x7e]/g, '')
    : '';
  const contentType = random.next() < 0.8 ? 'application/json' : random.pick(types);
  const method = isGet ? 'GET' : 'POST';
  const call = { action: actionFor(kind, random), body, method, query, contentType };
  return { method, path: query ? `/?${query}` : '/', headers: tc3Headers(key, call, host), body };
}

function v1Request({ key, host, tokens }: Target, kind: CallKind, random: SeededRandom): HostileRequest {
  const isGet = random.next() < 0.4;
  const method = isGet ? 'GET' : 'POST';
  const flat = Object.fromEntries(
    flatten(hostileParameters(kind, tokens, random)).map(([name, value]) => [name, value.toWellFormed()]),
  );
  const signed = v1Parameters(key, { action: actionFor(kind, random), method, host }, flat);
  const text = encodeLoosely(Object.entries(signed), random);
  if (isGet)
    return {
      method,
      path: `/?${text.replace(/[^\x21-\x7e]/g, '')}`,
      headers: { host },
      body: Buffer.alloc(0),
    };
  const headers = { host, 'content-type': 'application/x-www-form-urlencoded' };
  return { method, path: '/', headers, body: Buffer.from(text) };
}

/** Breaks what was validly signed: a header, the body or the method. */
function tampered(request: HostileRequest, tokens: readonly string[], random: SeededRandom): HostileRequest {
  const headers = { ...request.headers };
  const name = random.pick(Object.keys(headers).filter((header) => header !== 'host'));
  if (name !== undefined) {
    if (random.next() < 0.3) delete headers[name];
    else if (random.next() < 0.5) headers[name] = random.pick(odd).replace(/[^\x20-\xff]/g, '?');
    else headers[name] = `${headers[name]}`.split('').toReversed().join('');
  }
  const method =
    random.next() < 0.1 ? random.pick(['PUT', 'DELETE', 'PATCH', 'OPTIONS', 'GET']) : request.method;
  const body = random.next() < 0.3 ? hostileBody('apply', tokens, random) : request.body;
  return { ...request, method, headers, body };
}

/** The next request of a seed: every other one validly signed, whatever else is wrong with it. */
export function hostileRequest(target: Target, random: SeededRandom, index: number): HostileRequest {
  const kind: CallKind = random.next() < 0.5 ? 'apply' : 'get';
  const make = random.next() < 0.6 ? tc3Request : v1Request;
  if (index % 2 === 0) return make(target, kind, random);
  const isStranger = random.next() < 0.1;
  const key = isStranger ? { ...target.key, secretId: 'AKIDnobody' } : target.key;
  const request = make({ ...target, key }, kind, random);
  return isStranger ? request : tampered(request, target.tokens, random);
}
