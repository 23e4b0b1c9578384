import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import cookie from '@fastify/cookie';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import Type from 'typebox';
import { cardTypeNames } from '../cards/card-type.ts';
import { fail, failureMessage, type Outcome, succeed } from '../errors.ts';
import { addressKey } from '../operate/address-key.ts';
import { assembleResult } from '../result/assemble.ts';
import type { Account } from '../store/records.ts';
import { type ApplyParts, apply } from '../token/apply.ts';
import type { AnswerFields } from '../wire/answer.ts';
import type { RateLimit } from '../wire/rate-limit.ts';
import { applyAnswer } from '../wire/shapes/apply-web-verification.ts';
import { resultAnswer } from '../wire/shapes/get-web-verification-result.ts';
import { ownOrigin } from './own-origin.ts';
import { type RunCookies, runCookiePrefix } from './run-cookie.ts';
import { shortened } from './shortened.ts';
import type { About, CardPictureName, StartRequest } from './try-shapes.ts';

export type TryParts = {
  readonly apply: ApplyParts;
  readonly account: Account;
  readonly cookies: RunCookies;
  /** Counts all visitors together, under the account of `/try`. */
  readonly rateLimit: RateLimit;
  /** Counts one address. */
  readonly runsPerHour: number;
  readonly about: About;
};

const securityLevels = [1, 2, 3, 4, 5] as const;

const startBody = Type.Object({
  // Null first: the validator would make an empty text of it.
  photoBase64: Type.Union([Type.Null(), Type.String()]),
  checkMode: Type.Union([Type.Literal(1), Type.Literal(2), Type.Literal(3), Type.Literal(4)]),
  cardType: Type.Union([Type.Null(), ...cardTypeNames.map((name) => Type.Literal(name))]),
  securityLevel: Type.Union(securityLevels.map((level) => Type.Literal(level))),
  where: Type.Union([Type.Literal('here'), Type.Literal('phone')]),
});

const pictureParams = Type.Object({ name: Type.Union([Type.Literal('cut'), Type.Literal('portrait')]) });

/** As large as Apply's own limit lets a photo be, and a little for the JSON around it. */
const bodyLimitBytes = 9 * 1024 * 1024;

/** Cookies of older runs are taken back, or a day of trying would fill the browser's headers. */
const runsRemembered = 8;
const cookieScope = { path: '/try', httpOnly: true, sameSite: 'strict' } as const;

/** The envelope of the API, so that a newcomer sees what a merchant would. */
function answer(reply: FastifyReply, outcome: Outcome<AnswerFields>): FastifyReply {
  const RequestId = randomUUID();
  if (outcome.ok) return reply.send({ Response: { ...outcome.value, RequestId } });
  const { failure } = outcome;
  const told = { Code: failure.code, Message: failureMessage(failure, 'en-US') };
  return reply.send({ Response: { Error: told, RequestId } });
}

function answerError(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const { statusCode, message } = error as { statusCode?: number; message?: string };
  if (statusCode === 413) return answer(reply, fail('RequestSizeLimitExceeded', '9 MB'));
  if (statusCode && statusCode < 500) return answer(reply, fail('InvalidParameter', message ?? ''));
  request.log.error({ error }, 'a call of /try failed');
  return answer(reply, fail('InternalError'));
}

/** Whether this address may start another run in this hour. */
function createRunCount(runsPerHour: number): (address: string) => Promise<Outcome<null>> {
  const runs = new RateLimiterMemory({ points: runsPerHour, duration: 3600 });
  return async (address) => {
    try {
      await runs.consume(addressKey(address));
      return succeed(null);
    } catch (error) {
      if (!(error instanceof RateLimiterRes)) throw error;
      const minutes = Math.ceil(error.msBeforeNext / 60_000);
      const text = `${runsPerHour} runs an hour are enough for trying; the next one in ${minutes} min.`;
      return fail('RequestLimitExceeded', text);
    }
  };
}

