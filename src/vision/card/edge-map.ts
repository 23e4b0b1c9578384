import type { Point } from '../geometry.ts';
import { type RgbImage, shrinkImage } from '../image.ts';
import { type Similarity, warpImage } from '../warp.ts';

/** How much a picture changes from pixel to pixel, turned so that its text runs along x. */
export type EdgeMap = {
  readonly width: number;
  readonly height: number;
  /** Change along x and along y, of the colour that changes most; NaN outside of the picture. */
  readonly across: Float32Array;
  readonly down: Float32Array;
  readonly toPicture: (place: Point) => Point;
  readonly toMap: (place: Point) => Point;
};

/** Longer side of the upright picture in the map. */
const longestSide = 640;

/** Pixels at the picture's frame whose change is not of the picture. */
const frame = 2.5;

/** Draws the edge map of a picture whose text runs along `axisRadians`. */
export async function drawEdgeMap(image: RgbImage, axisRadians: number): Promise<EdgeMap> {
  const small = await shrinkImage(image, longestSide);
  const [scaleX, scaleY] = [image.width / small.width, image.height / small.height];
  const cos = Math.cos(axisRadians);
  const sin = Math.sin(axisRadians);
  const width = Math.ceil(Math.abs(small.width * cos) + Math.abs(small.height * sin));
  const height = Math.ceil(Math.abs(small.width * sin) + Math.abs(small.height * cos));
  const turn: Similarity = {
    a: cos,
    b: sin,
    shiftX: (small.width - cos * width + sin * height) / 2,
    shiftY: (small.height - sin * width - cos * height) / 2,
  };
  const toPicture = ({ x, y }: Point): Point => ({
    x: scaleX * (cos * x - sin * y + turn.shiftX),
    y: scaleY * (sin * x + cos * y + turn.shiftY),
  });
  const toMap = (place: Point): Point => {
    const x = place.x / scaleX - turn.shiftX;
    const y = place.y / scaleY - turn.shiftY;
    return { x: cos * x + sin * y, y: cos * y - sin * x };
  };
  const pixels = warpImage(small, turn, width, height);
  return { width, height, ...measureChange(pixels, width, height, small, turn), toPicture, toMap };
}

/** Sobel's operator, divided by 4: levels of 0 to 255 across one pixel and a half or so. */
function measureChange(
  pixels: Float32Array,
  width: number,
  height: number,
  source: RgbImage,
  turn: Similarity,
): Pick<EdgeMap, 'across' | 'down'> {
  const across = new Float32Array(width * height).fill(Number.NaN);
  const down = new Float32Array(width * height).fill(Number.NaN);
  const [mostX, mostY] = [source.width - frame, source.height - frame];
  for (let row = 1; row < height - 1; row++) {
    let x = turn.a * 1.5 - turn.b * (row + 0.5) + turn.shiftX;
    let y = turn.b * 1.5 + turn.a * (row + 0.5) + turn.shiftY;
    for (let at = row * width + 1; at < (row + 1) * width - 1; at++, x += turn.a, y += turn.b) {
      if (x > frame && y > frame && x < mostX && y < mostY) writeChange(pixels, width, at, across, down);
    }
  }
  return { across, down };
}

/** Not by destructuring: this runs half a million times a photo, and took a third of the search for the card so. */
function writeChange(
  pixels: Float32Array,
  width: number,
  place: number,
  across: Float32Array,
  down: Float32Array,
): void {
  const row = 3 * width;
  let strongest = -1;
  for (let at = 3 * place; at < 3 * place + 3; at++) {
    const falling = (pixels[at + row + 3] as number) - (pixels[at - row - 3] as number);
    const rising = (pixels[at - row + 3] as number) - (pixels[at + row - 3] as number);
    const alongX = (falling + rising) / 4 + ((pixels[at + 3] as number) - (pixels[at - 3] as number)) / 2;
    const alongY = (falling - rising) / 4 + ((pixels[at + row] as number) - (pixels[at - row] as number)) / 2;
    const strength = alongX * alongX + alongY * alongY;
    if (strength <= strongest) continue;
    strongest = strength;
    across[place] = alongX;
    down[place] = alongY;
  }
}
