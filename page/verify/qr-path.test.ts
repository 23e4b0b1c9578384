import assert from 'node:assert/strict';
import { test } from 'node:test';
import { encode } from 'uqr';
import { drawModules } from './qr-path.ts';

test('neighbours in a row become one bar, and light modules nothing', () => {
  assert.equal(drawModules([[true, true, false, true]]), 'M0 0h2v1h-2zM3 0h1v1h-1z');
  assert.equal(
    drawModules([
      [false, false],
      [false, true],
    ]),
    'M1 1h1v1h-1z',
  );
});

test('a link as long as ours is drawn module for module', () => {
  const url = `https://kyc.example/verify?token=${'A'.repeat(36)}&handover=${'b'.repeat(43)}`;
  const { data } = encode(url, { ecc: 'M', border: 4 });
  const drawn = data.map((row) => row.map(() => false));
  for (const [, x, y, width] of drawModules(data).matchAll(/M(\d+) (\d+)h(\d+)/g)) {
    for (let step = 0; step < Number(width); step += 1) drawn[Number(y)]![Number(x) + step] = true;
  }
  assert.deepEqual(drawn, data);
});
