import type { SheetPose } from './held-sheet.ts';
import type { Picture } from './video-encoder.ts';

/** A pinhole camera in portrait format; its focal length is about that of a phone's front camera. */
export const camera = { width: 480, height: 640, focalPixels: 560 };

/** Draws RGB values of the sheet at a place (0..1, 0..1), or of what lies behind it, into `into` at `at`. */
export type Sheet = {
  readonly picture: Picture;
  /** Width of the sheet in the camera's picture when it is held at distance 1, in pixels. */
  readonly widthPixels: number;
  readonly background: readonly [number, number, number];
};

/**
 * What the camera sees of a flat sheet: a perspective (homography) image, bilinear. The rows are exposed one after
 * the other (`rollingSeconds` from first to last), as on a phone: a moving sheet is seen sheared.
 */
export function filmSheet(
  sheet: Sheet,
  poseAt: (seconds: number) => SheetPose,
  seconds: number,
  rollingSeconds: number,
): Picture {
  const { width, height } = camera;
  const data = new Uint8Array(width * height * 3);
  const stripRows = 16;
  for (let top = 0; top < height; top += stripRows) {
    const toSheet = sheetFromCamera(sheet, poseAt(seconds + (rollingSeconds * top) / height));
    for (let y = top; y < Math.min(height, top + stripRows); y++) {
      for (let x = 0; x < width; x++) drawPixel(sheet, toSheet, x, y, data, (y * width + x) * 3);
    }
  }
  return { width, height, data };
}

/** The nine numbers that take a camera pixel (homogeneous) to sheet coordinates in pixels of its picture. */
export function sheetFromCamera(sheet: Sheet, pose: SheetPose): Float64Array {
  const { focalPixels, width, height } = camera;
  // The sheet's own width is 1; it is seen `widthPixels` wide from this far.
  const far = (focalPixels / sheet.widthPixels) * pose.distance;
  const [cosX, sinX] = [Math.cos(pose.tiltX), Math.sin(pose.tiltX)];
  const [cosY, sinY] = [Math.cos(pose.tiltY), Math.sin(pose.tiltY)];
  const [cosR, sinR] = [Math.cos(pose.roll), Math.sin(pose.roll)];
  // First two columns of R = Rz(roll) Rx(tiltX) Ry(tiltY), and the translation.
  const right = [cosR * cosY - sinR * sinX * sinY, sinR * cosY + cosR * sinX * sinY, -cosX * sinY];
  const down = [-sinR * cosX, cosR * cosX, sinX];
  const shift = [pose.x * far, pose.y * far, far];
  const scale = sheet.picture.width;
  const aspect = sheet.picture.height / sheet.picture.width;
  // Sheet pixel (u, v) stands at ((u / scale - .5), (v / scale - aspect / 2)) on the plane.
  const columns = [0, 1, 2].map((row) => {
    const [a, b] = [right[row]! / scale, down[row]! / scale];
    return [a, b, shift[row]! - right[row]! / 2 - (down[row]! * aspect) / 2];
  });
  const toCamera = [
    ...columns[0]!.map((value, at) => focalPixels * value + (width / 2) * columns[2]![at]!),
    ...columns[1]!.map((value, at) => focalPixels * value + (height / 2) * columns[2]![at]!),
    ...columns[2]!,
  ];
  return invert3(toCamera);
}

function invert3(m: readonly number[]): Float64Array {
  const [a, b, c, d, e, f, g, h, i] = m as [
    number,
    number,
    number,
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  // Scale does not matter in homogeneous coordinates: the adjugate is enough.
  return Float64Array.from([
    ...[e * i - f * h, c * h - b * i, b * f - c * e],
    ...[f * g - d * i, a * i - c * g, c * d - a * f],
    ...[d * h - e * g, b * g - a * h, a * e - b * d],
  ]);
}

function drawPixel(sheet: Sheet, m: Float64Array, x: number, y: number, data: Uint8Array, at: number): void {
  const w = m[6]! * x + m[7]! * y + m[8]!;
  const u = (m[0]! * x + m[1]! * y + m[2]!) / w;
  const v = (m[3]! * x + m[4]! * y + m[5]!) / w;
  const { width, height, data: source } = sheet.picture;
  if (!(u >= 0 && v >= 0 && u < width - 1 && v < height - 1)) {
    data[at] = sheet.background[0];
    data[at + 1] = sheet.background[1];
    data[at + 2] = sheet.background[2];
    return;
  }
  const [left, top] = [u | 0, v | 0];
  const [fx, fy] = [u - left, v - top];
  const place = (top * width + left) * 3;
  const below = place + width * 3;
  for (let colour = 0; colour < 3; colour++) {
    const upper = source[place + colour]! * (1 - fx) + source[place + 3 + colour]! * fx;
    const lower = source[below + colour]! * (1 - fx) + source[below + 3 + colour]! * fx;
    data[at + colour] = upper * (1 - fy) + lower * fy;
  }
}
