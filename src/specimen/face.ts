import sharp from 'sharp';
import type { Box } from '../vision/geometry.ts';
import type { Canvas } from './canvas.ts';
import type { Random } from './random.ts';

/**
 * What stands where the portrait does: a given photo, or a drawn head, which is nobody's. A detector
 * takes it for a face on some cards.
 */
export type Face = { readonly photo: Buffer | null; readonly random: Random };

type Place = {
  readonly backdrop?: string;
  /** A pale second portrait, as the cards have it. */
  readonly isGhost?: boolean;
  readonly isGrey?: boolean;
};

/** Prints the portrait into a box; the photo is cut to the box's shape. */
export async function printFace(canvas: Canvas, face: Face, box: Box, place: Place = {}): Promise<void> {
  const { backdrop = '#dfe3ea', isGhost = false, isGrey = isGhost } = place;
  const [width, height] = [Math.round(box.right - box.left), Math.round(box.bottom - box.top)];
  if (!isGhost) canvas.portrait = box;
  canvas.reserved.push(box);
  const picture = face.photo
    ? await cutPhoto(face.photo, width, height, isGrey)
    : drawnHead(face.random, width, height, backdrop);
  canvas.draw(
    `<g transform="translate(${box.left} ${box.top})" opacity="${isGhost ? 0.32 : 1}">${picture}</g>`,
  );
}

async function cutPhoto(photo: Buffer, width: number, height: number, isGrey: boolean): Promise<string> {
  const image = sharp(photo).rotate().resize(width, height, { fit: 'cover', position: 'top' });
  const jpeg = await (isGrey ? image.greyscale() : image).jpeg({ quality: 92 }).toBuffer();
  return `<image width="${width}" height="${height}" href="data:image/jpeg;base64,${jpeg.toString('base64')}"/>`;
}

/** Head, hair, shoulders in skin and hair colours of the seed. */
function drawnHead(random: Random, width: number, height: number, backdrop: string): string {
  const skin = random.pick(['#e8c29f', '#d9a97f', '#c48e63', '#f0d0b4']);
  const hair = random.pick(['#18130f', '#2b2019', '#3a2a20']);
  const shirt = random.pick(['#33415c', '#f2f2f2', '#5c3347', '#2f4f3e']);
  const id = `head-${width}-${height}`;
  const at = (x: number, y: number) => `cx="${x * width}" cy="${y * height}"`;
  const oval = (x: number, y: number, rx: number, ry: number, fill: string) =>
    `<ellipse ${at(x, y)} rx="${rx * width}" ry="${ry * height}" fill="${fill}"/>`;
  return (
    `<defs><clipPath id="${id}"><rect width="${width}" height="${height}"/></clipPath></defs>` +
    `<g clip-path="url(#${id})"><rect width="${width}" height="${height}" fill="${backdrop}"/>` +
    oval(0.5, 0.36, 0.31, 0.3, hair) +
    oval(0.5, 1.05, 0.5, 0.32, shirt) +
    oval(0.5, 0.74, 0.12, 0.13, skin) +
    oval(0.5, 0.45, 0.25, 0.27, skin) +
    oval(0.4, 0.42, 0.04, 0.016, '#fff') +
    oval(0.6, 0.42, 0.04, 0.016, '#fff') +
    oval(0.4, 0.42, 0.016, 0.015, '#1a120c') +
    oval(0.6, 0.42, 0.016, 0.015, '#1a120c') +
    oval(0.5, 0.51, 0.03, 0.04, '#0000001c') +
    oval(0.5, 0.6, 0.075, 0.016, '#a8584f') +
    '</g>'
  );
}
