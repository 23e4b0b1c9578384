import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Store } from '../store/store.ts';
import { hashBizToken } from '../token/biz-token.ts';
import { settle } from '../token/settle.ts';
import { isTerminal } from '../token/stages.ts';
import type { Standing } from '../token/standing.ts';
import { cookieName, holderOf, type Visitor } from './holder.ts';
import type { PageCalls } from './page-calls.ts';
import type { Holder } from './page-shapes.ts';
import { Refused } from './refused.ts';

/** One page call, once it is known which verification it is about and who asks. */
export type Caller = {
  readonly token: string;
  readonly tokenHash: string;
  readonly standing: Standing;
  readonly visitor: Visitor;
  readonly holder: Holder;
};

const tabIdShape = /^[A-Za-z0-9-]{8,64}$/;

function tokenOf(request: FastifyRequest): string {
  const header = request.headers['x-biz-token'];
  const query = (request.query as { token?: unknown }).token;
  const token = typeof header === 'string' ? header : query;
  if (typeof token !== 'string' || token.length === 0 || token.length > 100)
    throw new Refused('unknown-token');
  return token;
}

function tabIdOf(request: FastifyRequest): string | null {
  const header = request.headers['x-tab-id'] ?? (request.query as { tab?: unknown }).tab;
  return typeof header === 'string' && tabIdShape.test(header) ? header : null;
}

/** What a page in a frame shows instead of its cookie, which may be blocked there. */
function bearerOf(request: FastifyRequest): string | null {
  const header = request.headers['x-binding'];
  return typeof header === 'string' ? header : null;
}

/**
 * Finds the verification of a call, brought up to the present. Counts the call against its token once that is known to
 * exist; its address has been counted before a body was read. A forgotten, erased or invented token is all the same.
 */
export async function identify(
  store: Store,
  calls: PageCalls,
  request: FastifyRequest,
  nowMs: number,
): Promise<Caller> {
  const token = tokenOf(request);
  const tokenHash = hashBizToken(token);
  const found = await store.verifications.byTokenHash(tokenHash);
  if (!found || 'erased' in found || found.onHold) throw new Refused('unknown-token');
  await calls.countToken(tokenHash);
  const standing = await settle(store, found, nowMs);
  if (!standing) throw new Refused('unknown-token');
  const cookie = bearerOf(request) ?? request.cookies[cookieName(tokenHash)] ?? null;
  const visitor = { cookie, tabId: tabIdOf(request) };
  return { token, tokenHash, standing, visitor, holder: holderOf(standing.verification, visitor) };
}

/** Only the bound browser's current tab may change anything, and only while the verification runs. */
export function requireHolder({ holder, standing }: Caller): void {
  if (holder === 'other-tab') throw new Refused('other-tab');
  if (holder !== 'this-tab') throw new Refused('not-yours');
  if (isTerminal(standing.verification.stage)) throw new Refused('ended');
}

/**
 * Gives the browser its binding cookie: for this verification's calls alone, unreadable to scripts, gone with the
 * window. Secure always: Chromium and Firefox count loopback as secure, WebKit does not (docs/browsers.md). In a frame it
 * must be sent below another site's page, and is kept apart for that site (CHIPS, `Partitioned`).
 */
export function giveCookie(
  reply: FastifyReply,
  tokenHash: string,
  secret: string,
  maxAgeSeconds: number,
  isFramed: boolean,
): void {
  reply.setCookie(cookieName(tokenHash), secret, {
    path: '/verify',
    httpOnly: true,
    secure: true,
    sameSite: isFramed ? 'none' : 'lax',
    partitioned: isFramed,
    maxAge: maxAgeSeconds,
  });
}
