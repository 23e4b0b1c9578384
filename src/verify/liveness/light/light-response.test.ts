import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type LitTrack, litTrack, sevenColors } from '../../../../test/support/lit-track.ts';
import { measureResponse } from './light-response.ts';
import { trackScreen } from './screen-track.ts';
import { withoutSlow } from './steady-light.ts';

const screen = trackScreen(sevenColors)!;
const respond = (how: LitTrack) => measureResponse(litTrack(sevenColors, how), screen, 800)!;

test('the lag is told to a fraction of a frame', () => {
  for (const lagMs of [20, 140, 260, 390, 480]) {
    const found = respond({ lagMs }).lagMs;
    assert.ok(Math.abs(found - lagMs) <= 30, `${found} for ${lagMs}`);
  }
});

test('the marker alone tells the same lag', () => {
  const { lagMs, markerLagMs } = respond({ lagMs: 200 });
  assert.ok(markerLagMs !== null && Math.abs(markerLagMs - lagMs) <= 60, `${markerLagMs}`);
});

test('a twentieth of the room is enough light', () => {
  const { agreement } = respond({ screenShare: 0.05 });
  assert.ok(agreement > 0.7, `${agreement}`);
});

test('a lag that grows is told from one that stays', () => {
  assert.ok(Math.abs(respond({}).driftMsPerSecond) < 40);
  const { driftMsPerSecond, driftGain } = respond({ driftMsPerSecond: 80 });
  assert.ok(driftMsPerSecond >= 40 && driftGain > 0.05, `${driftMsPerSecond} ${driftGain}`);
});

test('a second and a half of a face says nothing', () => {
  const short = litTrack(sevenColors, {}).slice(0, 18);
  assert.equal(measureResponse(short, screen, 800), null);
});

test('what a screen sends out is mixed over the exposure', () => {
  assert.deepEqual(screen.at(790), [0, 0, 0]);
  assert.deepEqual(screen.at(1000), [1, 1, 1]);
  const [red, , blue] = screen.at(1215);
  assert.ok(Math.abs(red - 0.5) < 0.01 && Math.abs(blue - 1) < 0.01);
});

test('what changes slowly is taken out, and a step stays where it was', () => {
  const timesMs = Array.from({ length: 48 }, (_, at) => (at * 1000) / 12);
  const ramp = withoutSlow(
    timesMs,
    Float64Array.from(timesMs, (ms) => ms / 1000),
  );
  assert.ok(ramp.slice(12, 36).every((value) => Math.abs(value) < 0.05));
  const step = withoutSlow(
    timesMs,
    Float64Array.from(timesMs, (ms) => (ms < 2000 ? 0 : 1)),
  );
  const jumps = [...step].slice(1).map((value, at) => value - step[at]!);
  assert.equal(jumps.indexOf(Math.max(...jumps)), 23);
  assert.ok(jumps[23]! > 0.6, `${jumps[23]}`);
});