function giveCookie(request: FastifyRequest, reply: FastifyReply, cookies: RunCookies, token: string): void {
  const older = Object.keys(request.cookies).filter((name) => name.startsWith(runCookiePrefix));
  for (const name of older.slice(0, Math.max(0, older.length - runsRemembered + 1))) {
    reply.clearCookie(name, cookieScope);
  }
  // Not every browser takes a Secure cookie from http://localhost, which is where trying begins.
  const secure = ownOrigin(request)?.startsWith('http:') !== true;
  reply.setCookie(cookies.name(token), cookies.make(token), { ...cookieScope, secure, maxAge: 86_400 });
}

/** A run, as a merchant would ask for it, and the cookie that lets this browser see how it goes. */
function registerStart(app: FastifyInstance, parts: TryParts): void {
  const { apply: applyParts, account, cookies, rateLimit } = parts;
  const countRun = createRunCount(parts.runsPerHour);
  app.post<{ Body: StartRequest }>(
    '/start',
    { schema: { body: startBody }, bodyLimit: bodyLimitBytes },
    async (request, reply) => {
      const counted = await countRun(request.ip);
      if (!counted.ok) return answer(reply, counted);
      const allowed = await rateLimit(account.id, 'try start', account.ratePerSecond);
      if (!allowed.ok) return answer(reply, allowed);
      const { photoBase64, checkMode, cardType, securityLevel, where } = request.body;
      const origin = (where === 'here' && ownOrigin(request)) || applyParts.publicUrl;
      const issued = await apply(applyParts, account, {
        redirectUrl: `${origin}/try`,
        compareImageBase64: photoBase64,
        extra: null,
        ruleId: null,
        config: { checkMode, cardType: cardType ?? '', securityLevel },
      });
      if (!issued.ok) return answer(reply, issued);
      giveCookie(request, reply, cookies, issued.value.bizToken);
      return answer(reply, succeed(applyAnswer(issued.value)));
    },
  );
}

/** The BizToken that is asked about; null where another browser started its run. */
function ownToken(request: FastifyRequest, cookies: RunCookies): string | null {
  const header = request.headers['x-biz-token'];
  const token = typeof header === 'string' ? header : '';
  return cookies.isOurs(token, request.cookies[cookies.name(token)]) ? token : null;
}

/** What a merchant would read of a run, for the browser that started it. */
function registerResult(app: FastifyInstance, parts: TryParts): void {
  const { apply: applyParts, account, cookies, rateLimit } = parts;
  app.get('/result', async (request, reply) => {
    const token = ownToken(request, cookies);
    if (token === null) return answer(reply, fail('InvalidParameterValue.BizTokenIllegal'));
    const allowed = await rateLimit(account.id, 'try result', account.ratePerSecond);
    if (!allowed.ok) return answer(reply, allowed);
    const result = await assembleResult(applyParts.store, account, token, applyParts.now());
    return answer(reply, result.ok ? succeed(await shortened(resultAnswer(result.value))) : result);
  });
}

/** The pictures of a card, which the answer on this page only begins to show. */
function registerCardPictures(app: FastifyInstance, parts: TryParts): void {
  const { apply: applyParts, account, cookies } = parts;
  app.get<{ Params: { name: CardPictureName } }>(
    '/card/:name',
    { schema: { params: pictureParams } },
    async (request, reply) => {
      const token = ownToken(request, cookies);
      if (token === null) return reply.code(404).send();
      const result = await assembleResult(applyParts.store, account, token, applyParts.now());
      const picture = result.ok ? result.value.card?.[request.params.name] : null;
      if (!picture) return reply.code(404).send();
      return reply
        .header('x-content-type-options', 'nosniff')
        .type('image/jpeg')
        .send(Readable.from(picture()));
    },
  );
}

/** The small API of the page at `/try`, mounted at `/try/api`; `try-shapes.ts` lists its routes. */
export function registerTry(app: FastifyInstance, parts: TryParts): void {
  app.register(cookie);
  app.setErrorHandler(answerError);
  app.addHook('onSend', async (_request, reply) => void reply.header('cache-control', 'no-store'));
  app.get('/about', async () => parts.about);
  registerStart(app, parts);
  registerResult(app, parts);
  registerCardPictures(app, parts);
}
