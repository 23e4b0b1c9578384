import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { type HeadMoment, sightHead } from '../../../../test/support/model-head.ts';
import { seededRandom } from '../../../../test/support/seeded-random.ts';
import type { ActionName, Challenge } from '../../challenge.ts';
import type { Sighting } from '../../face-watch.ts';
import { actionThresholds, flatTurnMsMost } from '../../thresholds-actions.ts';
import { type Actions, findBlinksAnew, measureActions } from './actions.ts';

// SIMULATED: 68 points of a model head before a pinhole camera, read with half a pixel of noise.

const seconds = 6;

/** Six seconds of a head that does something, twelve frames each. */
function watch(momentAt: (seconds: number) => HeadMoment, framesPerSecond = 12): readonly Sighting[] {
  const random = seededRandom(11);
  return Array.from({ length: seconds * framesPerSecond }, (_, at) => ({
    ...sightHead(momentAt(at / framesPerSecond), at, () => 0.5 * random.normal()),
    timestampMs: (at * 1000) / framesPerSecond,
  }));
}

const challenge: Challenge = {
  ...{ level: 2, durationMs: 6000, colors: [], markerMs: null, shown: [] },
  actions: [{ action: 'nod', fromMs: 1500, toMs: 4500 }],
};

function measure(momentAt: (seconds: number) => HeadMoment): Actions {
  const actions = measureActions(challenge, watch(momentAt));
  assert.ok(actions);
  return actions;
}

/** The actions that are strong enough to count, in their order. */
const countedIn = ({ events }: Actions): readonly ActionName[] =>
  events.filter(({ action, size }) => size >= actionThresholds[action].value).map(({ action }) => action);
const counted = (momentAt: (seconds: number) => HeadMoment) => countedIn(measure(momentAt));

/** One full wave from a moment on, else 0. */
const wave = (now: number, from: number, long: number) =>
  now > from && now < from + long ? Math.sin((2 * Math.PI * (now - from)) / long) : 0;
/** Half a wave: there and back. */
const bow = (now: number, from: number, long: number) => Math.max(0, wave(now, from, 2 * long));

test('a face at rest does nothing', () => {
  assert.deepEqual(
    counted(() => ({})),
    [],
  );
});

