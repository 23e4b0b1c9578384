import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { seededRandom } from '../../../test/support/seeded-random.ts';
import { thresholds } from '../thresholds.ts';
import { bandEyes, bandSize, type EyeBand } from './eye-band.ts';
import { measureEyeMotion } from './eye-motion.ts';

// SIMULATED: skin, brows, lids and irises as soft shapes, seen with two shades of noise.

type Look = {
  /** Pixels that the irises lie aside of their middle, in the left eye and the right. */
  readonly gaze?: readonly [number, number];
  /** Pixels that the upper lids hang lower. */
  readonly lids?: number;
  /** How the whole is seen: shifted, enlarged and tilted away like a sheet, and brighter. */
  readonly shift?: number;
  readonly larger?: number;
  readonly tilt?: number;
  readonly brighter?: number;
};

const soft = (distance: number) => 1 / (1 + Math.exp(2 * distance));

function shadeAt(x: number, y: number, { gaze = [0, 0], lids = 0 }: Look): number {
  let shade = 150 + 12 * Math.sin(x / 9) + 8 * Math.sin(y / 7 + x / 23);
  [bandEyes.left, bandEyes.right].forEach((eye, side) => {
    const [aside, down] = [x - eye, y - bandEyes.y];
    shade -= 70 * soft(Math.abs(down + 14) - 2) * soft(Math.abs(aside) - 13);
    const isWhite = soft(Math.hypot(aside / 1.9, down) - 4.5) * soft(lids - 3 - down);
    const isIris = soft(Math.hypot(aside - gaze[side]!, down) - 3.5);
    shade += isWhite * (60 - 150 * isIris);
  });
  return shade;
}

/** Four seconds, twelve bands each. */
function film(lookAt: (seconds: number) => Look): readonly EyeBand[] {
  const random = seededRandom(5);
  return Array.from({ length: 48 }, (_, at) => {
    const look = lookAt(at / 12);
    const { shift = 0, larger = 0, tilt = 0, brighter = 0 } = look;
    return Float32Array.from({ length: bandSize.width * bandSize.height }, (_, place) => {
      const column = (place % bandSize.width) - bandSize.width / 2;
      const row = Math.floor(place / bandSize.width) - bandSize.height / 2;
      const scale = 1 + larger + tilt * column;
      const x = bandSize.width / 2 + shift + scale * column;
      const y = bandSize.height / 2 + shift / 2 + scale * row;
      return (1 + brighter) * shadeAt(x, y, look) + 2 * random.normal();
    });
  });
}

/** The larger of both over its threshold: 1 is a sign of life. */
function lifeIn(lookAt: (seconds: number) => Look): number {
  const motion = measureEyeMotion(film(lookAt));
  assert.ok(motion);
  return Math.max(
    motion.across / thresholds.eyesAcrossLeast.value,
    motion.down / thresholds.eyesDownLeast.value,
  );
}

const wander = (seconds: number) => (seconds % 1.3 < 0.6 ? 0.5 : -0.5);

describe('eyes', () => {
  it('of a photo that lies still do not move', () => {
    assert.ok(lifeIn(() => ({})) < 0.5, `${lifeIn(() => ({}))}`);
  });

  it('of a photo that trembles, comes nearer, is tilted and shines do not move in it', () => {
    const held = lifeIn((seconds) => ({
      shift: 1.5 * Math.sin(5 * seconds),
      larger: 0.03 * Math.sin(2 * seconds),
      tilt: 0.0004 * Math.sin(3 * seconds),
      brighter: 0.1 * Math.sin(seconds),
    }));
    assert.ok(held < 0.7, `${held}`);
  });

  it('whose gaze wanders by half a pixel are alive, also in a head that trembles', () => {
    const alive = lifeIn((seconds) => ({
      gaze: [wander(seconds), wander(seconds)],
      shift: 1.5 * Math.sin(5 * seconds),
    }));
    assert.ok(alive > 1.5, `${alive}`);
  });

  it('whose lids twitch together are alive', () => {
    const alive = lifeIn((seconds) => ({ lids: 1 + 3 * wander(seconds) }));
    assert.ok(alive > 1, `${alive}`);
  });

  it('that part from each other show no gaze', () => {
    const motion = measureEyeMotion(film((seconds) => ({ gaze: [wander(seconds), -wander(seconds)] })));
    assert.equal(motion?.across, 0);
  });

  it('of a photo whose light goes out and comes back do not move', () => {
    const dark = (seconds: number) => (seconds > 1 && seconds < 3 ? -0.97 : 0);
    const lit = lifeIn((seconds) => ({ brighter: dark(seconds) }));
    assert.ok(lit < 1, `${lit}`);
  });

  it('of less than half a second tell nothing', () => {
    assert.equal(measureEyeMotion(film(() => ({})).slice(0, 5)), null);
  });
});
