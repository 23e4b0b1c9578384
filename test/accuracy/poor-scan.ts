import sharp from 'sharp';
import { type Random, randomOf } from '../../src/specimen/random.ts';
import type { RgbImage } from '../../src/vision/image.ts';

/** As wide as a straightened card is. */
const width = 1280;

/**
 * A flat card as a bad photo of it looks after straightening: small, unsharp, dim, noisy, much compressed. A third of
 * what a whole photo costs, so that thousands can be read; without its perspective, glare and border.
 */
export async function scanPoorly(flat: RgbImage, seed: string): Promise<RgbImage> {
  const random = randomOf('poor scan', seed);
  const size = { width: Math.round(random.between(400, 900)) };
  const [blur, quality, light] = [
    random.between(0.5, 1.5),
    random.between(35, 75),
    random.between(0.45, 1.03),
  ];
  const small = await rawOf(flat).resize(size).blur(blur).linear(light, 0).raw().toBuffer({
    resolveWithObject: true,
  });
  roughen(small.data, random.between(2, 7), random);
  const { info } = small;
  const jpeg = await rawOf({ data: small.data, width: info.width, height: info.height })
    .jpeg({ quality: Math.round(quality) })
    .toBuffer();
  const large = await sharp(jpeg).resize({ width }).raw().toBuffer({ resolveWithObject: true });
  return { data: large.data, width: large.info.width, height: large.info.height };
}

function rawOf({ data, width, height }: RgbImage) {
  return sharp(data, { raw: { width, height, channels: 3 } });
}

/** Noise of this deviation, near enough to a bell curve: the sum of three even draws. */
function roughen(data: Uint8Array, deviation: number, random: Random): void {
  for (let at = 0; at < data.length; at++) {
    const noise = 2 * deviation * (random.unit() + random.unit() + random.unit() - 1.5);
    data[at] = Math.max(0, Math.min(255, Math.round((data[at] as number) + noise)));
  }
}
