import assert from 'node:assert/strict';
import { it } from 'node:test';
import { scanPoorly } from './poor-scan.ts';

it('spoils a flat card the same way each time, at the width of a straightened one', async () => {
  const flat = { data: new Uint8Array(3 * 640 * 400).fill(200), width: 640, height: 400 };
  const [first, again, other] = await Promise.all(['a', 'a', 'b'].map((seed) => scanPoorly(flat, seed)));
  assert.equal(first?.width, 1280);
  assert.equal(first?.height, 800);
  assert.deepEqual(first, again);
  assert.notDeepEqual(first, other);
});
