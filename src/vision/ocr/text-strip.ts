import { cropToPlanes, evenFormat } from '../crop.ts';
import type { RgbImage } from '../image.ts';
import { placeIn, type TextBox } from './text-box.ts';

/** The height of a line of text as the recogniser takes it. */
export const stripHeight = 48;

/** Fifty times as long as high: a machine readable line of 44 characters is forty times. */
const longestStrip = 2400;
const shortestStrip = 16;

/**
 * A line of text cut out level, `stripHeight` high, drawn wider by `stretch` than it is. Bilinear; outside of the picture
 * its edge goes on.
 */
export function cutStrip(image: RgbImage, box: TextBox, stretch = 1): RgbImage {
  const wanted = Math.round((box.width / box.height) * stripHeight * stretch);
  const width = Math.max(shortestStrip, Math.min(longestStrip, wanted));
  const data = new Uint8Array(3 * width * stripHeight);
  const start = placeIn(box, -0.5 + 0.5 / width, -0.5 + 0.5 / stripHeight);
  const [stepX, stepY] = stepOf(box, box.width / width, 0);
  const [downX, downY] = stepOf(box, box.height / stripHeight, Math.PI / 2);
  for (let row = 0, out = 0; row < stripHeight; row++) {
    // Counted from the middle of the first pixel.
    let x = start.x + row * downX - 0.5;
    let y = start.y + row * downY - 0.5;
    for (let column = 0; column < width; column++, out += 3, x += stepX, y += stepY) {
      samplePixel(image, x, y, data, out);
    }
  }
  return { data, width, height: stripHeight };
}

const format = evenFormat('bgr', 127.5, 127.5);

/**
 * A strip as the networks take it, BGR in planes [3,48,`width`], (v-127.5)/127.5: a longer one is cut off, a shorter one
 * filled up on its right with mid-grey, as in training.
 */
export function stripPlanes(strip: RgbImage, width: number): Float32Array {
  const used = Math.min(width, strip.width);
  const part = { left: 0, top: 0, right: used, bottom: stripHeight };
  const own = cropToPlanes(strip, part, used, stripHeight, format);
  const planes = new Float32Array(3 * stripHeight * width);
  for (let row = 0; row < 3 * stripHeight; row++) {
    planes.set(own.subarray(row * used, (row + 1) * used), row * width);
  }
  return planes;
}

function stepOf(box: TextBox, length: number, turn: number): readonly [number, number] {
  const angle = box.angleRadians + turn;
  return [Math.cos(angle) * length, Math.sin(angle) * length];
}

/** Writes the bilinear value at a place, counted from the middle of the first pixel; at the edge the nearest pixel's. */
export function samplePixel(image: RgbImage, x: number, y: number, data: Uint8Array, out: number): void {
  const { width, height } = image;
  const atX = x < 0 ? 0 : x > width - 1 ? width - 1 : x;
  const atY = y < 0 ? 0 : y > height - 1 ? height - 1 : y;
  const left = Math.min(atX | 0, Math.max(0, width - 2));
  const top = Math.min(atY | 0, Math.max(0, height - 2));
  const right = atX - left;
  const lower = atY - top;
  const source = image.data;
  const at = 3 * (top * width + left);
  const next = width > 1 ? 3 : 0;
  const below = height > 1 ? at + 3 * width : at;
  for (let colour = 0; colour < 3; colour++) {
    const upperRow =
      (source[at + colour] as number) * (1 - right) + (source[at + next + colour] as number) * right;
    const lowerRow =
      (source[below + colour] as number) * (1 - right) + (source[below + next + colour] as number) * right;
    data[out + colour] = upperRow * (1 - lower) + lowerRow * lower + 0.5;
  }
}
