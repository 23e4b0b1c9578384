import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { readChallenge } from './challenge.ts';

const example = {
  level: 4,
  durationMs: 7000,
  actions: [
    { action: 'blink', fromMs: 800, toMs: 2800 },
    { action: 'mouth', fromMs: 3200, toMs: 5200 },
  ],
  colors: [{ color: '#00A0FF', fromMs: 0, toMs: 400 }],
  markerMs: 0,
  shown: [{ what: 'blink', atMs: 850 }],
};

describe('A challenge file', () => {
  test('is read as the contract prints it', () => {
    assert.deepEqual(readChallenge(JSON.stringify(example)), { ok: true, challenge: example });
  });

  const wrong: readonly (readonly [string, object, RegExp])[] = [
    ['with a key that nobody knows', { ...example, colours: [] }, /knows no "colours"/],
    ['of level 1, which has no challenge', { ...example, level: 1 }, /"level"/],
    [
      'with an action of another product',
      { ...example, actions: [{ action: 'smile', fromMs: 0, toMs: 9 }] },
      /"actions"/,
    ],
    ['whose windows overlap', { ...example, actions: [...example.actions].reverse() }, /follow each other/],
    [
      'whose window ends before it begins',
      { ...example, actions: [{ action: 'nod', fromMs: 9, toMs: 8 }] },
      /before/,
    ],
    [
      'that goes on after the recording',
      { ...example, colors: [{ color: '#000000', fromMs: 0, toMs: 7001 }] },
      /durationMs/,
    ],
    ['with a colour by name', { ...example, colors: [{ color: 'red', fromMs: 0, toMs: 9 }] }, /"colors"/],
    ['of level 4 without colours', { ...example, colors: [] }, /needs "colors"/],
    ['of level 2 without actions', { ...example, level: 2, actions: [] }, /needs "actions"/],
    ['with a duration of an hour', { ...example, durationMs: 3_600_000 }, /"durationMs"/],
  ];
  for (const [name, file, text] of wrong) {
    test(`${name} is refused in words`, () => {
      const reading = readChallenge(JSON.stringify(file));
      assert.equal(reading.ok, false);
      assert.match(reading.ok ? '' : reading.text, text);
    });
  }

  test('that is no JSON is refused in words', () => {
    assert.deepEqual(readChallenge('{level'), { ok: false, text: 'the challenge file is no JSON' });
  });
});
