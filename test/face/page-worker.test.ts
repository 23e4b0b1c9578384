import assert from 'node:assert/strict';
import { before, beforeEach, describe, type TestContext, test } from 'node:test';
import type { WorkerAnswer, WorkerRequest } from '../../page/verify/face/face-worker.ts';
import { packDetector } from '../../scripts/pack-detector.ts';

let said: WorkerAnswer[] = [];

/** Here as a worker has it. */
const scope = globalThis as unknown as {
  onmessage: (message: { readonly data: WorkerRequest }) => void;
  postMessage: (answer: WorkerAnswer) => void;
};
scope.postMessage = (answer) => void said.push(answer);

let packed: Uint8Array<ArrayBuffer>;
before(async () => {
  packed = packDetector().slice();
  await import('../../page/verify/face/face-worker.ts');
});
beforeEach(() => {
  said = [];
});

/** Has it load weights from a server that answers so; whatever can follow has then followed. */
async function load(t: TestContext, answer: () => Response): Promise<void> {
  t.mock.method(globalThis, 'fetch', async () => answer());
  scope.onmessage({ data: { weightsUrl: '/weights' } });
  await new Promise((resolve) => setTimeout(resolve, 50));
}

describe('a worker that cannot have its weights', () => {
  test('says nothing where the line is gone', async (t) => {
    await load(t, () => {
      throw new TypeError('Failed to fetch');
    });
    assert.deepEqual(said, []);
  });

  test('says nothing where the server has none', async (t) => {
    await load(t, () => new Response(packed, { status: 404 }));
    assert.deepEqual(said, []);
  });

  test('says nothing of weights that are cut off', async (t) => {
    await load(t, () => new Response(packed.subarray(0, 100_000)));
    assert.deepEqual(said, []);
  });

  test('says nothing of weights in which a byte has changed', async (t) => {
    const harmed = packed.slice();
    harmed[200_000]! ^= 1;
    await load(t, () => new Response(harmed));
    assert.deepEqual(said, []);
  });
});

test('a worker that has its weights says so, and looks', async (t) => {
  await load(t, () => new Response(packed));
  while (said.length === 0) await new Promise((resolve) => setTimeout(resolve, 10));
  assert.deepEqual(said, ['ready']);
  scope.onmessage({ data: { rgba: new Uint8ClampedArray(4 * 96 * 128), width: 96, height: 128 } });
  const answer = said[1] as Exclude<WorkerAnswer, 'ready'>;
  assert.deepEqual(answer.faces, []);
  assert.ok(answer.tookMs > 0);
});
