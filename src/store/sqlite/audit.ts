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
export function sqliteAudit({ query }: Database, now: () => number): Audit {
  let queue: Promise<unknown> = Promise.resolve();

  async function write(kind: string, body: string): Promise<void> {
    const last = await query
      .selectFrom('audit')
      .select('hash')
      .orderBy('id', 'desc')
      .limit(1)
      .executeTakeFirst();
    const atMs = now();
    const hash = chainHash(last?.hash ?? genesis, atMs, kind, body);
    await query.insertInto('audit').values({ atMs, kind, body, hash }).execute();
  }

  return {
    append(kind, body) {
      // One after the other: each line needs the hash of the one before it.
      const written = queue.then(() => write(kind, JSON.stringify(body)));
      queue = written.catch(() => undefined);
      return written;
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
