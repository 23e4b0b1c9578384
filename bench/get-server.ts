import { mkdtempSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fastify from 'fastify';
import { createLog } from '../src/operate/log.ts';
import { newKey } from '../src/store/seal.ts';
import { openSqliteStore } from '../src/store/sqlite/sqlite-store.ts';
import { createActions } from '../src/wire/actions.ts';
import { registerWire } from '../src/wire/door.ts';
import { createRateLimit } from '../src/wire/rate-limit.ts';
import { createSigningKeys } from '../src/wire/signing-keys.ts';
import { issue } from '../test/support/issued.ts';
import { benchKey } from './sign-tc3.ts';

/** The wire door over a real store with one verification in it, under an account of its own with a high rate. */
const store = await openSqliteStore({
  dataDir: mkdtempSync(join(tmpdir(), 'selfsame-bench-')),
  masterKey: newKey(),
});
await store.accounts.create({ id: 'account', name: 'bench', kind: 'merchant', ratePerSecond: 1_000_000 });
await store.accounts.addKey('account', benchKey.secretId, benchKey.secretKey, Date.now());
const { token } = await issue(store);
const log = createLog('warn');
const app = fastify();
app.register(async (door) =>
  registerWire(door, {
    findKey: (secretId) => store.accounts.findKey(secretId),
    actions: createActions({
      store,
      // No photo is looked at here: Get alone is measured.
      judge: { judge: refuse, inspectPortrait: refuse, toMp4: refuse, close: async () => undefined },
      now: Date.now,
      publicUrl: 'http://127.0.0.1',
      windowSeconds: 600,
      readableSeconds: 259_200,
      forbidDowngrade: false,
    }),
    rateLimit: createRateLimit(),
    signingKeys: createSigningKeys(),
    publicHosts: [],
    now: Date.now,
    log,
  }),
);
await app.listen({ port: 0, host: '127.0.0.1' });
process.once('SIGINT', () => process.exit(0));
const { port } = app.server.address() as AddressInfo;
process.stdout.write(`${JSON.stringify({ port, token })}\n`);

async function refuse(): Promise<never> {
  throw new Error('the bench judges nothing');
}
