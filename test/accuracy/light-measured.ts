import type { Challenge } from '../../src/verify/challenge.ts';
import { judgeLight } from '../../src/verify/decide-light.ts';
import { type LightSignal, measureLight } from '../../src/verify/liveness/light/measure-light.ts';
import type { RegionColors } from '../../src/verify/liveness/light/region-colors.ts';
import { randomChallenge } from '../attack/challenges.ts';
import { screenLuxOf } from '../attack/light-scene.ts';
import { seededRandom } from '../support/seeded-random.ts';
import type { DrawnSpecies } from './light-films.ts';
import type { LightCase } from './light-scenes.ts';

/** A film held against a challenge. */
export type MeasuredFilm = {
  readonly species: string;
  readonly person: string;
  readonly light: LightCase;
  /** White screen's light on the face over the room's. */
  readonly screenShare: number;
  readonly signal: LightSignal | null;
  /** Ids of what refuses; empty where the light passes. */
  readonly refusals: readonly string[];
};

const wrongChallenges = 8;
const lateMs = 700;
const driftMsPerSecond = 60;

/**
 * A film as its species; one that answers rightly also as what it is to other challenges: another sequence, the same one late, and
 * the same one running away. That is the same as drawing those, and costs nothing.
 */
export function measureFilm(
  light: LightCase,
  species: DrawnSpecies,
  colors: readonly RegionColors[],
): readonly MeasuredFilm[] {
  const measure = (name: string, challenge: Challenge): MeasuredFilm => {
    const signal = measureLight({ colors, glints: [] }, challenge);
    const refusals = judgeLight(challenge, signal).map(({ id }) => id);
    const screenShare = screenLuxOf(light.scene) / light.scene.roomLux;
    return { species: name, person: light.clip, light, screenShare, signal, refusals };
  };
  const { challenge, scene, tint } = light;
  if (species !== 'right') {
    const isTint = species === 'frame' || species === 'face-box' || species === 'face-outline';
    if (isTint) return [measure(`tint over the ${species}, ${tint.how}`, challenge)];
    return [measure(species === 'soft spot' ? `soft spot, ${tint.how}` : species, challenge)];
  }
  const others = Array.from({ length: wrongChallenges }, (_, other) =>
    randomChallenge(challenge.level, seededRandom(100 * light.at + other)),
  );
  return [
    measure('right', challenge),
    ...others.map((other) => measure('another sequence', other)),
    measure(
      'late',
      shift(challenge, (ms) => ms - (lateMs - scene.lagMs)),
    ),
    measure(
      'running away',
      shift(challenge, (ms) => ms * (1 + driftMsPerSecond / 1000)),
    ),
    measure(
      'falling behind',
      shift(challenge, (ms) => ms * (1 - driftMsPerSecond / 1000)),
    ),
  ];
}

function shift(challenge: Challenge, to: (ms: number) => number): Challenge {
  const colors = challenge.colors.map(({ color, fromMs, toMs }) => ({
    color,
    fromMs: to(fromMs),
    toMs: to(toMs),
  }));
  return { ...challenge, markerMs: challenge.markerMs && to(challenge.markerMs), colors };
}
