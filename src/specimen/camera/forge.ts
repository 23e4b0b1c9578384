import sharp from 'sharp';
import type { Box } from '../../vision/geometry.ts';
import type { RgbImage } from '../../vision/image.ts';
import { families } from '../fonts/families.ts';
import { textWidth } from '../fonts/text-width.ts';
import type { Random } from '../random.ts';
import type { SideTruth } from '../specimen.ts';
import type { Attack } from './shot.ts';

/** One field of the card that was pasted over. */
export type Forgery = { readonly field: string; readonly zone: Box; readonly text: string };

/** The flat card after what a forger did to it before the photo. */
export async function forge(
  flat: RgbImage,
  side: SideTruth,
  attack: Attack | null,
  random: Random,
): Promise<{ readonly image: RgbImage; readonly forgery: Forgery | null }> {
  if (attack === 'photocopy') return { image: await photocopy(flat, random), forgery: null };
  if (attack === 'edited') return editField(flat, side, random);
  return { image: flat, forgery: null };
}

/** Grey, hard contrast, the toner's grain. */
async function photocopy(flat: RgbImage, random: Random): Promise<RgbImage> {
  const raw = { width: flat.width, height: flat.height, channels: 3 } as const;
  const contrast = random.between(1.25, 1.7);
  const { data } = await sharp(flat.data, { raw })
    .greyscale()
    .linear(contrast, 128 * (1 - contrast) + random.between(0, 24))
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true });
  const grey = data.length === flat.data.length ? data : threeTimes(data);
  for (let at = 0; at < grey.length; at += 3) {
    const value = (grey[at] as number) + random.whole(-7, 7);
    grey.fill(value < 0 ? 0 : value > 255 ? 255 : value, at, at + 3);
  }
  return { ...flat, data: grey };
}

function threeTimes(grey: Uint8Array): Buffer {
  const data = Buffer.alloc(grey.length * 3);
  for (let at = 0; at < grey.length; at++) data.fill(grey[at] as number, at * 3, at * 3 + 3);
  return data;
}

/** Paints over one field with the colour around it and types another value there, in another typeface. */
async function editField(flat: RgbImage, side: SideTruth, random: Random) {
  const choices = Object.entries(side.zones).filter(([, boxes]) => {
    const [box] = boxes;
    return box !== undefined && box.right - box.left > 90;
  });
  const [field, boxes] = random.pick(choices);
  const zone = boxes[0] as Box;
  const text = Array.from({ length: random.whole(6, 12) }, () =>
    random.pick([...'ABCDEGHKLMNPRSTU0123456789']),
  ).join('');
  const [width, height] = [zone.right - zone.left, zone.bottom - zone.top];
  const font = random.pick(['arial', 'narrow', 'typewriter'] as const);
  const size = Math.min(height * 0.95, (height * 0.95 * width) / textWidth(text, font, height * 0.95, 700));
  const colour = colourBeside(flat, zone);
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">` +
    `<rect width="${width}" height="${height}" fill="${colour}"/>` +
    `<text x="1" y="${height * 0.8}" font-family="${families[font].name}" font-weight="700" font-size="${size}" ` +
    `fill="#0a0a10">${text}</text></svg>`;
  const patch = await sharp(Buffer.from(svg)).jpeg({ quality: 60 }).toBuffer();
  const raw = { width: flat.width, height: flat.height, channels: 3 } as const;
  const data = await sharp(flat.data, { raw })
    .composite([{ input: patch, left: zone.left, top: zone.top }])
    .removeAlpha()
    .raw()
    .toBuffer();
  return { image: { ...flat, data }, forgery: { field, zone, text } };
}

/** Of the pixel just above the zone's start. */
function colourBeside({ data, width }: RgbImage, { left, top }: Box): string {
  const at = (Math.max(0, top - 3) * width + Math.max(0, left - 3)) * 3;
  return `rgb(${data[at]},${data[at + 1]},${data[at + 2]})`;
}
