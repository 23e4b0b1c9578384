import { setMaxListeners } from 'node:events';
import cookie from '@fastify/cookie';
import type { FastifyInstance, FastifyReply } from 'fastify';
import type { Log } from '../operate/log.ts';
import { consentTo, ruleAgreement } from './agreement.ts';
import { beginAttempt } from './attempts.ts';
import { bind, handoverMs, offerHandover } from './binding.ts';
import { registerCardRoutes } from './card-routes.ts';
import { announceReleases } from './challenge/released.ts';
import { streamViews } from './events.ts';
import { leave } from './leave.ts';
import { pageBodies } from './page-bodies.ts';
import { createPageDesk, type PageDesk, type PageParts } from './page-desk.ts';
import { giveCookie, requireHolder } from './page-gate.ts';
import type { AttemptRequest, ConsentRequest, Language, OpenAnswer, OpenRequest } from './page-shapes.ts';
import { Refused, refusalStatus } from './refused.ts';
import { ruleOf } from './rule-of.ts';
import { registerUploadRoutes } from './upload-routes.ts';

function answerRefusal(error: unknown, reply: FastifyReply, log: Log): FastifyReply {
  const status = (error as { statusCode?: number }).statusCode;
  const refused =
    error instanceof Refused
      ? error
      : new Refused(status === 413 ? 'too-large' : status && status < 500 ? 'bad-request' : 'internal');
  if (refused.reason === 'internal') log.error({ error }, 'a page call failed');
  const { reason, retryAfterSeconds } = refused;
  if (retryAfterSeconds !== undefined) reply.header('retry-after', retryAfterSeconds);
  const wait = retryAfterSeconds === undefined ? {} : { retryAfterSeconds };
  return reply.code(refusalStatus[reason]).send({ refusal: reason, ...wait });
}

function registerBindingRoutes(app: FastifyInstance, desk: PageDesk, parts: PageParts): void {
  const { store, now } = parts;

  app.post<{ Body: OpenRequest }>('/open', { schema: { body: pageBodies.open } }, (request, reply) =>
    desk.inTurn(request, async (caller): Promise<OpenAnswer> => {
      const { verification } = caller.standing;
      const { handover = null, framed = false } = request.body;
      const { newCookie } = await bind(store, caller.standing, caller.visitor, handover, now());
      if (newCookie === null) return await desk.view(caller);
      // Kept as long as the result page may be looked at: a day after the window at most.
      const maxAgeSeconds = Math.ceil((verification.deadlineMs - now()) / 1000) + 86_400;
      const isFramed = framed && (await ruleOf(store, verification))?.frame != null;
      giveCookie(reply, caller.tokenHash, newCookie, maxAgeSeconds, isFramed);
      const view = await desk.view({ ...caller, visitor: { ...caller.visitor, cookie: newCookie } });
      return isFramed ? { ...view, bearer: newCookie } : view;
    }),
  );

  app.post('/handover', (request) =>
    desk.inTurn(request, async (caller) => {
      requireHolder(caller);
      const code = await offerHandover(store, caller.standing, now());
      const url = `${parts.publicUrl}/verify?token=${encodeURIComponent(caller.token)}&handover=${code}`;
      return { url, expiresInMs: handoverMs };
    }),
  );
}

function registerStepRoutes(app: FastifyInstance, desk: PageDesk, parts: PageParts): void {
  const { store, now } = parts;

  app.post<{ Body: ConsentRequest }>('/consent', { schema: { body: pageBodies.consent } }, (request) =>
    desk.inTurn(request, async (caller) => {
      requireHolder(caller);
      const { verification } = caller.standing;
      const consent = consentTo(verification, await ruleOf(store, verification), request.body, now());
      await store.verifications.amend(verification.id, { consent });
      return await desk.view(caller);
    }),
  );

  app.get<{ Querystring: { language: Language } }>(
    '/agreement',
    { schema: { querystring: pageBodies.agreement } },
    async (request) => {
      const { verification } = (await desk.identified(request)).standing;
      const agreement = ruleAgreement(await ruleOf(store, verification), request.query.language);
      if (!agreement) throw new Refused('wrong-stage');
      return agreement;
    },
  );

  app.post<{ Body: AttemptRequest }>('/attempts', { schema: { body: pageBodies.attempt } }, (request) =>
    desk.inTurn(request, async (caller) => {
      requireHolder(caller);
      if ((await store.verifications.count('judging')) >= parts.judgeQueueLimit)
        throw new Refused('busy', 10);
      const { standing } = caller;
      const attempt = await beginAttempt(store, standing, request.body, parts.attemptLimits, now());
      announceReleases(parts.changes, attempt);
      return await desk.view(caller);
    }),
  );

  app.post('/exit', (request) =>
    desk.inTurn(request, async (caller) => {
      requireHolder(caller);
      await leave(store, caller.standing, now());
      return await desk.view(caller);
    }),
  );
}

/** Pages that may follow one verification at a time: a phone, a desktop, and their reloads. */
const followersLimit = 10;

/** The page's own small API, mounted at `/verify/api`; `page-shapes.ts` lists its routes. */
export function registerPageApi(app: FastifyInstance, parts: PageParts): void {
  const desk = createPageDesk(parts);
  app.register(cookie);
  app.setErrorHandler((error, _request, reply) => answerRefusal(error, reply, parts.log));
  // Before a byte of a body is read: a megabyte from nobody costs a line of headers.
  app.addHook('onRequest', async (request) => await parts.calls.countAddress(request.ip));
  app.addHook('onSend', async (_request, reply) => void reply.header('cache-control', 'no-store'));

  const closing = new AbortController();
  setMaxListeners(0, closing.signal);
  app.addHook('preClose', async () => closing.abort());

  app.get('/view', async (request) => desk.view(await desk.identified(request)));
  app.get('/events', async (request, reply) => {
    const caller = await desk.identified(request);
    const { id } = caller.standing.verification;
    if (parts.changes.listeners(id) >= followersLimit) throw new Refused('too-many-requests', 60);
    await streamViews(reply, parts.changes, id, () => desk.view(caller), closing.signal);
  });
  registerBindingRoutes(app, desk, parts);
  registerStepRoutes(app, desk, parts);
  registerUploadRoutes(app, desk, parts);
  registerCardRoutes(app, desk, parts);
}
