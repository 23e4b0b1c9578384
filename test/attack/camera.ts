import { addSensorNoise } from '../support/refilmed-still.ts';
import type { SeededRandom } from '../support/seeded-random.ts';
import type { Picture, Pictures } from '../support/video-encoder.ts';
import { drawPicture, emptyPicture, type Similarity } from './fit-picture.ts';

/** Turns what stands before a camera into what it sees. */
export type Camera = {
  /** The whole view moved by the hand: for people and for streams that pretend to be filmed. */
  shake(picture: Picture, seconds: number): Picture;
  /** Exposure and noise, in place. */
  sense(picture: Picture, seconds: number): Picture;
};

/**
 * SIMULATED: a phone's front camera in a hand. The view is enlarged by 6 % and wanders by up to 2 % of it and 0.02 rad, at 0.2 to
 * 3 Hz; exposure drifts by up to 5 %; the noise of a small sensor stands at 1 to 5 shades.
 */
export function openCamera(random: SeededRandom): Camera {
  const steadiness = random.between(0.1, 1);
  const sways = Array.from({ length: 9 }, () => ({
    size: steadiness * random.between(0.2, 1),
    hertz: random.between(0.2, 3),
    phase: random.between(0, 6.28),
  }));
  const sway = (axis: number, seconds: number) =>
    sways
      .slice(3 * axis, 3 * axis + 3)
      .reduce(
        (sum, { size, hertz, phase }) =>
          sum + (size / (0.5 + hertz)) * Math.sin(6.28 * hertz * seconds + phase),
        0,
      );
  const deviation = random.between(1, 5);
  const drift = random.between(0, 0.05);
  const phase = random.between(0, 6.28);
  return {
    shake(picture, seconds) {
      const into = emptyPicture();
      drawPicture(picture, into, shaken(picture, sway(0, seconds), sway(1, seconds), sway(2, seconds)));
      return into;
    },
    sense(picture, seconds) {
      addSensorNoise(picture, 1 + drift * Math.sin(6.28 * 0.3 * seconds + phase), deviation, random);
      return picture;
    },
  };
}

function shaken({ width, height }: Picture, right: number, down: number, roll: number): Similarity {
  const scale = 1.06;
  const angle = Math.max(-0.02, Math.min(0.02, 0.008 * roll));
  const [cos, sin] = [scale * Math.cos(angle), scale * Math.sin(angle)];
  const limit = (value: number) => Math.max(-0.015, Math.min(0.015, 0.008 * value));
  const x = width / 2 - (cos * width - sin * height) / 2 + limit(right) * width;
  const y = height / 2 - (sin * width + cos * height) / 2 + limit(down) * height;
  return { cos, sin, x, y };
}

/** Every picture through a camera in a hand. */
export async function* filmInHand(
  pictures: Pictures,
  framesPerSecond: number,
  camera: Camera,
): AsyncGenerator<Picture> {
  let at = 0;
  for await (const picture of pictures) {
    const seconds = at / framesPerSecond;
    yield camera.sense(camera.shake(picture, seconds), seconds);
    at += 1;
  }
}
