import sharp from 'sharp';
import type { Point } from '../../vision/geometry.ts';
import type { RgbImage } from '../../vision/image.ts';
import { randomOf } from '../random.ts';
import type { SideTruth } from '../specimen.ts';
import { exposeShot } from './expose.ts';
import { type Forgery, forge } from './forge.ts';
import { type Attack, planShot, type Severity, type Shot } from './shot.ts';

export type PhotoOrder = {
  /** Same order, same bytes. */
  readonly seed: number | string;
  readonly severity: Severity;
  /** What is wrong with the card or the photo; null: nothing, beyond the severity. */
  readonly attack?: Attack | null;
};

export type SpecimenPhoto = {
  readonly jpeg: Uint8Array;
  readonly truth: {
    readonly severity: Severity;
    readonly attack: Attack | null;
    /** What was changed in the printed card, by an attack on its content. */
    readonly forgery: Forgery | null;
    /** TL TR BR BL of the upright card, in pixels of the photo; outside of it where the card is cropped. */
    readonly corners: readonly Point[];
    readonly shot: Omit<Shot, 'corners'>;
  };
};

/** A simulated phone photo of one side: a desk, a pinhole camera, its light, its sensor and its JPEG. */
export async function photograph(flat: RgbImage, side: SideTruth, order: PhotoOrder): Promise<SpecimenPhoto> {
  const { seed, severity, attack = null } = order;
  const shot = planShot(
    randomOf('shot', seed, severity, attack ?? ''),
    severity,
    flat.width / flat.height,
    attack,
  );
  const forged = await forge(flat, side, attack, randomOf('forge', seed, attack ?? ''));
  const scene = exposeShot(
    await shrinkTo(forged.image, shot.cardWidthPixels),
    shot,
    attack,
    randomOf('scene', seed),
  );
  const { width, height } = shot;
  const raw = { width, height, channels: 3 } as const;
  const blurred = await sharp(scene, { raw }).blur(shot.blurPixels).raw().toBuffer();
  addNoise(blurred, shot.noise, randomOf('noise', seed).whole(1, 0x7fffffff));
  const jpeg = await sharp(blurred, { raw }).jpeg({ quality: shot.quality }).toBuffer();
  const { corners, ...rest } = shot;
  return {
    jpeg,
    truth: { severity, attack, forgery: forged.forgery, corners: corners.map(tenths), shot: rest },
  };
}

/** Smaller before it is sampled, or fine lines would alias in a way that no lens makes. */
async function shrinkTo(image: RgbImage, widthPixels: number): Promise<RgbImage> {
  const wanted = Math.round(widthPixels * 1.15);
  if (wanted >= image.width * 0.9) return image;
  const raw = { width: image.width, height: image.height, channels: 3 } as const;
  const { data, info } = await sharp(image.data, { raw })
    .resize(wanted)
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height };
}

/** Sensor noise after the optics: about a bell curve, stronger in the light as shot noise is. */
function addNoise(data: Uint8Array, strength: number, seed: number): void {
  let state = seed | 1;
  for (let at = 0; at < data.length; at++) {
    // Xorshift32; the sum of its four bytes has a deviation of 148.
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    const sum = (state & 255) + ((state >>> 8) & 255) + ((state >>> 16) & 255) + (state >>> 24) - 510;
    const value = data[at] as number;
    const noisy = value + (sum / 148) * strength * (0.6 + value / 320);
    data[at] = noisy < 0 ? 0 : noisy > 255 ? 255 : noisy + 0.5;
  }
}

function tenths({ x, y }: Point): Point {
  return { x: Math.round(x * 10) / 10, y: Math.round(y * 10) / 10 };
}
