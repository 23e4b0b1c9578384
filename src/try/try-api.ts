import { randomUUID } from 'node:crypto';
import cookie from '@fastify/cookie';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import Type, { type Static } from 'typebox';
import { fail, failureMessage, type Outcome, succeed } from '../errors.ts';
import { addressKey } from '../operate/address-key.ts';
import { assembleResult } from '../result/assemble.ts';
import type { Account } from '../store/records.ts';
import { type ApplyParts, apply } from '../token/apply.ts';
import type { AnswerFields } from '../wire/answer.ts';
import { resultAnswer } from '../wire/shapes/get-web-verification-result.ts';
import type { RunCookies } from './run-cookie.ts';
import { shortened } from './shortened.ts';

export type TryParts = {
  readonly apply: ApplyParts;
  readonly account: Account;
  readonly cookies: RunCookies;
  readonly runsPerHour: number;
};

const startBody = Type.Object({
  photoBase64: Type.Union([Type.String(), Type.Null()]),
  checkMode: Type.Union([Type.Literal(2), Type.Literal(3)]),
});

/** As large as Apply's own limit lets a photo be, and a little for the JSON around it. */
const bodyLimitBytes = 9 * 1024 * 1024;

function cookieName(runId: string): string {
  return `selfsame-try-${runId}`;
}

/** The envelope of the API, so that a newcomer sees what a merchant would. */
function answer(reply: FastifyReply, outcome: Outcome<AnswerFields>): FastifyReply {
  const RequestId = randomUUID();
  if (outcome.ok) return reply.send({ Response: { ...outcome.value, RequestId } });
  const { failure } = outcome;
  const told = { Code: failure.code, Message: failureMessage(failure, 'en-US') };
  return reply.send({ Response: { Error: told, RequestId } });
}

/** Where the page comes back to: `/try` itself, with the run's id. */
function returnUrl(publicUrl: string, runId: string): string {
  return `${publicUrl}/try?run=${runId}`;
}

/**
 * What the page at `/try` asks: to start a verification under an account of its own, and what a merchant would read
 * of it. Only the browser that started a run sees its result.
 */
export function registerTry(app: FastifyInstance, parts: TryParts): void {
  const { apply: applyParts, account, cookies } = parts;
  const runs = new RateLimiterMemory({ points: parts.runsPerHour, duration: 3600 });
  const mayRun = (address: string) =>
    runs.consume(address).then(
      () => true,
      (error: unknown) => {
        if (error instanceof RateLimiterRes) return false;
        throw error;
      },
    );
  app.register(cookie);
  app.addHook('onSend', async (_request, reply) => void reply.header('cache-control', 'no-store'));

  app.post<{ Body: Static<typeof startBody> }>(
    '/start',
    { schema: { body: startBody }, bodyLimit: bodyLimitBytes },
    async (request, reply) => {
      if (!(await mayRun(addressKey(request.ip)))) {
        return answer(
          reply,
          fail('RequestLimitExceeded', `${parts.runsPerHour} runs an hour are enough for trying.`),
        );
      }
      const runId = randomUUID();
      const { photoBase64, checkMode } = request.body;
      const issued = await apply(applyParts, account, {
        redirectUrl: returnUrl(applyParts.publicUrl, runId),
        compareImageBase64: photoBase64,
        extra: null,
        ruleId: null,
        config: { checkMode, securityLevel: 1 },
      });
      if (!issued.ok) return answer(reply, issued);
      reply.setCookie(cookieName(runId), cookies.make(runId, issued.value.bizToken), {
        path: '/try',
        httpOnly: true,
        secure: true,
        sameSite: 'strict',
        maxAge: 86_400,
      });
      return reply.send({ id: runId, verificationUrl: issued.value.verificationUrl });
    },
  );

  app.get<{ Querystring: { id?: string } }>('/result', async (request, reply) => {
    const runId = String(request.query.id ?? '');
    const bizToken = cookies.read(runId, request.cookies[cookieName(runId)]);
    if (bizToken === null) return answer(reply, fail('InvalidParameterValue.BizTokenIllegal'));
    const result = await assembleResult(applyParts.store, account, bizToken, applyParts.now());
    return answer(reply, result.ok ? succeed(await shortened(resultAnswer(result.value))) : result);
  });
}
