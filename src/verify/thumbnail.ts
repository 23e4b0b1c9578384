import type { Box } from '../vision/geometry.ts';
import type { VideoFrame } from '../vision/video/video-frame.ts';

/** A frame as luma at 48 x 48 places, 0 to 255: enough to say that two frames are the same one. */
export type Thumbnail = {
  readonly luma: Uint8Array;
  /** Pixels of the frame, for boxes. */
  readonly width: number;
  readonly height: number;
};

export const thumbnailSide = 48;

/** Takes single pixels, not means: a mean would hide the noise that every new frame of a camera brings. */
export function thumbnailOf(frame: VideoFrame): Thumbnail {
  const { width, height } = frame;
  const luma = new Uint8Array(thumbnailSide * thumbnailSide);
  for (let row = 0; row < thumbnailSide; row++) {
    const y = Math.floor(((row + 0.5) * height) / thumbnailSide);
    for (let column = 0; column < thumbnailSide; column++) {
      const x = Math.floor(((column + 0.5) * width) / thumbnailSide);
      luma[row * thumbnailSide + column] = frame.luma[y * width + x]!;
    }
  }
  return { luma, width, height };
}

/** Mean difference in luma between two frames, over the places inside a box of frame pixels (all of it by default). */
export function differenceBetween(first: Thumbnail, second: Thumbnail, box?: Box): number {
  const [fromColumn, toColumn] = range(box?.left, box?.right, first.width);
  const [fromRow, toRow] = range(box?.top, box?.bottom, first.height);
  let sum = 0;
  for (let row = fromRow; row < toRow; row++) {
    for (let column = fromColumn; column < toColumn; column++) {
      const at = row * thumbnailSide + column;
      sum += Math.abs(first.luma[at]! - second.luma[at]!);
    }
  }
  return sum / Math.max(1, (toRow - fromRow) * (toColumn - fromColumn));
}

/** Mean luma of the whole frame. */
export function lumaOf({ luma }: Thumbnail): number {
  let sum = 0;
  for (const value of luma) sum += value;
  return sum / luma.length;
}

function range(from: number | undefined, to: number | undefined, length: number): [number, number] {
  const place = (pixels: number) => Math.round((pixels / length) * thumbnailSide);
  return [Math.max(0, place(from ?? 0)), Math.min(thumbnailSide, place(to ?? length))];
}
