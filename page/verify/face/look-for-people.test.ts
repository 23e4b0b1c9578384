import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { WorkerAnswer, WorkerRequest } from './face-worker.ts';
import type { Face } from './find-faces.ts';
import { type FaceWorker, lookForPeople, type PickedPicture } from './look-for-people.ts';

const centred: Face = { left: 0.3, right: 0.7, top: 0.2, bottom: 0.8, score: 0.99 };
const aside: Face = { ...centred, left: 0.6, right: 1 };
const crowd: readonly Face[] = [
  { left: 0.1, right: 0.4, top: 0.3, bottom: 0.7, score: 0.99 },
  { left: 0.6, right: 0.9, top: 0.3, bottom: 0.7, score: 0.99 },
];

/** A worker that answers when the test says so. */
class PlayedWorker implements FaceWorker {
  onmessage: FaceWorker['onmessage'] = null;
  onerror: FaceWorker['onerror'] = null;
  isTerminated = false;
  readonly asked: WorkerRequest[] = [];
  postMessage(request: WorkerRequest): void {
    this.asked.push(request);
  }
  terminate(): void {
    this.isTerminated = true;
  }
  says(data: WorkerAnswer): void {
    this.onmessage?.({ data } as MessageEvent<WorkerAnswer>);
  }
}

const picture: PickedPicture = { rgba: new Uint8ClampedArray(4), width: 1, height: 1 };

function looking(pick: () => PickedPicture | null = () => picture) {
  const worker = new PlayedWorker();
  return {
    worker,
    watch: lookForPeople({ worker, weightsUrl: '/weights', pick, asShown: (face) => face }),
  };
}

describe('looking for people in a worker', () => {
  test('that never loads its weights says nothing, and asks for no look', () => {
    const { worker, watch } = looking();
    assert.deepEqual(worker.asked, [{ weightsUrl: '/weights' }]);
    assert.equal(watch.advice(performance.now()), null);
    assert.equal(watch.isHere(), false);
  });

  test('is here before its first look is over: a slow device must not lose it as the recording begins', () => {
    const { worker, watch } = looking();
    worker.says('ready');
    assert.equal(watch.isHere(), true);
    assert.equal(watch.advice(performance.now()), null);
  });

  test('that fails is ended', () => {
    const { worker, watch } = looking();
    (worker.onerror as (() => void) | null)?.();
    assert.equal(worker.isTerminated, true);
    assert.equal(watch.advice(performance.now()), null);
  });

  test('looks at one picture at a time, and rests in between', (t) => {
    t.mock.timers.enable({ apis: ['setTimeout'] });
    const { worker } = looking();
    worker.says('ready');
    t.mock.timers.tick(10_000);
    assert.equal(worker.asked.length, 2, 'the address and one picture');
    worker.says({ faces: [centred], tookMs: 100 });
    t.mock.timers.tick(199);
    assert.equal(worker.asked.length, 2);
    t.mock.timers.tick(1);
    assert.equal(worker.asked.length, 3);
  });

  test('waits for a picture where there is none yet', (t) => {
    t.mock.timers.enable({ apis: ['setTimeout'] });
    let now: PickedPicture | null = null;
    const { worker } = looking(() => now);
    worker.says('ready');
    assert.equal(worker.asked.length, 1);
    now = picture;
    t.mock.timers.tick(250);
    assert.equal(worker.asked.length, 2);
  });

  test('advises by what was just seen alone: an answer after three seconds is of a face that has moved on', (t) => {
    let nowMs = 0;
    t.mock.method(performance, 'now', () => nowMs);
    const { worker, watch } = looking();
    worker.says('ready');
    nowMs = 300;
    worker.says({ faces: [aside], tookMs: 300 });
    assert.equal(watch.advice(2_500), 'right');
    assert.equal(watch.advice(2_501), null);
    const slow = looking();
    slow.worker.says('ready');
    nowMs = 3_300;
    slow.worker.says({ faces: [aside], tookMs: 3_000 });
    assert.equal(slow.watch.advice(3_300), null);
  });

  test('that takes three seconds each time is ended after six, and holds nobody up', (t) => {
    t.mock.timers.enable({ apis: ['setTimeout'] });
    const { worker, watch } = looking();
    worker.says('ready');
    for (let nth = 0; nth < 6; nth++) {
      assert.equal(worker.isTerminated, false);
      worker.says({ faces: [], tookMs: 3_000 });
      assert.equal(watch.advice(performance.now()), null);
      t.mock.timers.tick(6_000);
    }
    assert.equal(worker.isTerminated, true);
    assert.equal(worker.asked.length, 7, 'the address and six pictures');
  });

  test('that has never found a face does not say that there is none', () => {
    const { worker, watch } = looking();
    worker.says('ready');
    worker.says({ faces: [], tookMs: 30 });
    assert.equal(watch.advice(performance.now()), null);
    worker.says({ faces: [centred], tookMs: 30 });
    assert.equal(watch.advice(performance.now()), 'good');
    worker.says({ faces: [], tookMs: 30 });
    assert.equal(watch.advice(performance.now()), 'no-face');
    watch.stop();
  });

  test('tells of a crowd as long as it is listened to', () => {
    const { worker, watch } = looking();
    const recording = new AbortController();
    let told = 0;
    watch.onCrowd(() => {
      told += 1;
    }, recording.signal);
    for (let nth = 0; nth < 3; nth++) worker.says({ faces: crowd, tookMs: 30 });
    assert.equal(told, 1);
    recording.abort();
    worker.says({ faces: crowd, tookMs: 30 });
    assert.equal(told, 1);
    watch.stop();
  });
});
