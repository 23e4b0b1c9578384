import type { Store } from '../store/store.ts';
import { runningAttempt } from '../token/attempts-made.ts';
import { isTerminal } from '../token/stages.ts';
import type { Standing } from '../token/standing.ts';
import { dropPieces } from '../token/unsubmitted.ts';
import { holderOf, newSecret, secretHash, type Visitor } from './holder.ts';
import { Refused } from './refused.ts';

/** A hand-over link is taken within 5 minutes, once (contracts §7). */
export const handoverMs = 300_000;

/** The cookie that a browser must be given, null when it has it already. */
export type Bound = { readonly newCookie: string | null };

async function bindFirst(
  store: Store,
  { verification }: Standing,
  tabId: string,
  nowMs: number,
): Promise<Bound> {
  const newCookie = newSecret();
  const binding = { bindingHash: secretHash(newCookie), tabId };
  if (!(await store.verifications.amend(verification.id, binding, { bindingHash: null }))) {
    throw new Refused('not-yours');
  }
  await store.verifications.move(verification.id, 'issued', 'opened', { openedAtMs: nowMs });
  return { newCookie };
}

/** A recording under way belongs to the browser or tab that loses the verification: given up, uncharged. */
async function giveUpRunning(store: Store, { attempts }: Standing): Promise<void> {
  const running = runningAttempt(attempts);
  if (!running || running.stage === 'submitted') return;
  await store.attempts.amend(running.seq, { stage: 'void' });
  await dropPieces(store, running);
}

async function takeHandover(
  store: Store,
  standing: Standing,
  code: string,
  tabId: string,
  nowMs: number,
): Promise<Bound> {
  const { verification } = standing;
  const { handoverHash, handoverExpiresAtMs, bindingHash, formerBindingHashes } = verification;
  const isGood = handoverHash === secretHash(code) && (handoverExpiresAtMs ?? 0) > nowMs;
  if (!isGood || bindingHash === null) throw new Refused('handover-spent');
  const newCookie = newSecret();
  const changes = {
    bindingHash: secretHash(newCookie),
    tabId,
    formerBindingHashes: [...formerBindingHashes, bindingHash],
    handoverHash: null,
    handoverExpiresAtMs: null,
  };
  if (!(await store.verifications.amend(verification.id, changes, { handoverHash }))) {
    throw new Refused('handover-spent');
  }
  await giveUpRunning(store, standing);
  return { newCookie };
}

/**
 * The customer's tap: binds the first browser that makes it, moves the binding to whoever brings a fresh hand-over
 * code, and lets another tab of the bound browser take over. Everybody else is turned down.
 */
export async function bind(
  store: Store,
  standing: Standing,
  visitor: Visitor,
  handoverCode: string | null,
  nowMs: number,
): Promise<Bound> {
  const { verification } = standing;
  const { tabId } = visitor;
  if (isTerminal(verification.stage)) throw new Refused('ended');
  if (tabId === null) throw new Refused('bad-request');
  const holder = holderOf(verification, visitor);
  if (holder === 'nobody') return await bindFirst(store, standing, tabId, nowMs);
  if (holder === 'other-tab') {
    await giveUpRunning(store, standing);
    await store.verifications.amend(verification.id, { tabId });
  }
  if (holder === 'other-tab' || holder === 'this-tab') return { newCookie: null };
  if (handoverCode !== null) return await takeHandover(store, standing, handoverCode, tabId, nowMs);
  throw new Refused('not-yours');
}

/** Makes a fresh hand-over code; an earlier one is void. */
export async function offerHandover(
  store: Store,
  { verification }: Standing,
  nowMs: number,
): Promise<string> {
  const code = newSecret();
  const changes = { handoverHash: secretHash(code), handoverExpiresAtMs: nowMs + handoverMs };
  await store.verifications.amend(verification.id, changes);
  return code;
}
