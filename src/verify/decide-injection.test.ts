import assert from 'node:assert/strict';
import { test } from 'node:test';
import { noteInjection } from './decide-injection.ts';

const honest = {
  timing: { usualMs: 33, unevenMs: 3, gaps: 0, longestGapMs: 60 },
  repeated: { exactShare: 0, nearShare: 0.02 },
  compression: { foreignGrid: 2.5, periodPixels: 6 },
  exposure: { faceSwing: 0.05, noise: 0.8 },
  camera: { virtualKind: null, hasOtherShape: false },
};

test('an honest recording earns no note', () => {
  assert.deepEqual(noteInjection(honest), []);
});

test('every sign of injection at once is written down, and refuses nothing', () => {
  const notes = noteInjection({
    timing: { usualMs: 33, unevenMs: 0.3, gaps: 1, longestGapMs: 2000 },
    repeated: { exactShare: 0.5, nearShare: 0.6 },
    compression: { foreignGrid: 30, periodPixels: 6 },
    exposure: { faceSwing: 0, noise: 0 },
    camera: { virtualKind: 'player', hasOtherShape: true },
  });
  assert.equal(notes.length, 8);
  assert.equal(new Set(notes.map(({ id }) => id)).size, 8);
  for (const { refuses, code } of notes) assert.deepEqual([refuses, code], [false, 0]);
});

test('what could not be measured is not noted', () => {
  const unknown = { timing: null, repeated: null, compression: null, exposure: null, camera: null };
  assert.deepEqual([noteInjection(unknown), noteInjection(null)], [[], []]);
});
