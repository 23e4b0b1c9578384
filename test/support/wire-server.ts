import { mkdtempSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fastify, { type FastifyInstance } from 'fastify';
import { pino } from 'pino';
import { type Credentials, newCredentials } from '../../src/operate/credentials.ts';
import { newKey } from '../../src/store/seal.ts';
import { openSqliteStore } from '../../src/store/sqlite/sqlite-store.ts';
import type { Store } from '../../src/store/store.ts';
import { createJudge } from '../../src/verify/pool.ts';
import { namedScale } from '../../src/verify/similarity.ts';
import { createActions } from '../../src/wire/actions.ts';
import { registerWire, requestHeadLimitBytes } from '../../src/wire/door.ts';
import { createRateLimit } from '../../src/wire/rate-limit.ts';
import { createSigningKeys } from '../../src/wire/signing-keys.ts';

/** The wire door alone, listening, over a real store and a real judge. */
export type WireServer = {
  readonly app: FastifyInstance;
  readonly port: number;
  readonly store: Store;
  readonly credentials: Credentials;
  /** What the server takes for the present; tests move it. */
  readonly clock: { nowMs: () => number };
  readonly log: string[];
  stop(): Promise<void>;
};

type Options = {
  readonly ratePerSecond?: number;
  readonly forbidDowngrade?: boolean;
};

export async function startWireServer(options: Options = {}): Promise<WireServer> {
  const folder = mkdtempSync(join(tmpdir(), 'selfsame-wire-'));
  const store = await openSqliteStore({ dataDir: join(folder, 'data'), masterKey: newKey() });
  const credentials = newCredentials();
  const { ratePerSecond = 1_000_000, forbidDowngrade = false } = options;
  await store.accounts.create({ id: 'account', name: 'shop', kind: 'merchant', ratePerSecond });
  await store.accounts.addKey('account', credentials.secretId, credentials.secretKey, Date.now());
  const scale = namedScale('default');
  const judge = await createJudge({ workers: 1, queueLimit: 16, scratchDir: folder, scale });
  const clock = { nowMs: () => Date.now() };
  const now = () => clock.nowMs();
  const log: string[] = [];
  const app = fastify({ http: { maxHeaderSize: requestHeadLimitBytes } });
  app.register(async (door) =>
    registerWire(door, {
      findKey: (secretId) => store.accounts.findKey(secretId),
      actions: createActions({
        ...{ store, judge, now, forbidDowngrade },
        publicUrl: 'https://kyc.example',
        windowSeconds: 600,
        readableSeconds: 259_200,
      }),
      rateLimit: createRateLimit(),
      signingKeys: createSigningKeys(),
      publicHosts: ['kyc.example'],
      now,
      log: pino(
        { level: 'warn', serializers: { error: pino.stdSerializers.err } },
        { write: (line: string) => void log.push(line) },
      ),
    }),
  );
  await app.listen({ port: 0, host: '127.0.0.1' });
  const { port } = app.server.address() as AddressInfo;
  return {
    ...{ app, port, store, credentials, clock, log },
    async stop() {
      await app.close();
      await judge.close();
      await store.close().catch(() => undefined);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
