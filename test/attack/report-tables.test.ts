import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { JudgedRow } from './judged-row.ts';
import { renewPage } from './report.ts';
import { acceptanceTable, areaTable, missedAims, rejectionTable } from './report-tables.ts';
import type { Level } from './species.ts';

const row = (
  species: string,
  level: Level,
  code: number | null,
  more: Partial<JudgedRow> = {},
): JudgedRow => ({
  ...{ species, level, code, index: 0, person: 'a', variant: 'blink', refusals: [], signals: {} },
  ...{ madeMs: 0, judgedMs: 0, ...more },
});

const lineOf = (table: string, start: string) =>
  table.split('\n').find((line) => line.startsWith(`| ${start}`));

describe('the tables of the attack lab', () => {
  it('begin at levels 3 to 5 with the rendered injection', () => {
    for (const level of [3, 4, 5] as const) {
      assert.match(acceptanceTable([], level).split('\n')[2] ?? '', /rendered injection, sequence known/);
    }
  });

  it('say of a species without recordings that it is not measured, never 0 %', () => {
    assert.match(lineOf(acceptanceTable([], 3), 'loop') ?? '', /not measured/);
  });

  it('give APCER of a species by its own recordings at that level only', () => {
    const rows = [row('loop', 3, 0), row('loop', 3, 1002), row('loop', 4, 0), row('freeze', 3, 0)];
    assert.match(
      lineOf(acceptanceTable(rows, 3), 'loop') ?? '',
      /\| 2 \| 1 \| 50\.0 % \/ 50\.0 % \|.*1 × 0, 1 × 1002/,
    );
  });

  it('give BPCER of nod and shake as not measured while nobody nods', () => {
    const table = rejectionTable([row('bona fide', 2, 0), row('bona fide', 2, 1207)]);
    assert.match(lineOf(table, '2 | blink') ?? '', /50\.0 %/);
    assert.match(lineOf(table, '2 | nod') ?? '', /not measured/);
    assert.equal(
      lineOf(rejectionTable([row('bona fide', 2, 0, { variant: 'nod' })]), '2 | nod')?.includes('not'),
      false,
    );
  });

  it('count a loop that passes at level 3 as a missed aim, and what passes at level 1 as none', () => {
    assert.match(missedAims([row('loop', 3, 0)]), /\| loop \| 3 \| 0\.0 % \| 100\.0 % \|/);
    assert.equal(missedAims([row('loop', 1, 0), row('loop', 3, 1002)]), 'None of what was measured.');
  });

  it('hold the rendered injection to no aim: nothing here stops it', () => {
    const rows = [row('rendered injection, sequence known: clip', 4, 0)];
    assert.equal(missedAims(rows), 'None of what was measured.');
  });

  it('show the area under the curve of a signal that tells a family apart', () => {
    const signals = (value: number) => ({ signals: { 'light.agreement': value } });
    const rows = [1, 2, 3, 4, 5].flatMap((at) => [
      row('bona fide', 3, 0, signals(10 + at)),
      row('right colours, late', 3, 1401, signals(at)),
    ]);
    assert.match(areaTable(rows, 3), /\| `light.agreement` \|.*\| 1\.00 \|/);
  });

  it('do not touch the words of the page between them', () => {
    const names = [
      'extent',
      'species',
      'bpcer',
      'bpcer-further',
      'bpcer-dressed',
      'missed',
      ...[1, 2, 3, 4, 5].flatMap((at) => [`apcer-${at}`, `roc-${at}`]),
    ];
    const page = names
      .map((name) => `words of ${name}\n<!-- attack-${name} -->\nas before\n<!-- end -->\n`)
      .join('');
    const rows = [row('loop', 3, 0), row('loop', 3, null)];
    const renewed = renewPage(page, { rows, carried: 1, twice: 7, alike: 6 }, '2026-11-26');
    assert.equal(renewed.match(/words of/g)?.length, names.length);
    assert.match(renewed, /1 recordings of 1 people; 1 more could not be made/);
    assert.match(renewed, /1 of them were measured by earlier code; of 7 recordings .* 6 got the same/);
    assert.equal(renewed.includes('as before'), false);
  });
});
