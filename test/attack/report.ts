import { putTables } from '../accuracy/put-table.ts';
import type { CarriedRows } from './carried-rows.ts';
import { dressTable } from './dress-table.ts';
import type { JudgedRow } from './judged-row.ts';
import { acceptanceTable, areaTable, missedAims, rejectionTable, speciesTable } from './report-tables.ts';
import { furtherPeople } from './species/bona-fide.ts';
import { levels } from './species.ts';

/** All that was measured, as sections in Markdown: for the operator's own recordings, and for a part of the lab. */
export function reportOf(rows: readonly JudgedRow[]): string {
  const measured = levels.filter((level) => rows.some((row) => row.level === level));
  return [
    '## BPCER',
    rejectionTable(rows),
    ...measured.flatMap((level) => [`## APCER at level ${level}`, acceptanceTable(rows, level)]),
    '## Missed aims',
    missedAims(rows),
  ].join('\n\n');
}

/** `docs/attack-lab.md` with its tables made anew. */
export function renewPage(page: string, known: CarriedRows, day: string): string {
  const { rows } = known;
  const judged = rows.filter(({ code }) => code !== null);
  const unmade = rows.length - judged.length;
  const people = new Set(judged.map(({ person }) => person)).size;
  const extent = `Measured on ${day}: ${judged.length} recordings of ${people} people; ${unmade} more could not be made.`;
  const tables: Readonly<Record<string, string>> = {
    'attack-extent': known.carried > 0 ? `${extent}\n${originOf(known)}` : extent,
    'attack-species': speciesTable(),
    'attack-bpcer': rejectionTable(rows),
    'attack-bpcer-further': rejectionTable(rows, furtherPeople.name),
    'attack-bpcer-dressed': dressTable(rows),
    'attack-missed': missedAims(rows),
    ...Object.fromEntries(levels.map((level) => [`attack-apcer-${level}`, acceptanceTable(rows, level)])),
    ...Object.fromEntries(levels.map((level) => [`attack-roc-${level}`, areaTable(rows, level)])),
  };
  return putTables(page, tables);
}

function originOf({ carried, twice, alike }: CarriedRows): string {
  return `${carried} of them were measured by earlier code; of ${twice} recordings that both measured, ${alike} got the same result code.`;
}
