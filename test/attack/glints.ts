import type { Landmarks } from '../../src/vision/face-landmarks.ts';
import { distanceBetween, meanPoint, type Point } from '../../src/vision/geometry.ts';
import type { Rgb } from './screen-light.ts';

type Mirrors = {
  readonly distanceCm: number;
  readonly wearsGlasses: boolean;
  readonly screen: { readonly nits: number; readonly widthCm: number; readonly heightCm: number };
};

/** What a cornea or a lens mirrors of what is before it (Fresnel, index of refraction 1.38 and 1.5). */
const mirrored = { cornea: 0.025, lens: 0.03 };
/** A picture of skin (0.3 of white, throwing back 0.45) by one lux shows a candela per square metre as this much. */
const whitePerNitAndLux = (0.3 * Math.PI) / 0.45;
/** Eye distances: a cornea (radius 7.8 mm) shows a phone at arm's length 1 mm high. */
const corneaGlint = { halfWidth: 0.012, halfHeight: 0.022 };
const lensGlint = { halfWidth: 0.1, halfHeight: 0.16 };

/**
 * Draws the screen's image into open eyes, and into glasses where they are worn. `light` is the screen's light on the face over the
 * room's, so that the same number of lux makes both.
 */
export function addGlints(
  linear: Float32Array,
  width: number,
  landmarks: Landmarks,
  light: Rgb,
  { distanceCm, screen, wearsGlasses }: Mirrors,
): void {
  const eyes = [landmarks.slice(36, 42), landmarks.slice(42, 48)] as const;
  const unit = distanceBetween(meanPoint(eyes[0]), meanPoint(eyes[1]));
  // Lux of a screen are its nits times its solid angle; back to nits over the room's lux.
  const nits = whitePerNitAndLux / ((screen.widthCm * screen.heightCm) / distanceCm ** 2);
  for (const eye of eyes) {
    const opening = distanceBetween(eye[1]!, eye[5]!) / distanceBetween(eye[0]!, eye[3]!);
    const middle = meanPoint(eye);
    if (opening > 0.15) addPatch(linear, width, middle, corneaGlint, unit, light, nits * mirrored.cornea);
    const aside = { x: middle.x + 0.06 * unit, y: middle.y + 0.05 * unit };
    if (wearsGlasses) addPatch(linear, width, aside, lensGlint, unit, light, nits * mirrored.lens);
  }
}

function addPatch(
  linear: Float32Array,
  width: number,
  centre: Point,
  size: { readonly halfWidth: number; readonly halfHeight: number },
  unit: number,
  light: Rgb,
  strength: number,
): void {
  const [across, down] = [Math.max(1, size.halfWidth * unit), Math.max(1, size.halfHeight * unit)];
  const height = linear.length / 3 / width;
  for (let y = Math.max(0, Math.ceil(centre.y - down)); y <= Math.min(height - 1, centre.y + down); y++) {
    for (
      let x = Math.max(0, Math.ceil(centre.x - across));
      x <= Math.min(width - 1, centre.x + across);
      x++
    ) {
      const at = 3 * (y * width + x);
      for (let colour = 0; colour < 3; colour++) linear[at + colour]! += light[colour]! * strength;
    }
  }
}
