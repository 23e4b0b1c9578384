import { fail, type Outcome, succeed } from '../errors.ts';
import type { RawParameters, WireRequest } from './call.ts';
import { unflatten } from './flatten.ts';
import { parseJsonBody } from './json-body.ts';
import { boundaryOf, parseMultipart } from './multipart.ts';
import type { ClaimResult } from './signed.ts';
import { readTc3Claim } from './tc3.ts';
import { type Pairs, parsePairs, readV1Claim } from './v1.ts';

/** What a request says in its common parameters, and how to read the rest once its signature holds. */
export type RequestForm = {
  readonly claim: ClaimResult;
  readonly common: (name: 'Action' | 'Version' | 'Region' | 'Language' | 'Token') => string | undefined;
  readonly isTextual: boolean;
  readonly readParameters: () => Outcome<RawParameters>;
};

const formType = 'application/x-www-form-urlencoded';

/** Common parameters of the v1 forms; they are not the action's (wire specification §1.2.3). */
const v1Common = new Set([
  'Action',
  'Version',
  'Timestamp',
  'Nonce',
  'SecretId',
  'Signature',
  'SignatureMethod',
  'Region',
  'Token',
  'Language',
  'RequestClient',
]);

function contentTypeOf(request: WireRequest): string {
  return request.headers['content-type']?.trim() ?? '';
}

function readPairs(text: string): Outcome<RawParameters> {
  const pairs = parsePairs(text);
  return pairs ? unflatten(pairs) : fail('InvalidParameter', 'The query is not URL-encoded UTF-8.');
}

function readMultipart(body: Buffer, contentType: string): Outcome<RawParameters> {
  const boundary = boundaryOf(contentType);
  const pairs = boundary === null ? null : parseMultipart(body, boundary);
  return pairs ? unflatten(pairs) : fail('InvalidRequest');
}

/** F1, F2, F5, F6 and F7 of the wire specification §1.2, told apart by method and content type. */
function readTc3Parameters(request: WireRequest): Outcome<RawParameters> {
  const type = contentTypeOf(request).toLowerCase();
  if (request.method === 'GET') return readPairs(request.rawQuery);
  if (type.startsWith('multipart/form-data')) return readMultipart(request.body, contentTypeOf(request));
  if (type.startsWith('application/json')) return parseJsonBody(request.body);
  if (type.startsWith('application/octet-stream')) {
    // F7: a raw body belongs to actions that declare one; ours have no place for it.
    return request.body.length === 0
      ? succeed({})
      : fail('InvalidParameter', 'This action takes no raw body.');
  }
  return fail('InvalidParameter', `Content-Type \`${type.slice(0, 100)}\` is not one that this API reads.`);
}

function tc3Form(request: WireRequest, publicHosts: readonly string[]): RequestForm {
  const isTextual = request.method === 'GET' || !/^application\/json/i.test(contentTypeOf(request));
  return {
    claim: readTc3Claim(request, publicHosts),
    common: (name) => request.headers[`x-tc-${name.toLowerCase()}`],
    isTextual,
    readParameters: () => readTc3Parameters(request),
  };
}

/** F3 and F4: the vendor's first signature method, everything in the form or the query. */
function v1Form(request: WireRequest, pairs: Pairs, publicHosts: readonly string[]): RequestForm {
  return {
    claim: readV1Claim(request.method, pairs, request.headers.host ?? '', publicHosts),
    common: (name) => pairs.find(([known]) => known === name)?.[1],
    isTextual: true,
    readParameters: () => unflatten(pairs.filter(([name]) => !v1Common.has(name))),
  };
}

/** Finds out in which of the vendor's forms a request came. Its signature is yet to be checked. */
export function recogniseForm(request: WireRequest, publicHosts: readonly string[]): Outcome<RequestForm> {
  const { authorization } = request.headers;
  if (authorization !== undefined) {
    // F8, an SDK told to skip signing, is refused here like any other malformed header.
    if (!authorization.startsWith('TC3-HMAC-SHA256')) return fail('AuthFailure.InvalidAuthorization');
    return succeed(tc3Form(request, publicHosts));
  }
  const isForm = contentTypeOf(request).toLowerCase().startsWith(formType);
  if (request.method === 'POST' && !isForm) return fail('MissingParameter', 'Authorization');
  const pairs = parsePairs(request.method === 'GET' ? request.rawQuery : request.body.toString('utf8'));
  if (!pairs) return fail('InvalidParameter', 'The parameters are not URL-encoded UTF-8.');
  return succeed(v1Form(request, pairs, publicHosts));
}
