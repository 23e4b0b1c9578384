import { writeFile } from 'node:fs/promises';
import sharp from 'sharp';
import type { CardTypeName } from '../../src/cards/card-type.ts';
import { makeSpecimen } from '../../src/specimen/make-specimen.ts';
import type { SpecimenTruth } from '../../src/specimen/specimen.ts';

/** As a phone held upright sees it. Chromium plays 30 pictures a second. */
const film = { width: 1200, height: 1600, framesPerSecond: 30 } as const;

export type CardFilm = {
  readonly type: CardTypeName;
  readonly seed?: number;
  readonly layout?: string;
  readonly portrait?: Uint8Array;
  /** Pixels that a card under the page's frame is wide: 880 on a screen of 390 x 844, where all of the height is shown. */
  readonly framedWidth?: number;
  /** How long the card lies beside the frame, small, before it lies in it. */
  readonly awaySeconds: number;
  readonly inPlaceSeconds: number;
};

/** SIMULATED: a specimen on a desk under a camera that is held still; first out of the frame, then in it. */
export async function filmCard(order: CardFilm, path: string): Promise<SpecimenTruth> {
  const { type, seed = 1, layout, portrait, framedWidth = 880, awaySeconds, inPlaceSeconds } = order;
  const { front, truth } = await makeSpecimen({ type, seed, layout, portrait });
  const { width, height, data } = front;
  // A camera exposes for the whole scene: white paper is not as white as on screen.
  const card = sharp(data, { raw: { width, height, channels: 3 } }).linear(0.8, 0);
  const away = await pictureOf(await card.clone().resize(560).png().toBuffer(), { left: 90, top: 180 });
  const framed = await card.clone().resize(framedWidth).png().toBuffer();
  const framedHeight = Math.round((framedWidth * height) / width);
  const inPlace = await pictureOf(framed, {
    left: (film.width - framedWidth) / 2,
    top: Math.round((film.height - framedHeight) / 2),
  });
  const frames = (picture: Buffer, seconds: number): Buffer[] =>
    Array(Math.round(seconds * film.framesPerSecond)).fill(picture);
  await writeFile(path, [...frames(away, awaySeconds), ...frames(inPlace, inPlaceSeconds)]);
  return truth;
}

function pictureOf(card: Buffer, place: { readonly left: number; readonly top: number }): Promise<Buffer> {
  const { width, height } = film;
  return sharp({ create: { width, height, channels: 3, background: '#5a4636' } })
    .composite([{ input: card, ...place }])
    .jpeg({ quality: 85, chromaSubsampling: '4:2:0' })
    .toBuffer();
}
