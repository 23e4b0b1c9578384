import { type Handling, handleSheet } from './held-sheet.ts';
import { type SeededRandom, seededRandom } from './seeded-random.ts';
import { filmSheet } from './sheet-camera.ts';
import type { Picture } from './video-encoder.ts';

/** What the photo is shown on. `file` is the photo itself, fed in by a false camera: no surface, no lens. */
export type Medium = 'file' | 'print' | 'screen';

export const media: readonly Medium[] = ['file', 'print', 'screen'];

export type Refilming = {
  readonly seed: number;
  readonly medium: Medium;
  readonly handling: Handling;
  readonly seconds: number;
  readonly framesPerSecond: number;
  /** Width of the sheet in the picture, in pixels of 480. */
  readonly sheetWidthPixels: number;
};

/**
 * SIMULATED: a still photo filmed again by a phone, as a stream of pictures of 480 x 640. Perspective, tremor, rolling
 * shutter, exposure drift, the colours of paper or of a screen (with its grid of cells), a reflection, and sensor
 * noise; compression comes with the encoder. No real print or screen was filmed.
 */
export function* refilmStill(photo: Picture, how: Refilming): Generator<Picture> {
  const random = seededRandom(how.seed);
  const look = lookOfMedium(how.medium, random);
  const background = [random.between(20, 220), random.between(20, 220), random.between(20, 220)] as const;
  const sheet = { picture: look.surface(photo), widthPixels: how.sheetWidthPixels, background };
  const poseAt = handleSheet(random, how.handling);
  const rolling = how.medium === 'file' ? 0 : random.between(0.01, 0.03);
  for (let at = 0; at < Math.round(how.seconds * how.framesPerSecond); at++) {
    const seconds = at / how.framesPerSecond;
    yield look.sense(filmSheet(sheet, poseAt, seconds, rolling), seconds);
  }
}

/** What a medium makes of a picture shown on it, and what a sensor makes of the view. */
export type MediumLook = {
  surface(picture: Picture): Picture;
  /** Changes the picture in place: exposure drift and noise. */
  sense(picture: Picture, seconds: number): Picture;
};

export function lookOfMedium(medium: Medium, random: SeededRandom): MediumLook {
  const paint = medium === 'file' ? null : paintOf(medium, random);
  const isFile = medium === 'file';
  const deviation = isFile ? random.between(0, 1.5) : random.between(1, 6);
  const drift = isFile ? 0 : random.between(0, 0.06);
  const phase = random.between(0, 6.28);
  return {
    surface: (picture) =>
      paint ? paint(enlarge(picture, Math.max(1, Math.round(900 / picture.width)))) : picture,
    sense(picture, seconds) {
      addSensorNoise(picture, 1 + drift * Math.sin(6.28 * 0.3 * seconds + phase), deviation, random);
      return picture;
    },
  };
}

/** The colours of paper or of a screen, and a lamp that mirrors in it; paints in place. */
function paintOf(medium: 'print' | 'screen', random: SeededRandom): (picture: Picture) => Picture {
  const tint = [random.between(0.85, 1.05), random.between(0.9, 1.02), random.between(0.85, 1.1)];
  // Paper's black is grey; a screen's is not, but a room mirrors in it.
  const [black, white] = medium === 'print' ? [random.between(15, 40), random.between(195, 240)] : [5, 250];
  const gamma = random.between(0.85, 1.2);
  const lamp = {
    x: random.next(),
    y: random.next(),
    size: random.between(0.1, 0.3),
    strength: random.between(0, 70),
  };
  const cell = random.between(2.2, 3.6);
  const curve = Float32Array.from(
    { length: 256 },
    (_, value) => black + (white - black) * (value / 255) ** gamma,
  );
  return (picture) => {
    const { width, height, data } = picture;
    for (let y = 0; y < height; y++) {
      for (let x = 0; x < width; x++) {
        const away = (x / width - lamp.x) ** 2 + (y / height - lamp.y) ** 2;
        const shine = lamp.strength * Math.exp(-away / lamp.size ** 2);
        for (let colour = 0; colour < 3; colour++) {
          const at = (y * width + x) * 3 + colour;
          let value = curve[data[at]!]! * tint[colour]!;
          // A screen's cells, a third of a cell apart for each colour; they beat with the sensor's.
          if (medium === 'screen') {
            value *=
              1 + 0.16 * Math.cos((6.28 * (x + (colour * cell) / 3)) / cell) * Math.cos((6.28 * y) / cell);
          }
          data[at] = Math.max(0, Math.min(255, value + shine));
        }
      }
    }
    return picture;
  };
}

function enlarge(photo: Picture, times: number): Picture {
  const width = (photo.width - 1) * times;
  const height = (photo.height - 1) * times;
  const data = new Uint8Array(width * height * 3);
  for (let y = 0; y < height; y++) {
    const [top, fy] = [Math.floor(y / times), (y % times) / times];
    for (let x = 0; x < width; x++) {
      const [left, fx] = [Math.floor(x / times), (x % times) / times];
      const from = (top * photo.width + left) * 3;
      for (let colour = 0; colour < 3; colour++) {
        const at = from + colour;
        const upper = photo.data[at]! * (1 - fx) + photo.data[at + 3]! * fx;
        const lower =
          photo.data[at + photo.width * 3]! * (1 - fx) + photo.data[at + photo.width * 3 + 3]! * fx;
        data[(y * width + x) * 3 + colour] = upper * (1 - fy) + lower * fy;
      }
    }
  }
  return { width, height, data };
}

/** Noise of a small sensor: even over the picture, a new one in each frame. A table of bell-curve values is walked at random. */
export function addSensorNoise(
  picture: Picture,
  exposure: number,
  deviation: number,
  random: SeededRandom,
): void {
  const { data } = picture;
  let at = Math.floor(random.next() * noiseTable.length);
  for (let place = 0; place < data.length; place++) {
    at += 1;
    if (at >= noiseTable.length) at = Math.floor(random.next() * 4096);
    data[place] = Math.max(0, Math.min(255, data[place]! * exposure + deviation * noiseTable[at]!));
  }
}

const noiseTable = (() => {
  const random = seededRandom(20261123);
  return Float32Array.from({ length: 65_537 }, () => random.normal());
})();
