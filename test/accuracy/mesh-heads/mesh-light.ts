import { poseOf, shareOfPerson } from '../../attack/head-relief.ts';
import { screenLuxOf } from '../../attack/light-scene.ts';
import type { PosedPicture } from '../../attack/posed-clip.ts';
import { screenLight } from '../../attack/screen-light.ts';
import type { Session } from '../../attack/sessions.ts';
import type { Picture } from '../../support/video-encoder.ts';
import type { MeshPoint } from './face-meshes.ts';
import { type MeshRelief, relieveMesh } from './mesh-relief.ts';

/** What is lit by the screen: a face's mesh of some depth, and round it either hair, neck and shoulders evenly and the wall a little, or nothing. */
export type MeshScene = { readonly depth: number; readonly around: 'body and wall' | 'nothing' };

/** The meshes of a session's pictures, in their order, and the corners of their triangles. */
export type MeshedFace = {
  readonly meshes: readonly (readonly MeshPoint[])[];
  readonly triangles: readonly number[];
};

const aroundLight = { body: 0.55, wall: 0.1 };
const linearOf = Float32Array.from({ length: 256 }, (_, value) => (value / 255) ** 2.2);

/**
 * SIMULATED: the pictures of a session lit by its challenge's colours with a renderer that shares with the lab's only when the screen changes, how bright it is beside the room, and where a
 * person's outline is. No gloss, no eyes, no exposure: the simplest thing that somebody else would write.
 */
export async function* lightByMesh(
  posed: AsyncIterable<PosedPicture>,
  { challenge, scene }: Session,
  { meshes, triangles }: MeshedFace,
  { depth, around }: MeshScene,
): AsyncGenerator<Picture> {
  const lightAt = screenLight(challenge!.colors, scene);
  const white = screenLuxOf(scene) / scene.roomLux;
  let at = 0;
  for await (const { picture, landmarks } of posed) {
    const relief = relieveMesh(meshes[at]!, triangles, { ...picture, depth });
    const enter = poseOf(landmarks);
    fillAround(relief, (x, y) => {
      if (around === 'nothing') return 0;
      const share = shareOfPerson(enter({ x, y }));
      return share * aroundLight.body + (1 - share) * aroundLight.wall;
    });
    const light = lightAt((1000 * at) / scene.framesPerSecond).map((part) => part * white);
    yield shine(picture, softened(relief), light);
    at += 1;
  }
}

function fillAround({ columns, step, light }: MeshRelief, lightAt: (x: number, y: number) => number): void {
  light.forEach((value, at) => {
    if (Number.isNaN(value)) light[at] = lightAt((at % columns) * step, Math.floor(at / columns) * step);
  });
}

/** Mean over five places each way, so that the mesh has no edge. */
function softened(relief: MeshRelief): MeshRelief {
  const { columns, rows } = relief;
  const blurred = (from: Float32Array, along: number, across: number) =>
    from.map((_, at) => {
      let [sum, count] = [0, 0];
      for (let way = -2; way <= 2; way++) {
        const [column, row] = [(at % columns) + way * along, Math.floor(at / columns) + way * across];
        if (column < 0 || column >= columns || row < 0 || row >= rows) continue;
        sum += from[row * columns + column]!;
        count += 1;
      }
      return sum / count;
    });
  return { ...relief, light: blurred(blurred(relief.light, 1, 0), 0, 1) };
}

function shine({ width, height, data }: Picture, relief: MeshRelief, light: readonly number[]): Picture {
  const { columns, step } = relief;
  const lit = new Uint8Array(data.length);
  for (let y = 0, at = 0; y < height; y++) {
    const [row, down] = [Math.floor(y / step), (y % step) / step];
    for (let x = 0; x < width; x++) {
      const from = row * columns + Math.floor(x / step);
      const right = (x % step) / step;
      const on = (place: number) => relief.light[place]! * (1 - right) + relief.light[place + 1]! * right;
      const share = on(from) * (1 - down) + on(from + columns) * down;
      for (let channel = 0; channel < 3; channel++, at++) {
        const linear = linearOf[data[at]!]! * (1 + light[channel]! * share);
        lit[at] = Math.min(255, 255 * linear ** (1 / 2.2) + 0.5);
      }
    }
  }
  return { width, height, data: lit };
}
