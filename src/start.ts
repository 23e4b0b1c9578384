import { mkdirSync, rmSync } from 'node:fs';
import { createServer as createSecureServer, type Server as SecureServer } from 'node:https';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { pageIsBuilt } from './capture/page-assets.ts';
import type { Config } from './config.ts';
import { type Addresses, addressesOf, isTryServed } from './operate/addresses.ts';
import { bannerText } from './operate/banner.ts';
import { ensureCertificate } from './operate/certificate.ts';
import { type Credentials, credentialsPath, ensureFirstAccount } from './operate/credentials.ts';
import { type JudgeLater, judgeLater } from './operate/judge-later.ts';
import { createLog } from './operate/log.ts';
import { createReadiness, type Readiness } from './operate/readiness.ts';
import { openRooms } from './rooms.ts';
import { buildServer } from './server.ts';
import { loadMasterKey } from './store/master-key.ts';
import { openSqliteStore } from './store/sqlite/sqlite-store.ts';
import type { Store } from './store/store.ts';
import { createCardReader } from './verify/card/card-pool.ts';
import type { CardReader } from './verify/card/card-verdict.ts';
import { checkCardModels } from './verify/card/check-card-models.ts';
import { createJudge } from './verify/pool.ts';
import { loadScale, type SimilarityScale } from './verify/similarity.ts';
import { type FaceModel, faceModelOf } from './vision/face-model.ts';
import { requestHeadLimitBytes } from './wire/door.ts';

/** A running server. */
export type Program = {
  /** Takes no new calls, finishes what is being judged (the rest stays queued on disk), closes the store. */
  stop(): Promise<void>;
};

/** The decoder's scratch: private, and empty at every start, whatever a crash left in it. */
function emptyScratch(dataDir: string): string {
  const scratchDir = join(dataDir, 'scratch');
  rmSync(scratchDir, { recursive: true, force: true });
  mkdirSync(scratchDir, { recursive: true, mode: 0o700 });
  return scratchDir;
}

/** Starts loading the models; the server listens meanwhile and says that it is not ready. */
function startJudge(
  config: Config,
  scratchDir: string,
  scale: SimilarityScale,
  readiness: Readiness,
  faceModel: FaceModel | null,
): JudgeLater {
  const { judgeWorkers: workers, judgeQueueLimit: queueLimit } = config;
  const load = async () => {
    checkCardModels();
    return createJudge({ workers, queueLimit, scratchDir, scale, faceModel });
  };
  const loading = load();
  loading.then(
    () => readiness.done('models'),
    (error: Error) => readiness.failed('models', error.message),
  );
  return judgeLater(loading);
}

/** Loads nothing yet. */
function startCardReader({
  cardWorkers: workers,
  judgeQueueLimit: queueLimit,
  cardIdleSeconds,
}: Config): CardReader {
  return createCardReader({ workers, queueLimit, idleMs: cardIdleSeconds * 1000 });
}

async function listenSecurely(app: FastifyInstance, config: Config): Promise<SecureServer | null> {
  const { https } = addressesOf(config);
  if (!https) return null;
  const certificate = await ensureCertificate(config.dataDir);
  const options = { ...certificate, maxHeaderSize: requestHeadLimitBytes };
  const server = createSecureServer(options, (request, response) => app.routing(request, response));
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(https.port, https.host, resolve);
  });
  return server;
}

/** Resolves once everything is ready; throws with the reasons when something never will be. */
async function becomeReady(
  store: Store,
  judge: JudgeLater,
  dataDir: string,
  readiness: Readiness,
): Promise<Credentials | null> {
  const made = await ensureFirstAccount(store, dataDir);
  readiness.done('credentials');
  await judge.ready();
  return made;
}

async function showBanner(
  config: Config,
  addresses: Addresses,
  scale: SimilarityScale,
  madeKey: Credentials | null,
  withTry: boolean,
): Promise<void> {
  const tryUrl = withTry ? `${addresses.publicUrl}/try` : null;
  const credentialsFile = credentialsPath(config.dataDir);
  process.stdout.write(bannerText({ addresses, tryUrl, madeKey, credentialsFile, scale }));
}

/** Opens the store, starts the judge, listens, and says so. */
export async function startProgram(config: Config): Promise<Program> {
  const log = createLog();
  mkdirSync(config.dataDir, { recursive: true, mode: 0o700 });
  const masterKey = loadMasterKey(config.dataDir, config.masterKeyFile || null, process.env);
  const store = await openSqliteStore({
    dataDir: config.dataDir,
    masterKey: masterKey.key,
    removeOrphans: true,
  });
  const addresses = addressesOf(config);
  const withTry = isTryServed(config);
  const faceModel = faceModelOf(config);
  const scale = loadScale(config.scaleProfile, config.dataDir, faceModel);
  const scratchDir = emptyScratch(config.dataDir);
  const readiness = createReadiness(['models', 'credentials', 'page']);
  const judge = startJudge(config, scratchDir, scale, readiness, faceModel);
  if (pageIsBuilt()) readiness.done('page');
  else readiness.failed('page', 'not built; run `npm start`, which builds it');
  const cardReader = startCardReader(config);
  const rooms = await openRooms({
    config,
    log,
    store,
    judge,
    cardReader,
    scratchDir,
    addresses,
    masterKey: masterKey.key,
    isTryServed: withTry,
  });
  const app = buildServer({ ...rooms.server, readiness, probe: () => store.probe() });
  await app.listen({ port: addresses.http.port, host: addresses.http.host });
  const secure = await listenSecurely(app, config);
  const madeKey = await becomeReady(store, judge, config.dataDir, readiness);
  rooms.resume();
  await showBanner(config, addresses, scale, madeKey, withTry);
  return {
    async stop() {
      await Promise.all([
        app.close(),
        new Promise((resolve) => (secure ? secure.close(resolve) : resolve(null))),
      ]);
      await rooms.stop();
      await judge.close();
      await cardReader.close();
      await store.close();
    },
  };
}
