import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { openBench } from '../support/recorded.ts';
import { replayClip } from '../support/refilmed-replay.ts';
import { clipPath } from '../support/shared-data.ts';

const skip = clipPath('d10') ? false : 'the clips of living people are not here';

test('a living clip on a SIMULATED screen whose cells the camera sees is refused as a spoof', {
  skip,
}, async (t: TestContext) => {
  t.diagnostic('live clips: run');
  const bench = await openBench();
  const shown = await bench.film('d10', 4, 3);
  const judgement = await bench.judge(replayClip(shown, 'fixed', 303, 560));
  const refusals = judgement.reasons.filter(({ refuses }) => refuses).map(({ id }) => id);
  assert.deepEqual([judgement.livenessCode, refusals], [1002, ['screen.pattern']]);
  const honest = await bench.judge(shown);
  assert.equal(honest.livenessCode, 0);
  assert.ok(Number(honest.signals['texture.lattice']) < 3, String(honest.signals['texture.lattice']));
});
