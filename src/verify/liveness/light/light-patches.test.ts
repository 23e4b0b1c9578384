import assert from 'node:assert/strict';
import { test } from 'node:test';
import { measurePatches, measureUnevenness } from './light-patches.ts';
import type { RegionName } from './light-regions.ts';
import type { ReliefGain } from './relief-gains.ts';
import { reliefPlaces } from './relief-places.ts';

/** Gains of all places, brighter ones answering less, as skin in a room that is lit from one side does. */
function gainsOf(gainAt: (name: RegionName, x: number, y: number) => number): readonly ReliefGain[] {
  return Object.entries(reliefPlaces).map(([name, [x, y]]) => {
    const place = name as RegionName;
    return { name: place, gain: gainAt(place, x, y), error: 0.03, logLevel: 0.2 * x };
  });
}

test('a room that is lit from the side makes no patches', () => {
  assert.ok(measurePatches(gainsOf((_, x, y) => 1 - 0.4 * x - 0.2 * y))! < 0.05);
});

/** As measured under a lamp 60 degrees up, SIMULATED: scene 1020 of docs/light.md. */
const underLamp: Partial<Record<RegionName, number>> = {
  ...{ bridge: 0.68, noseTip: 2.23, flankLeft: 1.56, flankRight: 1.83, glabella: 1.1, socketLeft: 0.88 },
  ...{ socketRight: 1, philtrum: 2.46, besideNoseLeft: 1.81, besideNoseRight: 2.01, midCheekLeft: 1.49 },
  ...{ midCheekRight: 1.59, outerCheekLeft: 0.75, outerCheekRight: 1.08, malarLeft: 0.81, malarRight: 0.83 },
  ...{ foreheadLeft: 0.38, foreheadMiddle: 0.5, foreheadRight: 0.31, rimLeft: 0.37, rimRight: 0.53 },
  ...{ jawLeft: 0.43, jawRight: 0.99, chin: 1.53 },
};

test('a lamp above the head, which leaves what looks down to the screen, makes none either', () => {
  assert.ok(measurePatches(gainsOf((name) => underLamp[name]!))! < 0.21);
});

test('a head under a lamp is uneven, a sheet of paper is not, in a slanting light and in glasses neither', () => {
  assert.ok(measureUnevenness(gainsOf((name) => underLamp[name]!))! > 0.2);
  assert.ok(measureUnevenness(gainsOf(() => 1))! < 0.01);
  assert.ok(measureUnevenness(gainsOf((_, x, y) => 1 - 0.4 * x - 0.2 * y))! < 0.05);
  assert.ok(measureUnevenness(gainsOf((name) => (name.startsWith('malar') ? 5 : 1)))! < 0.05);
});

test('glasses that mirror the screen in both lenses make no patches', () => {
  assert.ok(measurePatches(gainsOf((name) => (name.startsWith('malar') ? 5 : 1)))! < 0.05);
});

test('a mirrored phone on the lower half of the face does', () => {
  assert.ok(measurePatches(gainsOf((_, x, y) => (Math.abs(x) < 0.7 && y > 0.4 ? 2.5 : 0.5)))! > 0.22);
});

test('of a head that is turned away nothing is said', () => {
  assert.equal(measurePatches(gainsOf((_, x) => (x < 0 ? 2.2 : 0.2))), null);
});

test('of a few places nothing is said', () => {
  assert.equal(measurePatches(gainsOf(() => 1).slice(0, 12)), null);
  assert.equal(measurePatches(gainsOf(() => 1).map((place) => ({ ...place, error: 0.8 }))), null);
});
