import { createHash } from 'node:crypto';
import type { Compilable } from 'kysely';
import type { Audit } from '../store.ts';
import type { Database } from './database.ts';

const genesis = '0'.repeat(64);

function chainHash(previous: string, atMs: number, kind: string, body: string): string {
  return createHash('sha256')
    .update(JSON.stringify([previous, atMs, kind, body]))
    .digest('hex');
}

/**
 * One more line, as a statement of a transaction: made only when its turn comes, so that nothing, not even another
 * program, comes between reading the last hash and writing the next line.
 */
export function auditLine(
  database: Database,
  atMs: number,
  kind: string,
  content: Readonly<Record<string, unknown>>,
): Compilable {
  const { query } = database;
  const body = JSON.stringify(content);
  return {
    compile() {
      const newest = query.selectFrom('audit').select(query.fn.max<number>('id').as('id'));
      const [last] = database.rows(
        query.selectFrom('audit').select('hash').where('id', '=', newest).compile(),
      );
      const hash = chainHash(last?.hash ?? genesis, atMs, kind, body);
      return query.insertInto('audit').values({ atMs, kind, body, hash }).compile();
    },
  };
}

/**
 * The audit log. Each line's hash covers its content and the hash before it: a line changed, removed or put in
 * between breaks the chain from there on. (Cutting off the newest lines is seen only by whoever kept a later hash.)
 */
export function sqliteAudit(database: Database, now: () => number): Audit {
  const { query } = database;
  return {
    async append(kind, body) {
      database.together([auditLine(database, now(), kind, body)]);
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
