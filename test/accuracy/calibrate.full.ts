import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, it } from 'node:test';
import { loadScale, scaleFileName } from '../../src/verify/similarity.ts';
import { runSelfsame } from '../cli/run-selfsame.ts';
import { ownEntry, writeEntry } from '../support/own-face-model.ts';
import { labelledFaces } from './labelled-set.ts';

const labelled = labelledFaces();

describe('calibrating on 800 people', { skip: labelled ? false : 'no labelled photos here' }, () => {
  it('prints the curve with its intervals and writes a scale that is used from then on', async (t) => {
    assert.ok(labelled);
    const folder = mkdtempSync(join(tmpdir(), 'selfsame-calibrate-'));
    t.after(() => rmSync(folder, { recursive: true }));
    const people = [...new Set(labelled.photos.map(({ person }) => person))].slice(0, 800);
    const photos = people.flatMap((name) =>
      labelled.photos.filter(({ person }) => person === name).slice(0, 2),
    );
    const rows = photos.map(({ file, person }, at) => {
      const next = photos[(at + 1) % photos.length];
      return `${file},${next?.file},${next?.person === person ? 1 : 0}`;
    });
    const pairs = join(folder, 'pairs.csv');
    writeFileSync(pairs, ['first,second,same', ...rows].join('\n'));
    const root = dirname(labelled.photos[0]?.path ?? '');
    const own = ['--face-model', writeEntry()];
    const ran = await runSelfsame('calibrate', '--pairs', pairs, '--root', root, '--data', folder, ...own);
    assert.equal(ran.exitCode, 0, ran.stderr);
    assert.match(ran.stdout, /^800 people, \d+ photos, \d+ genuine pairs, \d+ impostor pairs$/m);
    assert.match(ran.stdout, /^ +70 +1e-3 +0\.\d{3} \[0\.\d{3}, 0\.\d{3}\] +\d+\.\d\d % \[.*%\]$/m);
    // The same weights under another id: what is written is bound to that.
    assert.throws(() => loadScale('default', folder), /calibrated for the model our-net-/);
    const scale = loadScale('default', folder, ownEntry);
    assert.deepEqual([scale.profile, scale.isProvisional], ['own', false]);
    const written = JSON.parse(readFileSync(join(folder, scaleFileName), 'utf8'));
    assert.deepEqual(scale.knots, written.knots);
    // Other people of the same benchmark: near the profile that was fitted on all of them.
    assert.ok(Math.abs(scale.knots.at70 - 0.336) < 0.03, `${scale.knots.at70}`);
  });
});
