import type { Point } from '../geometry.ts';
import type { RgbImage } from '../image.ts';
import { warpImage } from '../warp.ts';

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
export function drawEdgeMap(image: RgbImage, axisRadians: number): EdgeMap {
  const scale = Math.max(1, Math.max(image.width, image.height) / longestSide);
  const cos = Math.cos(axisRadians);
  const sin = Math.sin(axisRadians);
  const width = Math.ceil((Math.abs(image.width * cos) + Math.abs(image.height * sin)) / scale);
  const height = Math.ceil((Math.abs(image.width * sin) + Math.abs(image.height * cos)) / scale);
  const turn = { a: scale * cos, b: scale * sin };
  const toSource = {
    ...turn,
    shiftX: (image.width - turn.a * width + turn.b * height) / 2,
    shiftY: (image.height - turn.b * width - turn.a * height) / 2,
  };
  const toPicture = ({ x, y }: Point): Point => ({
    x: turn.a * x - turn.b * y + toSource.shiftX,
    y: turn.b * x + turn.a * y + toSource.shiftY,
  });
  const toMap = (place: Point): Point => {
    const x = (place.x - toSource.shiftX) / (scale * scale);
    const y = (place.y - toSource.shiftY) / (scale * scale);
    return { x: turn.a * x + turn.b * y, y: turn.a * y - turn.b * x };
  };
  const pixels = warpImage(image, toSource, width, height);
  const isInside = (x: number, y: number) => {
    const place = toPicture({ x: x + 0.5, y: y + 0.5 });
    const edge = frame * scale;
    return place.x > edge && place.y > edge && place.x < image.width - edge && place.y < image.height - edge;
  };
  return { width, height, ...measureChange(pixels, width, height, isInside), toPicture, toMap };
}

/** Sobel's operator, divided by 4: levels of 0 to 255 across one pixel and a half or so. */
function measureChange(
  pixels: Float32Array,
  width: number,
  height: number,
  isInside: (x: number, y: number) => boolean,
): Pick<EdgeMap, 'across' | 'down'> {
  const across = new Float32Array(width * height).fill(Number.NaN);
  const down = new Float32Array(width * height).fill(Number.NaN);
  const row = 3 * width;
  for (let y = 1; y < height - 1; y++) {
    for (let x = 1; x < width - 1; x++) {
      if (!isInside(x, y)) continue;
      let [strongest, bestAcross, bestDown] = [-1, 0, 0];
      for (let at = y * row + 3 * x, colour = 0; colour < 3; colour++, at++) {
        const falling = (pixels[at + row + 3] as number) - (pixels[at - row - 3] as number);
        const rising = (pixels[at - row + 3] as number) - (pixels[at + row - 3] as number);
        const alongX = (falling + rising) / 4 + ((pixels[at + 3] as number) - (pixels[at - 3] as number)) / 2;
        const alongY =
          (falling - rising) / 4 + ((pixels[at + row] as number) - (pixels[at - row] as number)) / 2;
        const strength = alongX * alongX + alongY * alongY;
        if (strength > strongest) [strongest, bestAcross, bestDown] = [strength, alongX, alongY];
      }
      across[y * width + x] = bestAcross;
      down[y * width + x] = bestDown;
    }
  }
  return { across, down };
}
