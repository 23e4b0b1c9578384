import type { FastifyRequest } from 'fastify';
import type { Log } from '../operate/log.ts';
import type { Store } from '../store/store.ts';
import { settleById } from '../token/settle.ts';
import type { AttemptLimits } from './attempts.ts';
import type { Changes } from './changes.ts';
import { holderOf } from './holder.ts';
import type { OwedWork } from './owed-work.ts';
import type { PageCalls } from './page-calls.ts';
import { type Caller, identify } from './page-gate.ts';
import type { PageView } from './page-shapes.ts';
import { pageView } from './page-view.ts';
import { Refused } from './refused.ts';
import { ruleOf } from './rule-of.ts';
import type { Turns } from './turns.ts';

export type PageParts = {
  readonly store: Store;
  readonly calls: PageCalls;
  readonly changes: Changes;
  readonly judging: OwedWork;
  readonly cardReading: OwedWork;
  readonly turns: Turns;
  readonly log: Log;
  readonly now: () => number;
  readonly publicUrl: string;
  readonly attemptLimits: AttemptLimits;
  readonly maxVideoBytes: number;
  /** Recordings that may wait for the judge, and cards for the reader, before new ones are turned away. */
  readonly judgeQueueLimit: number;
};

/** What every page call goes through: who asks, about what, and what the browser is shown afterwards. */
export type PageDesk = {
  identified(request: FastifyRequest): Promise<Caller>;
  view(caller: Caller): Promise<PageView>;
  /** Does one piece of work; for one verification never two at a time. The open pages learn of it. */
  inTurn<Result>(request: FastifyRequest, work: (caller: Caller) => Promise<Result>): Promise<Result>;
};

export function createPageDesk(parts: PageParts): PageDesk {
  const { store, now, changes } = parts;

  async function upToDate(caller: Caller): Promise<Caller> {
    const standing = await settleById(store, caller.standing.verification.id, now());
    if (!standing) throw new Refused('unknown-token');
    return { ...caller, standing, holder: holderOf(standing.verification, caller.visitor) };
  }

  return {
    identified: (request) => identify(store, parts.calls, request, now()),
    async view(caller) {
      const { standing, holder } = await upToDate(caller);
      const rule = await ruleOf(store, standing.verification);
      return pageView(standing, rule, holder, caller.token, now(), parts.maxVideoBytes);
    },
    async inTurn(request, work) {
      const first = await identify(store, parts.calls, request, now());
      const { id } = first.standing.verification;
      return await parts.turns(id, async () => {
        const result = await work(await upToDate(first));
        changes.announce(id);
        return result;
      });
    },
  };
}
