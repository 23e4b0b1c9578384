import { readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { cardTypeNames } from '../../src/cards/card-type.ts';
import type { ReadingRun } from './card-readings.ts';
import { drawnTypes } from './card-tasks.ts';
import { putTables } from './put-table.ts';

/** What the switches of a run over cards say. `--dry` prints the tables in the place of writing them to the pages. */
export function cardRun(name: string, defaults: Readonly<Record<string, string>>) {
  const { values } = parseArgs({
    options: {
      seeds: { type: 'string', default: defaults.seeds },
      minutes: { type: 'string', default: '600' },
      processes: { type: 'string', default: String(availableParallelism()) },
      types: { type: 'string', default: cardTypeNames.join(',') },
      misses: { type: 'string' },
      dry: { type: 'boolean', default: false },
    },
  });
  const run: ReadingRun = {
    file: fileURLToPath(new URL(`../../.cache/accuracy/${name}.jsonl`, import.meta.url)),
    processes: Number(values.processes),
    minutes: Number(values.minutes),
  };
  const { misses = null, dry: isDry } = values;
  return { run, misses, isDry, seeds: Number(values.seeds), types: drawnTypes(values.types.split(',')) };
}

export type Tables = Readonly<Record<string, string>>;

/** Puts tables into a page of docs/, or prints them. */
export function writeTables(page: string, tables: Tables, isDry: boolean): void {
  if (isDry) {
    for (const [name, text] of Object.entries(tables)) process.stdout.write(`\n${name}\n${text}\n`);
    return;
  }
  const file = new URL(`../../docs/${page}`, import.meta.url);
  writeFileSync(file, putTables(readFileSync(file, 'utf8'), tables));
}
