import assert from 'node:assert/strict';
import { before, describe, type TestContext, test } from 'node:test';
import { type JudgedRow, keyOf } from './judged-row.ts';
import { hasSources } from './lab.ts';
import { quickSample } from './quick-sample.ts';
import { runTasks } from './run-tasks.ts';

const skip = hasSources() ? false : 'the clips and photos that the lab copies are not here';

test('whether the clips are here is said', (t) => {
  t.diagnostic(`live clips: ${skip ? 'skipped' : 'run'}`);
});

describe('a fixed sample of the attack lab', { skip }, () => {
  const rows: JudgedRow[] = [];
  before(async () => {
    await runTasks(quickSample, { processes: 2, minutes: Number.POSITIVE_INFINITY, keepIn: null }, (row) => {
      rows.push(row);
    });
  });

  const isBonaFide = (species: string) => species.startsWith('bona fide');
  /** Told when a test fails: which recording, by what. */
  const name = (row: JudgedRow) => `${keyOf(row)}: ${row.code} ${row.refusals.join()}`;

  test('is made and judged to the last recording', () => {
    assert.deepEqual(rows.filter(({ code }) => code === null).map(name), []);
    assert.equal(rows.length, quickSample.length);
  });

  test('lets people who are there pass, all but one of them at most', (t: TestContext) => {
    const refused = rows.filter(({ species, code }) => isBonaFide(species) && code !== 0).map(name);
    for (const line of refused) t.diagnostic(line);
    assert.ok(refused.length <= 1, refused.join('\n'));
  });

  test('sees a blink whose lids are down for one frame of 24 a second', (t: TestContext) => {
    const row = rows.find(
      ({ species, level, index }) => species === 'bona fide' && level === 5 && index === 62,
    );
    // Which frames fall between two sampled ones differs with what encoded the film.
    t.diagnostic(`looked at frame by frame: ${row?.signals['actions.lookedAtAgain']}`);
    assert.deepEqual([row?.code, row?.signals['actions.answered']], [0, 2]);
  });

  const mustFail = [...new Set(quickSample.map(({ species }) => species))].filter(
    (species) => !isBonaFide(species),
  );
  for (const species of mustFail) {
    test(`refuses each ${species} at levels 3 to 5`, () => {
      const own = rows.filter((row) => row.species === species);
      assert.deepEqual(own.filter(({ code }) => code === 0).map(name), []);
      assert.ok(own.length > 0);
    });
  }
});