describe('blinks', () => {
  const closing = (...spans: readonly [number, number][]) =>
    counted((now) => ({ lids: spans.some(([from, to]) => now >= from && now < to) ? 0.1 : 1 }));

  /** Somebody whose lids stand at `lids`, each moment with its reading by the eye network. */
  const gazing = (lids: (now: number) => number, read: (now: number) => number) => {
    const sightings = watch((now) => ({ lids: lids(now) })).map((sighting) => {
      const reading = read(sighting.timestampMs / 1000);
      return { ...sighting, eyesClosed: { left: reading, right: reading } };
    });
    const actions = measureActions(challenge, sightings);
    return actions && countedIn(actions);
  };

  test('of a sixth of a second are seen, one by one', () => {
    assert.deepEqual(closing([2, 2.17], [4, 4.17]), ['blink', 'blink']);
  });

  test('whose lids are down for one frame of 24 are stepped over at twelve, and seen when all frames are looked at', () => {
    const down = [31 / 24, 32 / 24];
    const all = watch((now) => ({ lids: now > down[0]! - 0.01 && now < down[1]! - 0.01 ? 0.1 : 1 }), 24);
    const sampled = all.filter((_, at) => at % 2 === 0);
    const once = measureActions(challenge, sampled)!;
    assert.deepEqual(countedIn(once), []);
    assert.deepEqual(countedIn(findBlinksAnew(once, all)), ['blink']);
  });

  test('are as many when all frames are looked at, and a mouth and a nod beside them stay as they were', () => {
    const doing = (now: number) => ({
      lids: now >= 1 && now < 1.17 ? 0.1 : 1,
      mouth: 0.4 * bow(now, 2, 1),
      pitch: 0.3 * wave(now, 4, 1.2),
    });
    const all = watch(doing, 24);
    const sampled = all.filter((_, at) => at % 2 === 0);
    const once = measureActions(challenge, sampled)!;
    const again = findBlinksAnew(once, all);
    assert.deepEqual(countedIn(again), countedIn(once));
    const others = ({ events }: Actions) => events.filter(({ action }) => action !== 'blink');
    assert.deepEqual(others(again), others(once));
    assert.ok(countedIn(once).length >= 3, countedIn(once).join());
  });

  test('are slow ones too: eyes that are closed for most of a second', () => {
    assert.deepEqual(closing([2, 2.9]), ['blink']);
  });

  test('are not eyes that stay closed', () => {
    assert.deepEqual(closing([2, 4]), []);
  });

  test('are not eyes that were closed from the beginning', () => {
    assert.deepEqual(closing([0, 0.3]), []);
  });

  test('are seen of a person whose eyes are half closed for most of the time', () => {
    const narrow = (now: number) => (now > 1 && now < 4 ? 0.45 : 1);
    const seen = counted((now) => ({ lids: now >= 5 && now < 5.17 ? 0.1 : narrow(now) }));
    assert.deepEqual(seen, ['blink']);
  });

  test('are seen of somebody whose one eye lies so deep that it is always read as closed', () => {
    const blinking = watch((now) => ({ lids: now >= 2 && now < 2.17 ? 0.1 : 1 }));
    const misread = blinking.map((sighting) => ({
      ...sighting,
      eyesClosed: { ...sighting.eyesClosed, left: 0.99 },
    }));
    const actions = measureActions(challenge, misread);
    assert.deepEqual(actions && countedIn(actions), ['blink']);
  });

  test('are over when the lids are back for good, though the network reads the eyes as closed for seconds', () => {
    const lids = (now: number) => (now >= 2 && now < 2.17 ? 0.1 : 1);
    assert.deepEqual(
      gazing(lids, (now) => (now >= 2 && now < 4 ? 0.95 : 0.1)),
      ['blink'],
    );
  });

  test('need the eye network and the landmarks to agree', () => {
    const misread = watch(() => ({})).map((sighting, at) =>
      at % 9 === 0 ? { ...sighting, eyesClosed: { left: 0.8, right: 0.8 } } : sighting,
    );
    assert.deepEqual(measureActions(challenge, misread)?.events, []);
  });

  test('are not a gaze that is lowered further while the eyes are taken for closed for a moment', () => {
    const lids = (now: number) =>
      now < 2 || now > 4 ? 1 : now < 2.8 ? 0.72 : now < 2.95 ? 0.6 : now < 3.1 ? 0.44 : 0.54;
    assert.deepEqual(
      gazing(lids, (now) => (now > 2.95 && now < 3.1 ? 0.8 : 0.1)),
      [],
    );
  });

  test('are not eyes that are raised again after they were taken for closed', () => {
    const lids = (now: number) => (now < 1 || now > 3.1 ? 1 : 0.65);
    assert.deepEqual(
      gazing(lids, (now) => (now > 2.8 && now < 3.1 ? 0.95 : 0.1)),
      [],
    );
  });

  test('are not read from a head that is turned far: its eyes look closed', () => {
    const seen = counted((now) => ({
      yaw: 0.6 * bow(now, 2, 1.5),
      lids: now > 2.6 && now < 2.8 ? 0.1 : 1,
    }));
    assert.ok(!seen.includes('blink'));
  });
});

describe('the mouth', () => {
  test('opens and closes once', () => {
    const { events } = measure((now) => ({ mouth: 0.5 * bow(now, 2, 1) }));
    assert.deepEqual(
      events.map(({ action }) => action),
      ['mouth'],
    );
    const [{ fromMs, peakMs, toMs }] = events as [Actions['events'][number]];
    assert.ok(fromMs > 1900 && fromMs < 2200, `${fromMs}`);
    assert.ok(Math.abs(peakMs - 2500) < 200, `${peakMs}`);
    assert.ok(toMs > 2700 && toMs < 3200, `${toMs}`);
  });

  test('may stay open', () => {
    assert.deepEqual(
      counted((now) => ({ mouth: now > 3 ? 0.5 : 0 })),
      ['mouth'],
    );
  });

  test('that was open from the beginning has not opened', () => {
    assert.deepEqual(
      counted(() => ({ mouth: 0.5 })),
      [],
    );
  });

  test('does not open with a single misread frame', () => {
    assert.deepEqual(
      counted((now) => ({ mouth: Math.abs(now - 3) < 0.03 ? 0.5 : 0 })),
      [],
    );
  });
});

