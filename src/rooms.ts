import { createCardReading } from './capture/card-reading.ts';
import { createChanges } from './capture/changes.ts';
import { createEarlierRecordings } from './capture/earlier-recordings.ts';
import { createJudging } from './capture/judging.ts';
import { createPageCalls } from './capture/page-calls.ts';
import type { PageParts } from './capture/page-desk.ts';
import { createTurns } from './capture/turns.ts';
import type { Config } from './config.ts';
import type { Addresses } from './operate/addresses.ts';
import type { Log } from './operate/log.ts';
import { startRetention } from './result/retention.ts';
import type { ServerParts } from './server.ts';
import type { Key } from './store/seal.ts';
import type { Store } from './store/store.ts';
import type { ApplyParts } from './token/apply.ts';
import { createRunCookies } from './try/run-cookie.ts';
import { ensureTryAccount } from './try/try-account.ts';
import type { TryParts } from './try/try-api.ts';
import type { CardReader } from './verify/card/card-verdict.ts';
import type { Judge } from './verify/judgement.ts';
import { createActions } from './wire/actions.ts';
import type { CallParts } from './wire/answer-call.ts';
import { createRateLimit } from './wire/rate-limit.ts';
import { createSigningKeys } from './wire/signing-keys.ts';

type Ground = {
  readonly config: Config;
  readonly log: Log & ServerParts['log'];
  readonly store: Store;
  readonly judge: Judge;
  readonly cardReader: CardReader;
  readonly scratchDir: string;
  readonly addresses: Addresses;
  readonly masterKey: Key;
  readonly isTryServed: boolean;
};

/** The rooms furnished: what each door needs, and the work that goes on behind them. */
export type Rooms = {
  readonly server: Omit<ServerParts, 'readiness' | 'probe'>;
  /** Call when the models are loaded: what was sent before a crash is still owed. */
  resume(): void;
  stop(): Promise<void>;
};

function applyParts({ config, store, judge, addresses }: Ground): ApplyParts {
  const { windowSeconds, readableSeconds, forbidDowngrade } = config;
  const { publicUrl } = addresses;
  const times = { now: Date.now, windowSeconds, readableSeconds };
  return { store, judge, publicUrl, ...times, forbidDowngrade };
}

function wireParts(ground: Ground): CallParts {
  return {
    findKey: (secretId) => ground.store.accounts.findKey(secretId),
    actions: createActions(applyParts(ground)),
    rateLimit: createRateLimit(),
    signingKeys: createSigningKeys(),
    publicHosts: [new URL(ground.addresses.publicUrl).host],
    now: Date.now,
    log: ground.log,
  };
}

async function tryParts(ground: Ground): Promise<TryParts | null> {
  if (!ground.isTryServed) return null;
  const { apiOrigin, publicUrl } = ground.addresses;
  return {
    apply: applyParts(ground),
    account: await ensureTryAccount(ground.store),
    cookies: createRunCookies(ground.masterKey),
    rateLimit: createRateLimit(),
    runsPerHour: ground.config.tryRunsPerHour,
    // A visitor from outside reaches the API where customers do.
    about: { apiOrigin: ground.config.publicUrl === '' ? apiOrigin : publicUrl, publicUrl },
  };
}

type Work = Pick<PageParts, 'changes' | 'judging' | 'cardReading'>;

function pageParts(ground: Ground, work: Work): PageParts {
  const { config, store, log, addresses } = ground;
  return {
    store,
    log,
    ...work,
    calls: createPageCalls(config),
    turns: createTurns(),
    now: Date.now,
    publicUrl: addresses.publicUrl,
    attemptLimits: { recordMs: config.recordMs, giveUpsLimit: config.giveUpsLimit },
    maxVideoBytes: config.maxVideoBytes,
    judgeQueueLimit: config.judgeQueueLimit,
  };
}

/** What is owed to customers, and who hears when it is done. */
function startWork({ config, log, store, judge, cardReader, scratchDir }: Ground): Work {
  const changes = createChanges();
  const shared = { store, changes, log, now: Date.now };
  const { spoofedAttemptsLimit: spoofLimit, refuseReplays } = config;
  const replays = { earlier: createEarlierRecordings({ store, log }), refuseReplays };
  return {
    changes,
    judging: createJudging({
      ...{ ...shared, ...replays, atOnce: config.judgeWorkers, judge, scratchDir, spoofLimit },
    }),
    cardReading: createCardReading({ ...shared, atOnce: config.cardWorkers, reader: cardReader }),
  };
}

/** Connects store, judge and doors, and starts what runs by itself: judging, reading and retention. */
export async function openRooms(ground: Ground): Promise<Rooms> {
  const { config, log, store } = ground;
  const work = startWork(ground);
  const retention = startRetention({
    ...{ store, log },
    now: Date.now,
    rememberErasedDays: config.rememberErasedDays,
    announce: (id) => work.changes.announce(id),
  });
  return {
    server: {
      log,
      trustProxy: config.trustProxy,
      wire: wireParts(ground),
      page: pageParts(ground, work),
      try: await tryParts(ground),
    },
    resume() {
      work.judging.nudge();
      work.cardReading.nudge();
    },
    async stop() {
      await Promise.all([work.judging.stop(), work.cardReading.stop()]);
      await retention.stop();
    },
  };
}
