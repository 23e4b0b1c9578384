import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { ownEntry } from '../../test/support/own-face-model.ts';
import {
  embeddingModelName,
  loadScale,
  namedScale,
  readScaleFile,
  scaleFileName,
  similarityOf,
} from './similarity.ts';

const own = {
  profile: 'own',
  date: '2026-11-20',
  model: embeddingModelName(),
  knots: { at60: 0.3, at70: 0.4, at80: 0.5 },
  measuredOn: 'people of a test',
};

function folderWith(t: { after(done: () => void): void }, scale: unknown): string {
  const folder = mkdtempSync(join(tmpdir(), 'selfsame-scale-'));
  t.after(() => rmSync(folder, { recursive: true }));
  writeFileSync(join(folder, scaleFileName), typeof scale === 'string' ? scale : JSON.stringify(scale));
  return folder;
}

test("a scale of the shipped model is no scale for an operator's own, nor the other way round", (t) => {
  const folder = folderWith(t, own);
  assert.throws(
    () => loadScale('default', folder, ownEntry),
    /calibrated for the model face-embed-.*our-net-/,
  );
  const nowhere = join(tmpdir(), 'selfsame-no-such-folder');
  assert.throws(() => loadScale('default', nowhere, ownEntry), /no similarity scale.*our-net-.*calibrate/);
  const calibrated = folderWith(t, { ...own, model: embeddingModelName(ownEntry) });
  assert.equal(
    loadScale('default', calibrated, ownEntry).id,
    `own/2026-11-20/${embeddingModelName(ownEntry)}`,
  );
  assert.throws(() => loadScale('default', calibrated), /calibrated for the model our-net-.*face-embed-/);
});

test('the knots of each profile are exactly 60, 70 and 80', () => {
  for (const profile of ['default', 'strict', 'lfw']) {
    const scale = namedScale(profile);
    const { at60, at70, at80 } = scale.knots;
    assert.deepEqual(
      [at60, at70, at80].map((cosine) => similarityOf(cosine, scale)),
      [60, 70, 80],
    );
  }
});

test('the default passes at a cosine of .53 and not just below it', () => {
  const scale = namedScale('default');
  assert.ok(similarityOf(0.53, scale) >= 70);
  assert.ok(similarityOf(0.5299, scale) < 70);
});

test('a higher cosine never reads lower, and nothing leaves 0.00 to 100.00', () => {
  for (const profile of ['default', 'strict', 'lfw']) {
    const scale = namedScale(profile);
    let last = 0;
    for (let cosine = -1; cosine <= 1.001; cosine += 0.001) {
      const similarity = similarityOf(cosine, scale);
      assert.ok(similarity >= last && similarity <= 100, `${profile} ${cosine} ${similarity}`);
      assert.equal(similarity, Number(similarity.toFixed(2)));
      last = similarity;
    }
    assert.equal(last, 100);
    assert.equal(similarityOf(-0.3, scale), 0);
  }
});

test('a cosine that is no number is an error, not a zero', () => {
  assert.throws(() => similarityOf(Number.NaN, namedScale('default')), /no similarity/);
});

test('a scale names its profile, its date and its model, and says that it is provisional', () => {
  const scale = namedScale('default');
  assert.match(scale.id, /^default\/\d{4}-\d{2}-\d{2}\/face-embed-[0-9a-f]{8}$/);
  assert.equal(scale.isProvisional, true);
  assert.throws(() => namedScale('asia'), /no similarity scale "asia".*default, strict, lfw/);
  assert.throws(() => namedScale('constructor'), /no similarity scale/);
});

test("the operator's own scale goes first, under its own name", (t) => {
  const scale = loadScale('default', folderWith(t, own));
  assert.equal(scale.id, `own/2026-11-20/${embeddingModelName()}`);
  assert.equal(scale.isProvisional, false);
  assert.equal(similarityOf(0.4, scale), 70);
});

test('without a file the named profile is used', () => {
  assert.equal(loadScale('strict', join(tmpdir(), 'selfsame-no-such-folder')).profile, 'strict');
});

test('a scale calibrated for another model is refused', (t) => {
  const folder = folderWith(t, { ...own, model: 'face-embed-00000000' });
  assert.throws(() => loadScale('default', folder), /calibrated for the model face-embed-00000000/);
});

test('a damaged scale file stops the start instead of falling back', (t) => {
  for (const bad of [
    '{',
    '{}',
    { ...own, knots: { at60: 0.5, at70: 0.4, at80: 0.6 } },
    { ...own, date: 'today' },
  ]) {
    assert.throws(() => readScaleFile(join(folderWith(t, bad), scaleFileName)), /scale/);
  }
});
