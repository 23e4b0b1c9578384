import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite';
import { type Compilable, type CompiledQuery, Kysely, type SqliteDatabase, SqliteDialect } from 'kysely';
import type { Tables } from './tables.ts';

/** One SQLite file: Kysely for single statements, `together` for those that must stand or fall as one. */
export type Database = {
  readonly query: Kysely<Tables>;
  /**
   * Runs statements in one transaction and returns the number of rows that each one changed. `proceed` is asked
   * after the first: false rolls all back. Synchronous from begin to commit, so nothing can come between; each is
   * compiled when its turn comes, and may read what those before it wrote.
   */
  together(statements: readonly Compilable[], proceed?: (firstChanged: number) => boolean): readonly number[];
  /**
   * Runs a query that was compiled once: what every call of the API reads. Building the same SQL again for each call
   * cost more than running it.
   */
  rows<Row>(query: CompiledQuery<Row>, ...parameters: readonly SQLInputValue[]): readonly Row[];
  /**
   * Another text whenever anything in the file may have changed since, by us or by another program (SQLite's
   * `data_version`). Looked up once in a turn of the event loop: calls that came together see the file together.
   */
  version(): string;
  /** Moves the write-ahead log into the file and empties it, so that erased bytes are in neither. */
  truncateLog(): void;
  close(): Promise<void>;
};

const pragmas = [
  'journal_mode = WAL',
  // An acknowledged write survives a power cut: SQLite syncs the log at every commit (sqlite.org/pragma, synchronous).
  'synchronous = FULL',
  'busy_timeout = 5000',
  'foreign_keys = ON',
  // Deleted content is overwritten with zeros: erasing means gone, not unlinked.
  'secure_delete = ON',
];

/** Counts what we write ourselves, which `data_version` leaves out. */
type Writes = { count: number };

function versionOf(file: DatabaseSync, writes: Writes): () => string {
  const dataVersion = file.prepare('PRAGMA data_version');
  let ofOthers: unknown = null;
  return () => {
    if (ofOthers === null) {
      ofOthers = dataVersion.get()?.data_version;
      setImmediate(() => {
        ofOthers = null;
      });
    }
    return `${ofOthers} ${writes.count}`;
  };
}

type Prepared = { readonly statement: StatementSync; readonly reader: boolean };

function prepareOnce(file: DatabaseSync): (sql: string) => Prepared {
  const prepared = new Map<string, Prepared>();
  return (sql) => {
    const known = prepared.get(sql);
    if (known) return known;
    const statement = file.prepare(sql);
    const entry = { statement, reader: statement.columns().length > 0 };
    // Our statements are few and fixed; the bound only guards against a future that builds them endlessly.
    if (prepared.size < 500) prepared.set(sql, entry);
    return entry;
  };
}

function forKysely(file: DatabaseSync, prepare: (sql: string) => Prepared, writes: Writes): SqliteDatabase {
  return {
    close: () => file.close(),
    prepare(sql) {
      const { statement, reader } = prepare(sql);
      return {
        reader,
        all: (parameters) => statement.all(...(parameters as SQLInputValue[])),
        run: (parameters) => {
          writes.count += 1;
          return statement.run(...(parameters as SQLInputValue[]));
        },
        iterate: (parameters) => statement.iterate(...(parameters as SQLInputValue[])),
      };
    },
  };
}

/** Opens (or makes) the SQLite file. */
export function openDatabase(path: string): Database {
  const file = new DatabaseSync(path);
  for (const pragma of pragmas) file.exec(`PRAGMA ${pragma}`);
  const prepare = prepareOnce(file);
  const writes: Writes = { count: 0 };
  const driver = forKysely(file, prepare, writes);
  const query = new Kysely<Tables>({ dialect: new SqliteDialect({ database: driver }) });
  return {
    query,
    together(statements, proceed = () => true) {
      writes.count += 1;
      file.exec('BEGIN IMMEDIATE');
      try {
        const changed: number[] = [];
        for (const statement of statements) {
          const { sql, parameters } = statement.compile();
          changed.push(Number(prepare(sql).statement.run(...(parameters as SQLInputValue[])).changes));
          if (changed.length === 1 && !proceed(changed[0] as number)) {
            file.exec('ROLLBACK');
            return changed;
          }
        }
        file.exec('COMMIT');
        return changed;
      } catch (error) {
        if (file.isTransaction) file.exec('ROLLBACK');
        throw error;
      }
    },
    rows<Row>(compiled: CompiledQuery<Row>, ...parameters: readonly SQLInputValue[]) {
      return prepare(compiled.sql).statement.all(...parameters) as unknown as readonly Row[];
    },
    version: versionOf(file, writes),
    truncateLog() {
      file.exec('PRAGMA wal_checkpoint(TRUNCATE)');
    },
    async close() {
      file.exec('PRAGMA wal_checkpoint(TRUNCATE)');
      await query.destroy();
      if (file.isOpen) file.close();
    },
  };
}
