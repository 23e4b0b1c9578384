import { randomUUID } from 'node:crypto';
import type { Account } from '../store/records.ts';
import type { Store } from '../store/store.ts';

const name = 'try';

/** The account of `/try`, apart from every merchant's; it has no key, so no signed call can use it. */
export async function ensureTryAccount(store: Store): Promise<Account> {
  const existing = await store.accounts.byName(name);
  if (existing) return existing;
  const account: Account = { id: randomUUID(), name, kind: 'try', ratePerSecond: 5 };
  await store.accounts.create(account);
  return account;
}
