import { createHash } from 'node:crypto';
import type { Audit } from '../store.ts';
import type { Database } from './database.ts';

const genesis = '0'.repeat(64);

function chainHash(previous: string, atMs: number, kind: string, body: string): string {
  return createHash('sha256')
    .update(JSON.stringify([previous, atMs, kind, body]))
    .digest('hex');
}

/**
 * The audit log. Each line's hash covers its content and the hash before it: a line changed, removed or put in
 * between breaks the chain from there on. (Cutting off the newest lines is seen only by whoever kept a later hash.)
 */
export function sqliteAudit(database: Database, now: () => number): Audit {
  const { query } = database;
  const newest = query.selectFrom('audit').select(query.fn.max<number>('id').as('id'));
  const lastHash = query.selectFrom('audit').select('hash').where('id', '=', newest).compile();
  const line = { atMs: 0, kind: '', body: '', hash: '' };
  const insert = query.insertInto('audit').values(line).compile();

  return {
    async append(kind, body) {
      const text = JSON.stringify(body);
      // Nothing may come between reading the last hash and writing the next line, not from another program either.
      database.alone(() => {
        const [last] = database.rows(lastHash);
        const atMs = now();
        const hash = chainHash(last?.hash ?? genesis, atMs, kind, text);
        database.rows(insert, atMs, kind, text, hash);
      });
    },
    async firstBroken() {
      let previous = genesis;
      const rows = query.selectFrom('audit').selectAll().orderBy('id').stream();
      for await (const { hash, ...line } of rows) {
        if (hash !== chainHash(previous, line.atMs, line.kind, line.body)) return line;
        previous = hash;
      }
      return null;
    },
    async lines(afterId, limit) {
      const columns = ['id', 'atMs', 'kind', 'body'] as const;
      return await query
        .selectFrom('audit')
        .select(columns)
        .where('id', '>', afterId)
        .orderBy('id')
        .limit(limit)
        .execute();
    },
  };
}
