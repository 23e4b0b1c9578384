import sharp from 'sharp';
import type { RgbImage } from '../vision/image.ts';

let last: Promise<unknown> = Promise.resolve();

/**
 * Draws an SVG, text and all, on white; one after another in a process, whoever asks. Two drawings at once in sharp's threads end the process
 * now and then (SIGSEGV inside librsvg and its fonts), or fail with "SVG rendering failed": 4 of 84 runs over all layouts on two crowded cores,
 * none of 108 in turn (2026-11-28, sharp 0.35). Rejects with what the renderer says of a broken SVG.
 */
export function drawInTurn(svg: string): Promise<RgbImage> {
  const drawn = last.then(() => draw(svg));
  last = drawn.catch(() => undefined);
  return drawn;
}

async function draw(svg: string): Promise<RgbImage> {
  const pixels = sharp(Buffer.from(svg)).flatten({ background: '#fff' }).removeAlpha().raw();
  const { data, info } = await pixels.toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height };
}
