import { createChanges } from './capture/changes.ts';
import { createJudging, type Judging } from './capture/judging.ts';
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
  readonly scratchDir: string;
  readonly addresses: Addresses;
  readonly masterKey: Key;
  readonly isTryServed: boolean;
};

/** The rooms furnished: what each door needs, and the work that goes on behind them. */
export type Rooms = {
  readonly server: Omit<ServerParts, 'readiness' | 'probe'>;
  readonly judging: Judging;
  stop(): Promise<void>;
};

function applyParts({ config, store, judge, addresses }: Ground): ApplyParts {
  const { windowSeconds, readableSeconds, forbidDowngrade } = config;
  const { publicUrl } = addresses;
  return { store, judge, now: Date.now, publicUrl, windowSeconds, readableSeconds, forbidDowngrade };
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

function pageParts(ground: Ground, changes: PageParts['changes'], judging: Judging): PageParts {
  const { config, store, log, addresses } = ground;
  return {
    store,
    log,
    changes,
    judging,
    calls: createPageCalls(config),
    turns: createTurns(),
    now: Date.now,
    publicUrl: addresses.publicUrl,
    recordMs: config.recordMs,
    maxVideoBytes: config.maxVideoBytes,
    judgeQueueLimit: config.judgeQueueLimit,
  };
}

/** Connects store, judge and doors, and starts what runs by itself: judging and retention. */
export async function openRooms(ground: Ground): Promise<Rooms> {
  const { config, log, store, judge, scratchDir } = ground;
  const changes = createChanges();
  const judging = createJudging({
    ...{ store, judge, changes, log, scratchDir },
    now: Date.now,
    atOnce: config.judgeWorkers,
    spoofLimit: config.spoofedAttemptsLimit,
  });
  const retention = startRetention({
    ...{ store, log },
    now: Date.now,
    rememberErasedDays: config.rememberErasedDays,
    announce: (id) => changes.announce(id),
  });
  return {
    server: {
      log,
      trustProxy: config.trustProxy,
      wire: wireParts(ground),
      page: pageParts(ground, changes, judging),
      try: await tryParts(ground),
    },
    judging,
    async stop() {
      await judging.stop();
      await retention.stop();
    },
  };
}
