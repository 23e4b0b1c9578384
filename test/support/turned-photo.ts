import sharp, { type Sharp } from 'sharp';

type Turn = (image: Sharp) => Sharp;

/** What a camera did to the upright picture, by the orientation that it notes (EXIF 2.32, tag 274). */
const undone: Readonly<Record<number, readonly Turn[]>> = {
  1: [],
  2: [(image) => image.flop()],
  3: [(image) => image.rotate(180)],
  4: [(image) => image.flip()],
  5: [(image) => image.rotate(90), (image) => image.flop()],
  6: [(image) => image.rotate(270)],
  7: [(image) => image.rotate(90), (image) => image.flip()],
  8: [(image) => image.rotate(90)],
};

/** An upright photo as a camera would have stored it that notes this orientation, 1 to 8. */
export async function storedWith(orientation: number, photo: Uint8Array): Promise<Buffer> {
  let bytes = Buffer.from(photo);
  for (const turn of undone[orientation] ?? []) bytes = await turn(sharp(bytes)).png().toBuffer();
  return sharp(bytes).withMetadata({ orientation }).jpeg({ quality: 92 }).toBuffer();
}

/** A photo that lies turned clockwise, and says nothing of it. */
export function turnedBy(degrees: number, photo: Uint8Array): Promise<Buffer> {
  return sharp(photo).rotate(degrees).jpeg({ quality: 92 }).toBuffer();
}
