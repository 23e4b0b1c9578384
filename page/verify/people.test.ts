import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { adviceOf, createCrowdWatch, sightOf } from './face/advice.ts';
import type { Face } from './face/find-faces.ts';
import type { PeopleWatch } from './face/look-for-people.ts';
import { createPace } from './face/pace.ts';
import { hintOf } from './guide.ts';
import { followPeople, mayLoadDetector } from './people.ts';

const faceAt = (x: number, y: number, height = 0.6, score = 0.99): Face => ({
  left: x - height / 2.6,
  right: x + height / 2.6,
  top: y - height / 2,
  bottom: y + height / 2,
  score,
});
const advised = (...faces: readonly Face[]) => adviceOf(sightOf(faces));

describe('what a detector advises', () => {
  test('a face in its place needs none', () => assert.equal(advised(faceAt(0.5, 0.5)), 'good'));
  test('a face at the side is led to the middle, as in a mirror', () => {
    assert.equal(advised(faceAt(0.8, 0.5)), 'right');
    assert.equal(advised(faceAt(0.2, 0.5)), 'left');
  });
  test('a face too high or too low is led to the middle', () => {
    assert.equal(advised(faceAt(0.5, 0.2, 0.5)), 'down');
    assert.equal(advised(faceAt(0.5, 0.8)), 'up');
  });
  test('a small face is called nearer, a large one sent back', () => {
    assert.equal(advised(faceAt(0.5, 0.5, 0.3)), 'too-far');
    assert.equal(advised(faceAt(0.5, 0.5, 0.95)), 'too-near');
  });
  test('nobody is told so', () => assert.equal(advised(), 'no-face'));
  test('a second person is told of before all else', () => {
    assert.equal(advised(faceAt(0.25, 0.5, 0.3), faceAt(0.75, 0.5, 0.28)), 'two-people');
  });
  test('a head that peeps in over the cheek is told of', () => {
    assert.equal(advised(faceAt(0.5, 0.5), faceAt(0.68, 0.24, 0.34)), 'two-people');
  });
  test('whom the server would not count as another person is not told of', () => {
    assert.equal(advised(faceAt(0.5, 0.5), faceAt(0.9, 0.3, 0.2)), 'good', 'too small');
    assert.equal(advised(faceAt(0.5, 0.5), faceAt(0.9, 0.3, 0.3, 0.7)), 'good', 'too unsure');
    assert.equal(advised(faceAt(0.5, 0.5), faceAt(0.52, 0.6, 0.3)), 'good', 'inside the main face');
  });
  test('its word counts instead of colours, yet not instead of light', () => {
    const wall = { skinInMiddle: 0, skinAtRim: 0, skinBeside: 0, besideContrast: 0, texture: 20, motion: 1 };
    const aid = { advice: 'good', isBlurred: false } as const;
    assert.equal(hintOf({ ...wall, brightness: 120 }, aid), 'good');
    assert.equal(hintOf({ ...wall, brightness: 120 }), 'no-face');
    assert.equal(hintOf({ ...wall, brightness: 20 }, aid), 'too-dark');
    assert.equal(hintOf({ ...wall, brightness: 120 }, { ...aid, isBlurred: true }), 'blurred');
  });
});

describe('two people while something is recorded', () => {
  const one = sightOf([faceAt(0.5, 0.5)]);
  const two = sightOf([faceAt(0.3, 0.5, 0.3), faceAt(0.7, 0.5, 0.3)]);
  test('are told of after three looks in a row, and not for a slip', () => {
    const isCrowd = createCrowdWatch();
    assert.deepEqual([two, two, one, two, two, two].map(isCrowd), [false, false, false, false, false, true]);
  });
});

/** A detector as the test plays it. */
function played(isHere: boolean) {
  const listeners = new Set<() => void>();
  let isStopped = false;
  const watch: PeopleWatch = {
    advice: () => 'good',
    isHere: () => isHere,
    onCrowd(listener, signal) {
      listeners.add(listener);
      signal.addEventListener('abort', () => void listeners.delete(listener));
    },
    stop: () => {
      isStopped = true;
    },
  };
  const seesTwo = () => {
    for (const listener of listeners) listener();
  };
  return { watch, seesTwo, isStopped: () => isStopped };
}

/** A page's capture with a detector that is here at once. */
async function follows({ watch }: ReturnType<typeof played>) {
  const leaving = new AbortController();
  const people = followPeople(async () => () => watch, leaving.signal);
  await new Promise(setImmediate);
  return { people, leaving };
}

describe('following people', () => {
  test('knows nothing of them where the detector does not come', async () => {
    const people = followPeople(() => Promise.reject(new Error('no line')), new AbortController().signal);
    await new Promise(setImmediate);
    assert.equal(people.advice(0), null);
    people.beforeRecording();
    people.whileRecording(assert.fail, new AbortController().signal);
  });

  test('does not begin with a detector that comes when the recording runs, for the line is its', async () => {
    let bring = (_look: () => PeopleWatch) => {};
    const coming = new Promise<() => PeopleWatch>((resolve) => {
      bring = resolve;
    });
    const people = followPeople(() => coming, new AbortController().signal);
    people.beforeRecording();
    bring(() => assert.fail('it began to load'));
    await new Promise(setImmediate);
    assert.equal(people.advice(0), null);
  });

  test('ends with a detector that is still on its way when the recording begins', async () => {
    const late = played(false);
    const { people } = await follows(late);
    people.beforeRecording();
    assert.equal(late.isStopped(), true);
    people.whileRecording(assert.fail, new AbortController().signal);
    late.seesTwo();
  });

  test('ends when the camera is left', async () => {
    const detector = played(true);
    const { leaving } = await follows(detector);
    leaving.abort();
    assert.equal(detector.isStopped(), true);
  });

  test('stops two recordings of a page for a second person, and no third: a poster must be no dead end', async () => {
    const stopped: number[] = [];
    for (let nth = 1; nth <= 3; nth++) {
      const detector = played(true);
      const { people } = await follows(detector);
      const recording = new AbortController();
      people.beforeRecording();
      people.whileRecording(() => {
        stopped.push(nth);
        recording.abort();
      }, recording.signal);
      detector.seesTwo();
      detector.seesTwo();
      assert.equal(detector.isStopped(), false, 'hints go on');
    }
    assert.deepEqual(stopped, [1, 2]);
  });
});

describe('whom the detector is not brought to', () => {
  test('to savers of data and to lines of the second generation', () => {
    assert.equal(mayLoadDetector({ saveData: true, effectiveType: '4g' }), false);
    assert.equal(mayLoadDetector({ effectiveType: '2g' }), false);
    assert.equal(mayLoadDetector({ effectiveType: 'slow-2g' }), false);
    assert.equal(mayLoadDetector({ saveData: false, effectiveType: '3g' }), true);
    assert.equal(mayLoadDetector(undefined), true);
  });
  test('a device that stays slow is left alone, one that only begins slowly is not', () => {
    const slow = createPace();
    assert.equal([400, 380, 390, 400, 410, 400].map(slow)[5], null);
    const waking = createPace();
    assert.notEqual([900, 400, 300, 60, 50, 50].map(waking)[5], null);
  });
  test('looks take a third of one processor at most, and four a second', () => {
    const waitMs = createPace();
    assert.equal(waitMs(30), 220);
    assert.equal(waitMs(200), 400);
  });
});
