import { type SeededRandom, seededRandom } from '../support/seeded-random.ts';
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
  const noise = noiseOf(random.between(1, 5));
  const drift = random.between(0, 0.05);
  const phase = random.between(0, 6.28);
  return {
    shake(picture, seconds) {
      const into = emptyPicture();
      drawPicture(picture, into, shaken(picture, sway(0, seconds), sway(1, seconds), sway(2, seconds)));
      return into;
    },
    sense(picture, seconds) {
      expose(picture, 1 + drift * Math.sin(6.28 * 0.3 * seconds + phase), noise, random);
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

const bell = (() => {
  const random = seededRandom(20261126);
  return Float32Array.from({ length: 65_536 }, () => random.normal());
})();

/** Whole shades of a sensor's noise of a deviation; walked from a new place in each row of each picture. */
function noiseOf(deviation: number): Int8Array {
  return Int8Array.from(bell, (value) => Math.max(-127, Math.min(127, Math.round(deviation * value))));
}

/** 0 to 255 where a shade lies between -128 and 383, counted from -128: faster than a clamped array. */
const cut = Uint8Array.from({ length: 512 }, (_, at) => Math.max(0, Math.min(255, at - 128)));

function expose(picture: Picture, exposure: number, noise: Int8Array, random: SeededRandom): void {
  const { data, width } = picture;
  const curve = new Uint8Array(256);
  for (let value = 0; value < 256; value++) curve[value] = Math.min(255, value * exposure);
  const rowBytes = 3 * width;
  for (let row = 0; row < data.length; row += rowBytes) {
    const from = Math.floor(random.next() * (noise.length - rowBytes));
    for (let at = 0; at < rowBytes; at++)
      data[row + at] = cut[curve[data[row + at]!]! + noise[from + at]! + 128]!;
  }
}

/** The colour of what stands behind: mostly grey, as rooms are. */
export function anyWall(random: SeededRandom): readonly [number, number, number] {
  const grey = random.between(30, 210);
  const tint = () => Math.max(0, Math.min(255, grey + random.between(-18, 18)));
  return [tint(), tint(), tint()];
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
