import { addSensorNoise } from '../support/refilmed-still.ts';
import { type SeededRandom, seededRandom } from '../support/seeded-random.ts';
import type { Picture } from '../support/video-encoder.ts';
import { addGlints } from './glints.ts';
import { type Relief, type RoomLamp, relieve } from './head-relief.ts';
import { startCamera } from './lit-camera.ts';
import type { PosedPicture } from './posed-clip.ts';
import { type Rgb, type ScreenTimes, screenLight } from './screen-light.ts';

/** Where and how a face is lit by a screen and filmed. Everything but the colours. */
export type LightScene = ScreenTimes & {
  readonly seed: number;
  readonly framesPerSecond: number;
  /** What the face's skin throws back, beside what the clip's own does: 1 as filmed, 0.3 a dark skin in the place of a light one. */
  readonly skin: number;
  /** Light of the room on the face: 50 dim, 150 as at home, 500 an office, 2,000 beside a window. */
  readonly roomLux: number;
  readonly distanceCm: number;
  readonly backgroundCm: number;
  readonly screen: ScreenSize;
  /** See `ReliefSetting`. */
  readonly depth: number;
  readonly lamp: RoomLamp;
  /** The camera's tone: the exponent of its curve is 1 / gamma. */
  readonly gamma: number;
  readonly hasAutoExposure: boolean;
  readonly hasWhiteBalance: boolean;
  /** Deviation of the sensor's noise, of 255. */
  readonly noise: number;
  readonly wearsGlasses: boolean;
};

export type ScreenSize = { readonly nits: number; readonly widthCm: number; readonly heightCm: number };

/** Half of a phone's full brightness is lost to the oval and to what the page writes; 500 is a phone's usual maximum. */
export const phone: ScreenSize = { nits: 450, widthCm: 6.8, heightCm: 14 };
export const laptop: ScreenSize = { nits: 300, widthCm: 31, heightCm: 17 };

/** A light-skinned person at home with a phone at arm's length. */
export const usualScene: LightScene = {
  seed: 1,
  framesPerSecond: 20,
  skin: 1,
  roomLux: 150,
  distanceCm: 35,
  backgroundCm: 150,
  screen: phone,
  depth: 1,
  lamp: { share: 0, from: 'front' },
  gamma: 2.2,
  hasAutoExposure: true,
  hasWhiteBalance: true,
  noise: 3,
  wearsGlasses: false,
  lagMs: 120,
  driftMsPerSecond: 0,
  restColor: '#404040',
};

/** Lux that a white screen throws on a face squarely before it (a small source that shines by the cosine). */
export function screenLuxOf({ screen, distanceCm }: LightScene): number {
  return (screen.nits * screen.widthCm * screen.heightCm) / distanceCm ** 2;
}

/**
 * SIMULATED: what a camera sees of a filmed face when a screen lights it, picture by picture (`framesPerSecond` of them a
 * second, the first at 0 ms). In linear light each pixel is what it was, as lit by the room, and its share more by the screen: by the
 * shape of a head fitted to the landmarks, the distance, the screen's colour at that moment. Then come gloss, the screen's
 * image in eyes and glasses, exposure, white balance, tone and noise. The room's own light stays in the clip: its shadows are in
 * the screen's light too, which they would not be in truth. Colours are sRGB. Where whoever takes the pictures does not keep them,
 * each may be drawn over the one before.
 */
export async function* lightScene(
  pictures: Iterable<PosedPicture> | AsyncIterable<PosedPicture>,
  colors: readonly { readonly color: string; readonly fromMs: number; readonly toMs: number }[],
  scene: LightScene,
  keeps = true,
): AsyncGenerator<Picture> {
  const random = seededRandom(scene.seed);
  const lightAt = screenLight(colors, scene);
  const camera = startCamera(scene);
  const white = screenLuxOf(scene) / scene.roomLux;
  // One for all pictures: it is four times as large as they are.
  let linear = new Float32Array(0);
  let developed: Uint8Array<ArrayBuffer> | null = null;
  let at = 0;
  for await (const { picture, landmarks } of pictures) {
    const { width, height } = picture;
    if (linear.length !== picture.data.length) linear = new Float32Array(picture.data.length);
    const relief = relieve(width, height, landmarks, {
      ...scene,
      screenHalfHeightCm: scene.screen.heightCm / 2,
    });
    const light = lightAt((1000 * at) / scene.framesPerSecond).map((part) => part * white);
    shine(picture, relief, light as unknown as Rgb, scene, linear);
    addGlints(linear, width, landmarks, light as unknown as Rgb, scene);
    if (keeps || developed?.length !== linear.length) developed = new Uint8Array(linear.length);
    yield finish(camera.develop(linear, width, height, developed), scene, random);
    at += 1;
  }
}

function finish(picture: Picture, { noise }: LightScene, random: SeededRandom): Picture {
  if (noise > 0) addSensorNoise(picture, 1, noise, random);
  return picture;
}

/** Of linear light at full white: what skin of usual brightness sends back of the light that falls on it, in a well exposed picture. */
const glossPerLight = 0.3 / 0.45;
const linearOf = Float32Array.from({ length: 256 }, (_, value) => (value / 255) ** 2.2);

/** Writes the picture in linear light (1 is the camera's white), with the screen's light on it, into `linear`. */
function shine(
  { width, height, data }: Picture,
  relief: Relief,
  [red, green, blue]: Rgb,
  { skin }: LightScene,
  linear: Float32Array,
): void {
  const { columns, step } = relief;
  const [scatteredRow, glossRow, personRow] = [0, 1, 2].map(() => new Float32Array(columns)) as [
    Float32Array,
    Float32Array,
    Float32Array,
  ];
  const extra = skin - 1;
  for (let y = 0, at = 0; y < height; y++) {
    blendRows(scatteredRow, relief.scattered, y / step);
    blendRows(glossRow, relief.gloss, y / step);
    blendRows(personRow, relief.person, y / step);
    for (let left = 0; left * step < width; left++) {
      // Straight from one place of the grid to the next.
      let scattered = scatteredRow[left]!;
      let gloss = glossPerLight * glossRow[left]!;
      let albedo = 1 + extra * personRow[left]!;
      const moreScattered = (scatteredRow[left + 1]! - scattered) / step;
      const moreGloss = (glossPerLight * glossRow[left + 1]! - gloss) / step;
      const moreAlbedo = (1 + extra * personRow[left + 1]! - albedo) / step;
      const end = at + 3 * Math.min(step, width - left * step);
      for (; at < end; at += 3) {
        linear[at] = linearOf[data[at]!]! * albedo * (1 + red * scattered) + red * gloss;
        linear[at + 1] = linearOf[data[at + 1]!]! * albedo * (1 + green * scattered) + green * gloss;
        linear[at + 2] = linearOf[data[at + 2]!]! * albedo * (1 + blue * scattered) + blue * gloss;
        scattered += moreScattered;
        gloss += moreGloss;
        albedo += moreAlbedo;
      }
    }
  }
}

function blendRows(into: Float32Array, grid: Float32Array, place: number): void {
  const above = Math.floor(place);
  const share = place - above;
  const columns = into.length;
  for (let column = 0; column < columns; column++) {
    const at = above * columns + column;
    into[column] = grid[at]! + share * (grid[at + columns]! - grid[at]!);
  }
}
