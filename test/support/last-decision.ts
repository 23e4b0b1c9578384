import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { ServerProgram } from './server-program.ts';

type Explained = {
  readonly reasons: readonly { readonly id: string; readonly refuses: boolean }[];
  readonly signals: Readonly<Record<string, number | null>>;
};

/** What a server stored of its last decision. */
export function lastDecision({ data }: Pick<ServerProgram, 'data'>): Explained {
  const file = new DatabaseSync(join(data, 'selfsame.db'), { readOnly: true });
  const row = file.prepare('SELECT judgement FROM attempts ORDER BY startedAtMs DESC LIMIT 1').get();
  file.close();
  return JSON.parse(String(row?.judgement)) as Explained;
}
