import type { ColorSpan } from '../../src/verify/challenge.ts';
import type { Picture, Pictures } from '../support/video-encoder.ts';
import type { Camera } from './camera.ts';
import { type LightScene, screenLuxOf } from './light-scene.ts';
import { startCamera } from './lit-camera.ts';
import { screenLight } from './screen-light.ts';

/** For each pixel: how much of the screen's light it throws back, as a share of what a face before it does; and what is added as gloss. */
export type SheetLight = { readonly scattered: Float32Array; readonly gloss: Float32Array };

const linearOf = Float32Array.from({ length: 256 }, (_, value) => (value / 255) ** 2.2);

/**
 * SIMULATED: a flat thing held before the camera, lit by the challenge's colours: no nose stands nearer, no cheek turns away. The
 * same light, exposure and times as `lightScene` has for a head; then the sensor's noise. Each picture is good until the next one.
 */
export async function* lightSheet(
  pictures: Pictures,
  colors: readonly ColorSpan[],
  scene: LightScene,
  sheetLightOf: (picture: Picture, at: number) => SheetLight,
  sensor: Camera,
): AsyncGenerator<Picture> {
  const lightAt = screenLight(colors, scene);
  const exposure = startCamera(scene);
  const white = screenLuxOf(scene) / scene.roomLux;
  // One for all pictures: it is four times as large as they are.
  let linear = new Float32Array(0);
  let developed = new Uint8Array(0);
  let at = 0;
  for await (const picture of pictures) {
    if (linear.length !== picture.data.length) {
      linear = new Float32Array(picture.data.length);
      developed = new Uint8Array(picture.data.length);
    }
    const seconds = at / scene.framesPerSecond;
    const light = lightAt(1000 * seconds).map((part) => part * white);
    shine(picture, light, sheetLightOf(picture, at), linear);
    yield sensor.sense(exposure.develop(linear, picture.width, picture.height, developed), seconds);
    at += 1;
  }
}

function shine(
  { data }: Picture,
  light: readonly number[],
  { scattered, gloss }: SheetLight,
  linear: Float32Array,
): void {
  const [red, green, blue] = light as [number, number, number];
  for (let pixel = 0, at = 0; pixel < scattered.length; pixel++, at += 3) {
    const back = scattered[pixel]!;
    const added = gloss[pixel]!;
    linear[at] = linearOf[data[at]!]! * (1 + red * back) + red * added;
    linear[at + 1] = linearOf[data[at + 1]!]! * (1 + green * back) + green * added;
    linear[at + 2] = linearOf[data[at + 2]!]! * (1 + blue * back) + blue * added;
  }
}
