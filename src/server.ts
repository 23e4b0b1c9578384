import fastify, { type FastifyBaseLogger, type FastifyInstance, LogController } from 'fastify';
import { registerPageApi } from './capture/page-api.ts';
import { registerPageAssets } from './capture/page-assets.ts';
import type { PageParts } from './capture/page-desk.ts';
import { openingOf } from './capture/page-opening.ts';
import { registerLogos } from './capture/rule-logo.ts';
import { type Readiness, registerHealth } from './operate/readiness.ts';
import { registerTry, type TryParts } from './try/try-api.ts';
import type { CallParts } from './wire/answer-call.ts';
import { registerWire, requestHeadLimitBytes } from './wire/door.ts';

export type ServerParts = {
  readonly log: FastifyBaseLogger;
  readonly trustProxy: boolean;
  readonly readiness: Readiness;
  readonly probe: () => Promise<void>;
  readonly wire: CallParts;
  readonly page: PageParts;
  /** Null where /try is not served. */
  readonly try: TryParts | null;
};

/** One port, its doors side by side: the vendor's API at `/`, the customer's page, `/try`, and health. */
export function buildServer(parts: ServerParts): FastifyInstance {
  const app = fastify({
    loggerInstance: parts.log,
    trustProxy: parts.trustProxy,
    // Page calls are many and say nothing; what matters is logged where it happens.
    logController: new LogController({ disableRequestLogging: true }),
    // A customer's phone may be slow, a silent connection is not: headers within 60 s, a body within 5 minutes.
    requestTimeout: 300_000,
    bodyLimit: 65_536,
    http: { maxHeaderSize: requestHeadLimitBytes },
    return503OnClosing: false,
  });
  registerHealth(app, parts.readiness, parts.probe);
  app.register(async (door) => registerWire(door, parts.wire));
  app.register(async (door) => {
    const { store } = parts.page;
    registerPageAssets(door, 'verify', (token) => openingOf(store, token));
    registerLogos(door, store);
    door.register(async (api) => registerPageApi(api, parts.page), { prefix: '/verify/api' });
  });
  const tryParts = parts.try;
  if (tryParts) {
    app.register(async (door) => {
      registerPageAssets(door, 'try');
      door.register(async (api) => registerTry(api, tryParts), { prefix: '/try/api' });
    });
  }
  return app;
}
