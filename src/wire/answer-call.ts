import { randomUUID } from 'node:crypto';
import { type ApiFailure, fail, type MessageLanguage, type Outcome, succeed } from '../errors.ts';
import type { Log } from '../operate/log.ts';
import type { AccessKey } from '../store/records.ts';
import { type Action, apiVersion } from './actions.ts';
import type { AnswerFields } from './answer.ts';
import { languageOf, type WireRequest } from './call.ts';
import { readParameters } from './parameters.ts';
import type { RateLimit } from './rate-limit.ts';
import { type RequestForm, recogniseForm } from './request-form.ts';
import { clockSkewSeconds, holds, type SignatureClaim } from './signed.ts';
import type { SigningKeys } from './signing-keys.ts';

export type CallParts = {
  readonly findKey: (secretId: string) => Promise<AccessKey | null>;
  readonly actions: readonly Action[];
  readonly rateLimit: RateLimit;
  readonly signingKeys: SigningKeys;
  /** Names that the server is known by from outside: a proxy may rewrite `Host`. */
  readonly publicHosts: readonly string[];
  readonly now: () => number;
  readonly log: Log;
};

/** How a call ended, and in which language its error is to be told. */
export type Answered = { readonly outcome: Outcome<AnswerFields>; readonly language: MessageLanguage };

/** Stands in for the key of an unknown SecretId, so that it takes as long to refuse as a known one. */
const nobodysKey = randomUUID();

async function authenticate(parts: CallParts, claim: SignatureClaim): Promise<Outcome<AccessKey>> {
  const { log, findKey, now } = parts;
  const key = await findKey(claim.secretId);
  const isRight = holds(claim, key?.secretKey ?? nobodysKey, parts.signingKeys);
  const offSeconds = Math.round(now() / 1000) - claim.timestampSeconds;
  if (!key || key.disabledAtMs !== null) {
    log.warn({ cause: key ? 'key disabled' : 'key unknown' }, 'a call was not authenticated');
    return fail('AuthFailure.SecretIdNotFound');
  }
  // The caller learns only the vendor's code; which of the causes it was helps the operator alone.
  if (Math.abs(offSeconds) > clockSkewSeconds) {
    log.warn({ secretId: claim.secretId, cause: 'clock', offSeconds }, 'a call was not authenticated');
    return fail('AuthFailure.SignatureExpire');
  }
  if (!isRight) {
    log.warn({ secretId: claim.secretId, cause: 'secret key, host or body' }, 'a call was not authenticated');
    return fail('AuthFailure.SignatureFailure');
  }
  return succeed(key);
}

function findAction(parts: CallParts, form: RequestForm): Outcome<Action> {
  const name = form.common('Action');
  if (!name) return fail('MissingParameter', 'Action');
  const action = parts.actions.find((row) => row.name === name || row.aliases.includes(name));
  if (!action) return fail('InvalidAction');
  const version = form.common('Version');
  if (!version) return fail('MissingParameter', 'Version');
  return version === apiVersion ? succeed(action) : fail('NoSuchVersion', `This API is \`${apiVersion}\`.`);
}

async function answerForm(parts: CallParts, form: RequestForm): Promise<Outcome<AnswerFields>> {
  if (!form.claim.ok) return form.claim;
  const key = await authenticate(parts, form.claim.claim);
  if (!key.ok) return key;
  // Every key here is a lasting one: a session token means that the caller expects something else to hold.
  if (form.common('Token')) return fail('AuthFailure.TokenFailure');
  const { account, actions } = key.value;
  const action = findAction(parts, form);
  if (!action.ok) return action;
  const { name, parameters, handle } = action.value;
  if (actions && !actions.includes(name)) return fail('OperationDenied', `This key may not call ${name}.`);
  const counted = await parts.rateLimit(account.id, name, account.ratePerSecond);
  if (!counted.ok) return counted;
  const given = form.readParameters();
  if (!given.ok) return given;
  const read = readParameters(parameters, given.value, form.isTextual);
  return read.ok ? await handle(account, read.value) : read;
}

/** Answers one request of the API, whatever it is; never throws. The signature holds before the body is parsed. */
export async function answerCall(parts: CallParts, request: WireRequest): Promise<Answered> {
  let language: MessageLanguage = languageOf(request.headers['x-tc-language']);
  try {
    if (request.method !== 'GET' && request.method !== 'POST') {
      return { outcome: fail('UnsupportedProtocol'), language };
    }
    const form = recogniseForm(request, parts.publicHosts);
    if (!form.ok) return { outcome: form, language };
    language = languageOf(form.value.common('Language'));
    return { outcome: await answerForm(parts, form.value), language };
  } catch (error) {
    parts.log.error({ error }, 'a call failed');
    const failure: ApiFailure = { code: 'InternalError', detail: '' };
    return { outcome: { ok: false, failure }, language };
  }
}
