import type { AccessKey } from '../records.ts';
import { type Key, seal, unseal } from '../seal.ts';
import type { Accounts } from '../store.ts';
import type { Database } from './database.ts';

const activeKeyLimit = 2;

/** How long a key may be served from memory. A key made or disabled by another process is in force within 1 s. */
const cacheMs = 500;

function actionsOf(json: string | null): AccessKey['actions'] {
  return json === null ? null : (JSON.parse(json) as string[]);
}

/** Accounts and their keys; the secret halves are sealed under the master key, bound to their ids. */
export function sqliteAccounts(database: Database, masterKey: Key): Accounts {
  const { query } = database;
  const recent = new Map<string, { readonly key: AccessKey | null; readonly atMs: number }>();

  async function readKey(secretId: string): Promise<AccessKey | null> {
    const row = await query
      .selectFrom('accessKeys')
      .innerJoin('accounts', 'accounts.id', 'accessKeys.accountId')
      .selectAll()
      .where('secretId', '=', secretId)
      .executeTakeFirst();
    if (!row) return null;
    return {
      secretId,
      secretKey: unseal(masterKey, row.sealedSecretKey, `key/${secretId}`).toString(),
      account: { id: row.accountId, name: row.name, kind: row.kind, ratePerSecond: row.ratePerSecond },
      actions: actionsOf(row.actions),
      createdAtMs: row.createdAtMs,
      disabledAtMs: row.disabledAtMs,
    };
  }

  async function countActive(accountId: string): Promise<number> {
    const { active } = await query
      .selectFrom('accessKeys')
      .select(query.fn.countAll<number>().as('active'))
      .where('accountId', '=', accountId)
      .where('disabledAtMs', 'is', null)
      .executeTakeFirstOrThrow();
    return active;
  }

  return {
    async create(account) {
      await query.insertInto('accounts').values(account).execute();
    },
    async byName(name) {
      return (
        (await query.selectFrom('accounts').selectAll().where('name', '=', name).executeTakeFirst()) ?? null
      );
    },
    async setRate(accountId, ratePerSecond) {
      await query.updateTable('accounts').set({ ratePerSecond }).where('id', '=', accountId).execute();
      recent.clear();
    },
    async addKey(accountId, secretId, secretKey, nowMs, actions) {
      if ((await countActive(accountId)) >= activeKeyLimit) return 'two-already';
      const sealedSecretKey = seal(masterKey, Buffer.from(secretKey), `key/${secretId}`);
      await query
        .insertInto('accessKeys')
        .values({
          ...{ secretId, accountId, sealedSecretKey, createdAtMs: nowMs, disabledAtMs: null },
          actions: actions ? JSON.stringify(actions) : null,
        })
        .execute();
      recent.delete(secretId);
      return 'added';
    },
    async findKey(secretId) {
      const nowMs = Date.now();
      const known = recent.get(secretId);
      if (known && nowMs - known.atMs < cacheMs) return known.key;
      const key = await readKey(secretId);
      if (recent.size >= 10_000) recent.clear();
      recent.set(secretId, { key, atMs: nowMs });
      return key;
    },
    async listKeys() {
      const rows = await query
        .selectFrom('accessKeys')
        .innerJoin('accounts', 'accounts.id', 'accessKeys.accountId')
        .select(['secretId', 'accountId', 'createdAtMs', 'disabledAtMs', 'actions'])
        .select(['name', 'kind', 'ratePerSecond'])
        .orderBy('createdAtMs')
        .execute();
      return rows.map(({ accountId, name, kind, ratePerSecond, actions, ...key }) => ({
        ...key,
        actions: actionsOf(actions),
        account: { id: accountId, name, kind, ratePerSecond },
      }));
    },
    async disableKey(secretId, nowMs) {
      const { numUpdatedRows } = await query
        .updateTable('accessKeys')
        .set({ disabledAtMs: nowMs })
        .where('secretId', '=', secretId)
        .where('disabledAtMs', 'is', null)
        .executeTakeFirst();
      recent.delete(secretId);
      return numUpdatedRows > 0n;
    },
  };
}