describe('a nod', () => {
  test('is a head that goes down and comes back', () => {
    assert.deepEqual(
      counted((now) => ({ pitch: -0.3 * bow(now, 2, 1) })),
      ['nod'],
    );
  });

  test('is not a head that goes down and stays there', () => {
    assert.deepEqual(
      counted((now) => ({ pitch: -0.3 * Math.min(1, Math.max(0, now - 2)) })),
      [],
    );
  });

  test('is not a head that goes up and comes back', () => {
    assert.deepEqual(
      counted((now) => ({ pitch: 0.3 * bow(now, 2, 1) })),
      [],
    );
  });

  test('is not a head that sinks and rises over four seconds', () => {
    assert.deepEqual(
      counted((now) => ({ pitch: -0.3 * bow(now, 0.5, 5) })),
      [],
    );
  });
});

describe('a shake', () => {
  test('is a head that turns to one side and then to the other', () => {
    assert.deepEqual(
      counted((now) => ({ yaw: 0.35 * wave(now, 2, 1.3) })),
      ['shake'],
    );
  });

  test('is not a head that turns to one side only', () => {
    assert.deepEqual(
      counted((now) => ({ yaw: 0.5 * bow(now, 2, 1) })),
      [],
    );
  });

  test('begins when the head leaves its pose, and not with the sway before', () => {
    const { events } = measure((now) => ({ yaw: 0.05 * Math.sin(now) + 0.35 * wave(now, 3, 1.3) }));
    const shake = events.find(({ action }) => action === 'shake');
    assert.ok(shake && shake.fromMs > 2800 && shake.fromMs < 3300, `${shake?.fromMs}`);
  });
});

describe('a photo in the hand', () => {
  const turned = (momentAt: (seconds: number) => HeadMoment) =>
    measure((now) => ({ ...momentAt(now), isFlat: true }));

  for (const radians of [0.35, 0.5, 0.65]) {
    test(`that is turned by ${radians} to both sides does not shake its head`, () => {
      assert.deepEqual(countedIn(turned((now) => ({ yaw: radians * wave(now, 2, 1.3) }))), []);
    });

    test(`that is tilted by ${radians} does not nod`, () => {
      assert.deepEqual(countedIn(turned((now) => ({ pitch: -radians * bow(now, 2, 1) }))), []);
    });
  }

  test('that is turned far is known for a sheet, and a head that turns as far is not', () => {
    const shake = (now: number) => ({ yaw: 0.6 * wave(now, 2, 1.3) });
    assert.ok(turned(shake).flatTurnMs > flatTurnMsMost.value);
    assert.equal(measure(shake).flatTurnMs, 0);
  });

  test('is not looked for while a mouth is asked for, whose wide opening narrows a face as well', () => {
    const sightings = watch((now) => ({ yaw: 0.6 * wave(now, 2, 1.3), isFlat: true }));
    const asks = (action: ActionName, fromMs: number) => ({ action, fromMs, toMs: fromMs + 1500 });
    const flatTurnMs = (...actions: Challenge['actions']) =>
      measureActions({ ...challenge, actions }, sightings)?.flatTurnMs;
    assert.equal(flatTurnMs(asks('mouth', 2000)), 0);
    assert.equal(flatTurnMs(asks('mouth', 2000), asks('nod', 4200)), 0);
    assert.ok(flatTurnMs(asks('shake', 2000))! > flatTurnMsMost.value);
  });
});

test('nothing can be told of frames that are too few or too far apart', () => {
  assert.equal(measureActions(challenge, watch(() => ({})).slice(0, 5)), null);
  assert.equal(
    measureActions(
      challenge,
      watch(() => ({}), 6),
    ),
    null,
  );
});

test('where nothing is asked nothing is measured', () => {
  assert.equal(
    measureActions(
      null,
      watch(() => ({})),
    ),
    null,
  );
  assert.equal(
    measureActions(
      { ...challenge, actions: [] },
      watch(() => ({})),
    ),
    null,
  );
});
