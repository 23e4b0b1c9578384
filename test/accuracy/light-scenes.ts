import type { Challenge } from '../../src/verify/challenge.ts';
import { randomChallenge } from '../attack/challenges.ts';
import type { FlatTint } from '../attack/flat-light.ts';
import { type LightScene, laptop, phone, usualScene } from '../attack/light-scene.ts';
import { type SoftSpotName, softSpots } from '../attack/soft-spots.ts';
import { type SeededRandom, seededRandom } from '../support/seeded-random.ts';
import type { ClipName } from '../support/shared-data.ts';

/** One lit recording that is measured: whose, of which moment, by which challenge, where. */
export type LightCase = {
  readonly at: number;
  readonly clip: ClipName;
  /** Place of its beginning in the clip, 0 to 1. */
  readonly start: number;
  readonly challenge: Challenge;
  readonly scene: LightScene;
  readonly tint: Pick<FlatTint, 'how' | 'strength'>;
  /** Where the tint lies when it is soft. */
  readonly spot: SoftSpotName;
};

export const lightClips: readonly ClipName[] = ['d0', 'd3', 'd10', 'd13', 'd18'];

const spots = Object.keys(softSpots) as readonly SoftSpotName[];

/** Scenes of rooms with a lamp are numbered from here on. */
export const firstWithLamp = 1000;
const lampsFrom = ['above', 'overhead', 'aside'] as const;

/** A scene of each kind: dim to bright rooms, 25 to 60 cm, phones and laptops, light and dark skin, flat and sharp faces; from `firstWithLamp` on the room is lit from one place beside. */
export function lightCase(at: number): LightCase {
  const random = seededRandom(40_000 + at);
  return {
    at,
    clip: lightClips[at % lightClips.length]!,
    start: random.next(),
    challenge: randomChallenge(random.next() < 0.6 ? 3 : 4, random),
    scene: at < firstWithLamp ? drawScene(random, at) : underLamp(drawScene(random, at), at),
    tint: { how: random.pick(['blend', 'add', 'multiply']), strength: random.pick([0.08, 0.15, 0.3]) },
    spot: spots[Math.floor(at / lightClips.length) % spots.length]!,
  };
}

function underLamp(scene: LightScene, at: number): LightScene {
  const share = seededRandom(50_000 + at).between(0.3, 0.7);
  return { ...scene, lamp: { share, from: lampsFrom[at % lampsFrom.length]! } };
}

function drawScene(random: SeededRandom, seed: number): LightScene {
  const distanceCm = random.between(25, 60);
  return {
    ...usualScene,
    seed,
    framesPerSecond: 12,
    skin: random.pick([1, 1, 0.6, 0.35]),
    // Each doubling is as likely as the next.
    roomLux: 30 * 2 ** random.between(0, 4.75),
    distanceCm,
    backgroundCm: distanceCm + random.between(50, 200),
    screen: random.next() < 0.8 ? phone : laptop,
    depth: random.between(0.8, 1.2),
    lamp: { share: random.next() < 0.5 ? 0 : random.next(), from: 'front' },
    gamma: random.between(1.9, 2.5),
    hasAutoExposure: random.next() < 0.9,
    hasWhiteBalance: random.next() < 0.8,
    noise: random.between(2, 6),
    wearsGlasses: random.next() < 0.25,
    lagMs: random.between(20, 480),
    restColor: '#000000',
  };
}
