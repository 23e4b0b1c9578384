import type { FastifyInstance } from 'fastify';
import type { Store } from '../store/store.ts';

/** Serves the pictures of rules by their hash, `ShownLogo.url`: what is there never changes, so browsers keep it. */
export function registerLogos(app: FastifyInstance, store: Store): void {
  app.get<{ Params: { sha256: string } }>('/verify/logo/:sha256', async (request, reply) => {
    const { sha256 } = request.params;
    const logo = /^[0-9a-f]{64}$/.test(sha256) ? await store.rules.logo(sha256) : null;
    if (!logo) return reply.code(404).header('cache-control', 'no-store').send();
    return reply
      .headers({
        'content-type': logo.type,
        'cache-control': 'public, max-age=31536000, immutable',
        'x-content-type-options': 'nosniff',
        // Asked for by itself it is a picture and nothing else.
        'content-security-policy': "default-src 'none'; sandbox",
        'cross-origin-resource-policy': 'same-origin',
      })
      .send(Buffer.from(logo.bytes));
  });
}
