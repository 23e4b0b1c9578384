import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Challenge } from './challenge.ts';
import { judgeTiming } from './decide-timing.ts';
import type { ChunkStamp } from './judgement.ts';
import { measureStampTiming } from './liveness/injection/stamp-timing.ts';

const durationMs = 8000;

function asked(level: 2 | 3 | 4 | 5): Challenge {
  return { level, durationMs: 7500, actions: [], colors: [], markerMs: null, shown: [] };
}

/** Pieces as a recorder makes them, announced `lateMs` after their end. */
function stamped(lateMs: number, sliceMs = 500): readonly ChunkStamp[] {
  return Array.from({ length: durationMs / sliceMs }, (_, index) => ({
    bytes: index === 0 ? 90_000 : 50_000,
    atMs: (index + 1) * sliceMs + lateMs,
  }));
}

function reasonsFor(level: 2 | 3 | 4 | 5, chunks: readonly ChunkStamp[]): readonly string[] {
  const capture = { cameraLabel: '', frameWidth: 480, frameHeight: 640, chunks };
  const findings = judgeTiming(asked(level), capture, measureStampTiming(chunks, durationMs));
  for (const { refuses, code } of findings) assert.deepEqual([refuses, code], [true, 1002]);
  return findings.map(({ id }) => id);
}

describe("the server's stamps", () => {
  test('fit a recording that comes as it is made, over a slow line too', () => {
    for (const level of [2, 3, 4, 5] as const) {
      for (const lateMs of [50, 1800, 3400]) assert.deepEqual(reasonsFor(level, stamped(lateMs)), []);
      assert.deepEqual(reasonsFor(level, stamped(600, 1000)), [], 'a browser that cuts by the second');
    }
  });

  test('fit a line that stops for a moment: one piece late is not the others', () => {
    const chunks = stamped(300).map((chunk, index) =>
      index === 4 ? { ...chunk, atMs: chunk.atMs + 2500 } : chunk,
    );
    assert.deepEqual(reasonsFor(5, chunks), []);
  });

  test('tell an answer that was rendered first, at level 5 sooner', () => {
    assert.deepEqual(reasonsFor(3, stamped(7200)), ['timing.late']);
    assert.deepEqual(reasonsFor(4, stamped(5000)), []);
    assert.deepEqual(reasonsFor(5, stamped(5000)), ['timing.late']);
  });

  test('tell an answer that was there before it could be recorded', () => {
    const atOnce = stamped(0).map((chunk) => ({ ...chunk, atMs: 200 }));
    for (const level of [2, 3, 4, 5] as const) assert.deepEqual(reasonsFor(level, atOnce), ['timing.early']);
  });

  test('are asked for wherever there is a challenge: none at all refuses', () => {
    for (const level of [2, 3, 4, 5] as const) assert.deepEqual(reasonsFor(level, []), ['timing.missing']);
  });

  test('must fix more than the end of a recording at level 5', () => {
    const two = [
      { bytes: 1, atMs: 4100 },
      { bytes: 800_000, atMs: 8100 },
    ];
    assert.deepEqual(reasonsFor(5, two), ['timing.coarse', 'timing.uneven']);
    assert.deepEqual(reasonsFor(4, two), []);
  });

  test('are not asked at level 1, nor where nobody knows how a file came about', () => {
    const capture = { cameraLabel: '', frameWidth: 0, frameHeight: 0, chunks: [] };
    assert.deepEqual(judgeTiming(null, capture, null), []);
    assert.deepEqual(judgeTiming(asked(4), null, null), []);
  });
});
