import type { Selectable } from 'kysely';
import type { Rule } from '../records.ts';
import type { Rules } from '../store.ts';
import type { Database } from './database.ts';
import type { Tables } from './tables.ts';
import { whileUnchanged } from './unchanged.ts';

type Row = Omit<Selectable<Tables['rules']>, 'logo' | 'deletedAtMs'>;

const columns = ['revision', 'id', 'accountId', 'name', 'content', 'logoSha256', 'createdAtMs'] as const;

function fromRow({ content, ...row }: Row): Rule {
  const { config, agreement, redirectHosts, frame, logo } = JSON.parse(content);
  const { logoSha256, ...plain } = row;
  return {
    ...plain,
    ...{ config, agreement, redirectHosts, frame },
    logo: logoSha256 === null ? null : { ...logo, sha256: logoSha256 },
  };
}

function contentOf({ config, agreement, redirectHosts, frame, logo }: Rule): string {
  const shape = logo && { type: logo.type, width: logo.width, height: logo.height };
  return JSON.stringify({ config, agreement, redirectHosts, frame, logo: shape });
}

/** Rules as rows that never change: taking one back only marks it, for verifications may still point at it. */
export function sqliteRules(database: Database): Rules {
  const { query } = database;
  const all = () => query.selectFrom('rules').select(columns);
  const byRevision = all().where('revision', '=', '').compile();
  const recent = whileUnchanged<Rule | null>(database);

  return {
    async add(rule, logo) {
      const { revision, id, accountId, name, createdAtMs } = rule;
      const logoSha256 = rule.logo?.sha256 ?? null;
      const row = { revision, id, accountId, name, createdAtMs, logo, logoSha256, deletedAtMs: null };
      await query
        .insertInto('rules')
        .values({ ...row, content: contentOf(rule) })
        .execute();
    },
    async inForce(accountId, id) {
      const row = await all()
        .where('id', '=', id)
        .where('accountId', '=', accountId)
        .where('deletedAtMs', 'is', null)
        .executeTakeFirst();
      return row ? fromRow(row) : null;
    },
    async byRevision(revision) {
      return recent.of(revision, () => {
        const [row] = database.rows<Row>(byRevision, revision);
        return row ? fromRow(row) : null;
      });
    },
    async list() {
      const rows = await query
        .selectFrom('rules')
        .innerJoin('accounts', 'accounts.id', 'rules.accountId')
        .select([...columns.map((column) => `rules.${column}` as const), 'accounts.name as accountName'])
        .where('deletedAtMs', 'is', null)
        .orderBy('createdAtMs')
        .execute();
      return rows.map(({ accountName, ...row }) => ({ ...fromRow(row), accountName }));
    },
    async remove(id, nowMs) {
      const { numUpdatedRows } = await query
        .updateTable('rules')
        .set({ deletedAtMs: nowMs })
        .where('id', '=', id)
        .where('deletedAtMs', 'is', null)
        .executeTakeFirst();
      return numUpdatedRows > 0n;
    },
    async logo(sha256) {
      const row = await query
        .selectFrom('rules')
        .select(['logo', 'content'])
        .where('logoSha256', '=', sha256)
        .executeTakeFirst();
      if (!row?.logo) return null;
      return { bytes: row.logo, type: JSON.parse(row.content).logo.type };
    },
    async forgetRemoved(removedBeforeMs) {
      await query
        .deleteFrom('rules')
        .where('deletedAtMs', '<', removedBeforeMs)
        .where(({ not, exists, selectFrom }) =>
          not(
            exists(
              selectFrom('verifications')
                .select('verifications.id')
                .whereRef('verifications.ruleRevision', '=', 'rules.revision'),
            ),
          ),
        )
        .execute();
    },
  };
}
