import { createHash } from 'node:crypto';
import { photoKind } from '../capture/photo-kind.ts';
import type { Rule } from '../store/records.ts';
import { decodePhoto } from '../vision/image.ts';
import { readBeside } from './read-beside.ts';

export type Logo = { readonly bytes: Uint8Array; readonly shape: NonNullable<Rule['logo']> };

/** A second of a slow phone's line (400 kbit/s). */
const mostBytes = 51_200;
/** Of the longer side: the page shows it at most 240 wide, on a screen of at most four pixels for one. */
const mostPixels = 1000;

/** Whether it would move, which nobody could stop (WCAG 2.2.2): the chunks that animated PNG and WebP have. */
function isAnimated(bytes: Buffer): boolean {
  return bytes.includes('acTL') || (photoKind(bytes) === 'webp' && bytes.includes('ANIM'));
}

/** Reads a picture for the page, and decodes it to see that it is one. Throws with what is wrong. */
export async function readLogo(path: string): Promise<Logo> {
  const bytes = readBeside(path, 'the logo');
  const refuse = (text: string) => new Error(`logo ${path}: ${text}`);
  if (bytes.length > mostBytes) throw refuse(`${bytes.length} bytes; at most ${mostBytes} are taken`);
  const kind = photoKind(bytes);
  if (kind === null || kind === 'heic') throw refuse('not a PNG, JPEG or WebP');
  if (isAnimated(bytes)) throw refuse('it is animated; a still picture is taken');
  const decoded = await decodePhoto(bytes);
  if (!decoded.ok) throw refuse(decoded.text);
  const { sourceWidth: width, sourceHeight: height } = decoded;
  if (Math.max(width, height) > mostPixels) {
    throw refuse(`${width} x ${height} pixels; at most ${mostPixels} x ${mostPixels} are taken`);
  }
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return { bytes, shape: { sha256, type: `image/${kind}`, width, height } };
}
