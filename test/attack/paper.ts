import type { Point } from '../../src/vision/geometry.ts';
import { type Handling, handleSheet } from '../support/held-sheet.ts';
import { lookOfMedium } from '../support/refilmed-still.ts';
import type { SeededRandom } from '../support/seeded-random.ts';
import { camera } from '../support/sheet-camera.ts';
import type { Picture } from '../support/video-encoder.ts';
import { drawMesh, type Texture } from './draw-mesh.ts';
import { projectSheet, type SheetForm, sheetCorners, sheetTriangles } from './sheet-mesh.ts';

/** A print in a hand. */
export type HeldPaper = {
  readonly form: SheetForm;
  /** The print's pixels; its picture may be cut (see `Texture.mask`). */
  readonly texture: Texture;
  placesAt(seconds: number): readonly Point[];
  /** Draws it over what lies behind it. */
  draw(into: Picture, places: readonly Point[]): void;
};

/** SIMULATED: a photo printed on paper (its colours, its grey black) and held; bent it is a part of a tube, lit from one side. */
export function printPhoto(
  photo: Picture,
  how: { readonly isBent: boolean; readonly handling: Handling; readonly widthPixels: number },
  random: SeededRandom,
  cutHoles: (print: Picture) => Uint8Array | undefined = () => undefined,
): HeldPaper {
  const print = lookOfMedium('print', random).surface(photo);
  const sign = random.next() < 0.3 ? -1 : 1;
  const curvature = how.isBent ? sign * random.between(0.6, 2.2) : 0;
  if (how.isBent) shadeTube(print, curvature, random.between(-0.6, 0.6));
  const form = { aspect: print.height / print.width, widthPixels: how.widthPixels, curvature };
  const points = sheetCorners.map(({ x, y }) => ({
    x: x * (print.width - 1.01),
    y: y * (print.height - 1.01),
  }));
  const mask = cutHoles(print);
  const texture = { picture: print, points, ...(mask && { mask }) };
  const poseAt = handleSheet(random, how.handling);
  return {
    form,
    texture,
    placesAt: (seconds) => projectSheet(form, poseAt(seconds)),
    draw: (into, places) => drawMesh(texture, into, places, sheetTriangles),
  };
}

/** Brighter where the paper faces the lamp (Lambert), in place. */
function shadeTube(print: Picture, curvature: number, lamp: number): void {
  const { width, height, data } = print;
  for (let x = 0; x < width; x++) {
    const shade = 0.55 + 0.45 * Math.cos(curvature * (x / width - 0.5) - lamp);
    for (let y = 0; y < height; y++) {
      const at = 3 * (y * width + x);
      for (let colour = 0; colour < 3; colour++) data[at + colour] = data[at + colour]! * shade;
    }
  }
}

/** Pixels of the camera's picture to one of the coverage, each way. */
const coarse = 4;
const white = { width: 4, height: 4, data: new Uint8Array(48).fill(255) };
const whiteCorners = sheetCorners.map(({ x, y }) => ({ x: x * 2.9, y: y * 2.9 }));

/** How much of the light comes back where the paper is and where it is not, pixel by pixel of the camera's picture. */
export function lightOver(places: readonly Point[], ofPaper: number, ofRest: number): Float32Array {
  const { width, height } = camera;
  const small = {
    width: width / coarse,
    height: height / coarse,
    data: new Uint8Array((3 * width * height) / coarse ** 2),
  };
  const near = places.map(({ x, y }) => ({ x: x / coarse, y: y / coarse }));
  drawMesh({ picture: white, points: whiteCorners }, small, near, sheetTriangles);
  const shares = new Float32Array(width * height);
  for (let y = 0, at = 0; y < height; y++) {
    const row = small.width * Math.floor(y / coarse);
    for (let x = 0; x < width; x++, at++)
      shares[at] = small.data[3 * (row + Math.floor(x / coarse))]! > 127 ? ofPaper : ofRest;
  }
  return shares;
}
