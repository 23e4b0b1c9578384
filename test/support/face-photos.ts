import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import sharp from 'sharp';

// Real faces for a clean clone: sample photos inside the dev dependency @vladmandic/face-api (MIT). Each shows a group;
// a part around one face stands in for a portrait.
const samples = fileURLToPath(new URL('../../node_modules/@vladmandic/face-api/demo/', import.meta.url));

/** Each name is one person; `anna` and `annaAgain` are two photos of the same one. */
const portraits = {
  anna: { sample: 3, left: 934, top: 60, width: 480, height: 640 },
  annaAgain: { sample: 1, left: 1300, top: 40, width: 480, height: 640 },
  berta: { sample: 6, left: 1340, top: 130, width: 480, height: 640 },
  clara: { sample: 5, left: 680, top: 10, width: 400, height: 360 },
} as const;

export type PortraitName = keyof typeof portraits;

/** A JPEG of 480 x 640 pixels (`clara`: 400 x 360) with one face, 215 to 310 pixels high. */
export async function portraitPhoto(name: PortraitName): Promise<Uint8Array> {
  const { sample, ...part } = portraits[name];
  return sharp(groupPhoto(sample)).extract(part).jpeg({ quality: 92 }).toBuffer();
}

/** A JPEG of several people, 1920 pixels wide; sample 6 has four of them in a row. */
export function groupPhoto(sample: 1 | 2 | 3 | 4 | 5 | 6 = 6): Uint8Array {
  return readFileSync(`${samples}sample${sample}.jpg`);
}

/** A JPEG without any face. */
export async function emptyPhoto(): Promise<Uint8Array> {
  return sharp({ create: { width: 480, height: 640, channels: 3, background: '#7f8c5a' } })
    .jpeg()
    .toBuffer();
}
