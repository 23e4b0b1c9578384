import type { ActionPrompt, ColorSpan } from '../../src/verify/challenge.ts';
import { readStretch } from '../support/clip-window.ts';
import { seededRandom } from '../support/seeded-random.ts';
import { clipPath } from '../support/shared-data.ts';
import type { Picture } from '../support/video-encoder.ts';
import { filmInHand, openCamera } from './camera.ts';
import { type FaceMesh, meshOver, warpFace } from './face-mesh.ts';
import { actAsAsked, type FaceMoment } from './face-moment.ts';
import { copyOf } from './fit-picture.ts';
import type { Lab } from './lab.ts';
import { lightScene, usualScene } from './light-scene.ts';
import { followFace, type PosedPicture } from './posed-clip.ts';

/** As many as the judge looks at, and what two cores draw in the time that they take. */
export const answerFramesPerSecond = 15;

/** Somebody who can answer any challenge: a living person's clip, read ahead. */
export type StandIn = { readonly posed: readonly PosedPicture[]; readonly mesh: FaceMesh };

/**
 * Here somebody blinks once, between words, and neither opens the mouth nor turns. The longest challenge takes longer: the clip runs forward and then
 * backward, before a camera that moves on.
 */
const calm = { clip: 'd10', fromSeconds: 3.9, seconds: 6.8 } as const;

/**
 * What takes long is done before there is a challenge, the camera's part too, so that what is left for each picture is done in a
 * quarter of the time that it shows: a busy machine must not look like an impostor's.
 */
export async function rehearse({ vision, encoder }: Lab, seed: number): Promise<StandIn> {
  const stretch = {
    path: clipPath(calm.clip)!,
    fromSeconds: calm.fromSeconds,
    seconds: calm.seconds,
    framesPerSecond: answerFramesPerSecond,
  };
  const there = await Array.fromAsync(readStretch(stretch, encoder.name));
  const filmed = filmInHand(
    [...there, ...there.toReversed()],
    answerFramesPerSecond,
    openCamera(seededRandom(seed)),
  );
  const posed = await Array.fromAsync(followFace(await Array.fromAsync(filmed, copyOf), vision));
  return { posed, mesh: meshOver(posed[0]!) };
}

/** What is asked; both lists may grow until the picture that shows it is drawn. */
export type Asked = {
  readonly isLit: boolean;
  readonly actions: readonly ActionPrompt[];
  readonly colors: readonly ColorSpan[];
};

/**
 * SIMULATED: the pictures of somebody who answers a challenge of levels 1 to 5, even one that comes piece by piece: a living person's
 * clip whose face does what is asked by a mesh over it, lit by the colours. The strongest attack, and our stand-in for an honest
 * customer in a test that must answer a challenge of the server's own choice. Each picture is drawn when it is asked for.
 */
export function answer(
  standIn: StandIn,
  asked: Asked,
  seed: number,
): AsyncGenerator<Picture> | Generator<Picture> {
  const acted = act(standIn, actAsAsked(asked.actions, seededRandom(seed)));
  const scene = {
    ...usualScene,
    seed,
    framesPerSecond: answerFramesPerSecond,
    noise: 0,
    restColor: '#000000',
  };
  return asked.isLit ? lightScene(acted, asked.colors, scene) : picturesOf(acted);
}

const still: FaceMoment = { blink: 0, mouth: 0, yaw: 0, pitch: 0 };
/** Who is told to open the mouth opens it wide: on this face the usual gesture comes to 0.34 to 0.35, the mark itself. */
const wide = 1.4;

function* act({ posed, mesh }: StandIn, momentAt: ReturnType<typeof actAsAsked>): Generator<PosedPicture> {
  for (const [at, picture] of posed.entries()) {
    const moment = momentAt((1000 * at) / answerFramesPerSecond, still);
    yield moment === still ? picture : warpFace(picture, mesh, { ...moment, mouth: wide * moment.mouth });
  }
}

function* picturesOf(posed: Iterable<PosedPicture>): Generator<Picture> {
  for (const { picture } of posed) yield picture;
}
