import { existsSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply } from 'fastify';

/**
 * Headers of every page that we serve: no inline code, no foreign host, no frame, the camera for ourselves alone
 * (W3C CSP 3, Permissions Policy).
 */
const pageHeaders = {
  'content-security-policy': [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' blob: data:",
    "media-src 'self' blob:",
    "connect-src 'self'",
    "worker-src 'self'",
    "font-src 'self'",
    "frame-ancestors 'none'",
    "form-action 'none'",
    "base-uri 'none'",
  ].join('; '),
  'permissions-policy': 'camera=(self), microphone=(), geolocation=()',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'x-content-type-options': 'nosniff',
  'cache-control': 'no-store',
} as const;

/** Where `vite build` puts the browser programs. */
const pageDist = new URL('../../page/dist/', import.meta.url).pathname;

/** Whether the customer's page is there to be served. */
export function pageIsBuilt(): boolean {
  return existsSync(join(pageDist, 'verify', 'index.html'));
}

/**
 * Serves one browser program: its page at `/NAME`, its assets, whose names carry their hash, at `/NAME/assets/`.
 * Asking for a page has no effect: messengers pre-fetch links.
 */
export function registerPageAssets(app: FastifyInstance, name: 'verify' | 'try'): void {
  app.register(fastifyStatic, {
    root: join(pageDist, name, 'assets'),
    prefix: `/${name}/assets/`,
    immutable: true,
    maxAge: '365d',
    index: false,
    preCompressed: true,
    setHeaders: (response) => void response.raw.setHeader('x-content-type-options', 'nosniff'),
  });
  const page = (_request: unknown, reply: FastifyReply) =>
    reply.headers(pageHeaders).sendFile('index.html', join(pageDist, name), { cacheControl: false });
  app.get(`/${name}`, page);
  app.get(`/${name}/`, page);
}
