import assert from 'node:assert/strict';
import { before, describe, type TestContext, test } from 'node:test';
import type { Judgement } from '../../src/verify/judgement.ts';
import { type Bench, lit, openBench, paste, sideBySide } from '../support/recorded.ts';
import { clipPath } from '../support/shared-data.ts';
import type { Picture } from '../support/video-encoder.ts';

const skip = clipPath('d3') ? false : 'the clips of living people are not here';

let bench: Bench;
before(async () => {
  bench = await openBench();
});

/** A test on real people's clips; where they are not here, it says so. */
function liveTest(name: string, body: () => Promise<void>): void {
  test(name, { skip }, async (t: TestContext) => {
    t.diagnostic('live clips: run');
    await body();
  });
}
test('whether the clips are here is said', (t) => {
  t.diagnostic(`live clips: ${skip ? 'skipped' : 'run'}`);
});

function refusedFor(judgement: Judgement, code: number, reason: string): void {
  const refusals = judgement.reasons.filter(({ refuses }) => refuses).map(({ id }) => id);
  assert.deepEqual([judgement.livenessCode, refusals.includes(reason)], [code, true], refusals.join());
}

function passed(judgement: Judgement): void {
  assert.equal(judgement.livenessCode, 0, JSON.stringify({ ...judgement, bestFrameJpeg: null }));
}

/** A moment of the clip as it is, then what `change` makes of all of it. */
async function judgeChanged(change: (pictures: readonly Picture[]) => readonly Picture[]) {
  return bench.judge(change(await bench.film('d13', 1, 4)));
}

describe('a living person', () => {
  for (const [clip, fromSeconds] of [
    ['d3', 2],
    ['d10', 5],
    ['d13', 6],
    ['d18', 1],
  ] as const) {
    liveTest(`passes (${clip})`, async () =>
      passed(await bench.judge(await bench.film(clip, fromSeconds, 4))),
    );
  }

  liveTest('passes in half the light', async () =>
    passed(await judgeChanged((pictures) => pictures.map((picture) => lit(picture, 0.5)))),
  );

  liveTest('is too dark at a twelfth of the light', async () => {
    refusedFor(
      await judgeChanged((pictures) => pictures.map((picture) => lit(picture, 1 / 12))),
      1201,
      'light.dark',
    );
  });

  liveTest('is too bright where the face is all but white', async () => {
    const bleached = await judgeChanged((pictures) => pictures.map((picture) => lit(picture, 1.2, 130)));
    assert.equal(bleached.livenessCode, 1202);
  });

  liveTest('who is recorded for a second and a half is asked for more', async () =>
    refusedFor(await bench.judge(await bench.film('d13', 1, 1.5)), 1303, 'duration.short'),
  );

  liveTest('who leaves the picture after half of it is missed', async () =>
    refusedFor(
      await judgeChanged((pictures) =>
        pictures.map((picture, at) => (at < 24 ? picture : lit(picture, 0, 90))),
      ),
      1004,
      'face.rare',
    ),
  );
});

describe('two people', () => {
  liveTest('side by side are refused', async () => {
    const [left, right] = [await bench.film('d10', 0, 4), await bench.film('d13', 0, 4)];
    const both = left.map((picture, at) => sideBySide(picture, right[at]!));
    refusedFor(await bench.judge(both), 1005, 'persons.several');
  });

  liveTest('are refused when the second one looks in for half a second', async () => {
    const [left, right] = [await bench.film('d10', 0, 4), await bench.film('d13', 0, 4)];
    const nobody = { width: 480, height: 640, data: new Uint8Array(480 * 640 * 3).fill(128) };
    const both = left.map((picture, at) => sideBySide(picture, at >= 20 && at < 26 ? right[at]! : nobody));
    refusedFor(await bench.judge(both), 1005, 'persons.several');
  });

  liveTest('of whom one is far behind are noted, and the near one passes', async () => {
    const [near, far] = [await bench.film('d13', 0, 4), await bench.film('d10', 0, 4)];
    const joined = near.map((picture, at) => {
      paste(far[at]!, picture, { x: 0, y: 0, scale: 1 / 5 });
      return picture;
    });
    const judgement = await bench.judge(joined);
    passed(judgement);
    assert.ok(judgement.reasons.some(({ id }) => id === 'persons.further-face'));
  });

  liveTest('one after the other are refused', async () => {
    const [first, second] = [await bench.film('d10', 0, 2), await bench.film('d13', 0, 2)];
    refusedFor(await bench.judge([...first, ...second]), 1005, 'persons.changed');
  });

  liveTest('are refused when the second one shows for a second only', async () => {
    const [first, second] = [await bench.film('d10', 0, 4), await bench.film('d18', 1, 1)];
    const spliced = [...first.slice(0, 18), ...second, ...first.slice(30)];
    refusedFor(await bench.judge(spliced), 1005, 'persons.changed');
  });
});

describe('a camera that is none', () => {
  liveTest('is noticed when the picture freezes after a second', async () =>
    refusedFor(
      await judgeChanged((pictures) => pictures.map((picture, at) => (at < 12 ? picture : pictures[12]!))),
      1002,
      'injection.frozen',
    ),
  );

  liveTest('is noticed when two seconds come twice', async () =>
    refusedFor(
      await judgeChanged((pictures) => [...pictures.slice(0, 24), ...pictures.slice(0, 24)]),
      1002,
      'injection.looped',
    ),
  );

  liveTest('is noticed when two seconds come back in turned order', async () =>
    refusedFor(
      await judgeChanged((pictures) => [...pictures.slice(0, 24), ...pictures.slice(0, 24).toReversed()]),
      1002,
      'injection.looped',
    ),
  );
});
