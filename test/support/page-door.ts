import fastify, { type FastifyInstance } from 'fastify';
import { pino } from 'pino';
import type { OwedWork } from '../../src/capture/owed-work.ts';
import { registerPageApi } from '../../src/capture/page-api.ts';
import { createPageCalls } from '../../src/capture/page-calls.ts';
import type { PageParts } from '../../src/capture/page-desk.ts';
import { createTurns } from '../../src/capture/turns.ts';

type Given = Pick<PageParts, 'store' | 'now' | 'changes'> & { readonly nudged: () => void };

/** The page's API as the server mounts it, with nobody behind it who judges or reads: it matters that they are told. */
export function buildPageDoor({ nudged, ...given }: Given): FastifyInstance {
  const work: OwedWork = { nudge: nudged, stop: async () => undefined };
  const app = fastify();
  const parts: PageParts = {
    ...given,
    calls: createPageCalls({ pageCallsPerMinute: 200, tokenCallsPerMinute: 60 }),
    judging: work,
    cardReading: work,
    turns: createTurns(),
    log: pino({ level: 'silent' }),
    publicUrl: 'https://kyc.example',
    attemptLimits: { recordMs: 4000, giveUpsLimit: 5 },
    maxVideoBytes: 1_000_000,
    judgeQueueLimit: 3,
  };
  app.register(async (api) => registerPageApi(api, parts), { prefix: '/verify/api' });
  return app;
}
