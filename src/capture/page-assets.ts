import { existsSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { createPreloads } from './first-words.ts';
import { type PageOpening, plainOpening } from './page-opening.ts';

/**
 * Headers of every page that we serve: no inline code, no foreign host, no frame but those named, the camera for ourselves
 * alone (W3C CSP 3, Permissions Policy).
 */
const pageHeaders = (frameAncestors: string) => ({
  'content-security-policy': [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' blob: data:",
    "media-src 'self' blob:",
    "connect-src 'self'",
    "worker-src 'self'",
    "font-src 'self'",
    `frame-ancestors ${frameAncestors}`,
    "form-action 'none'",
    "base-uri 'none'",
  ].join('; '),
  'permissions-policy': 'camera=(self), microphone=(), geolocation=()',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'x-content-type-options': 'nosniff',
  'cache-control': 'no-store',
});

/** Where `vite build` puts the browser programs. */
const pageDist = new URL('../../page/dist/', import.meta.url).pathname;

/** Whether the customer's page is there to be served. */
export function pageIsBuilt(): boolean {
  return existsSync(join(pageDist, 'verify', 'index.html'));
}

/**
 * Serves one browser program: its page at `/NAME`, its assets, whose names carry their hash, at `/NAME/assets/`.
 * Asking for a page has no effect: messengers pre-fetch links. `openingOf`: how the page of this token is sent.
 */
export function registerPageAssets(
  app: FastifyInstance,
  name: 'verify' | 'try',
  openingOf: (token: unknown) => Promise<PageOpening> = async () => plainOpening,
): void {
  const preloadsOf = createPreloads(join(pageDist, name, '.vite', 'manifest.json'), `/${name}/`);
  app.register(fastifyStatic, {
    root: join(pageDist, name, 'assets'),
    prefix: `/${name}/assets/`,
    immutable: true,
    maxAge: '365d',
    index: false,
    preCompressed: true,
    setHeaders: (response) => void response.raw.setHeader('x-content-type-options', 'nosniff'),
  });
  const page = async (request: FastifyRequest, reply: FastifyReply) => {
    const { token } = request.query as { token?: unknown };
    const { frameAncestors, words } = await openingOf(token);
    reply.headers(pageHeaders(frameAncestors));
    const preloads = preloadsOf(words);
    if (preloads) reply.header('link', preloads);
    return reply.sendFile('index.html', join(pageDist, name), { cacheControl: false });
  };
  app.get(`/${name}`, page);
  app.get(`/${name}/`, page);
}
