import { type SeededRandom, seededRandom } from '../support/seeded-random.ts';
import type { Picture, Pictures } from '../support/video-encoder.ts';
import { drawPicture, emptyPicture, type Similarity } from './fit-picture.ts';

/** Turns what stands before a camera into what it sees. */
export type Camera = {
  /**
   * The whole view moved by the hand: for people and for streams that pretend to be filmed. Good until the next one, which is drawn
   * over it: a megabyte a picture keeps the collector busy for a fifth of a run.
   */
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
  const into = emptyPicture();
  return {
    shake(picture, seconds) {
      into.data.fill(0);
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

/** A sensor's noise in whole shades, four to a word: from its first shade on, from its second, its third, its fourth. */
type Noise = readonly Uint32Array[];

/** Noise of a deviation; walked from a new place in each row of each picture. */
function noiseOf(deviation: number): Noise {
  const shades = Int8Array.from(bell, (value) =>
    Math.max(-127, Math.min(127, Math.round(deviation * value))),
  );
  return [0, 1, 2, 3].map((shift) => {
    const shifted = new Int8Array(bell.length);
    shifted.set(shades.subarray(shift));
    return new Uint32Array(shifted.buffer);
  });
}

/** What becomes of each shade (times 256) under each shade of noise (as a byte). */
const seenAs = new Uint8Array(65_536);

/** Four shades at a time, in place: the picture's rows are whole words (480 pixels). */
function expose({ data, width }: Picture, exposure: number, noise: Noise, random: SeededRandom): void {
  for (let at = 0; at < seenAs.length; at++) {
    const seen = Math.trunc(Math.min(255, (at >> 8) * exposure)) + ((at << 24) >> 24);
    seenAs[at] = seen < 0 ? 0 : seen > 255 ? 255 : seen;
  }
  const words = new Uint32Array(data.buffer, data.byteOffset, data.length >> 2);
  const [rowBytes, rowWords] = [3 * width, (3 * width) >> 2];
  for (let row = 0; row < words.length; row += rowWords) {
    const from = Math.floor(random.next() * (bell.length - rowBytes));
    const shades = noise[from & 3]!;
    const first = from >> 2;
    for (let at = 0; at < rowWords; at++) {
      const light = words[row + at]!;
      const grain = shades[first + at]!;
      words[row + at] =
        seenAs[((light & 255) << 8) | (grain & 255)]! |
        (seenAs[(light & 0xff00) | ((grain >>> 8) & 255)]! << 8) |
        (seenAs[((light >>> 8) & 0xff00) | ((grain >>> 16) & 255)]! << 16) |
        (seenAs[((light >>> 16) & 0xff00) | (grain >>> 24)]! << 24);
    }
  }
}

/** The colour of what stands behind: mostly grey, as rooms are. */
export function anyWall(random: SeededRandom): readonly [number, number, number] {
  const grey = random.between(30, 210);
  const tint = () => Math.max(0, Math.min(255, grey + random.between(-18, 18)));
  return [tint(), tint(), tint()];
}

/** Every picture through a camera in a hand; each is good until the next one. */
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
