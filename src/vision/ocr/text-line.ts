import type { Box } from '../geometry.ts';

/** One line of text as it was read from a picture. */
export type TextLine = {
  /** NFKC, trimmed, with the spaces between words put back. */
  readonly text: string;
  /** Mean probability of its characters, 0 to 1. */
  readonly score: number;
  /** Upright bounds, in pixels of the picture that was read. */
  readonly box: Box;
  /** Where the middle of each character of `[...text]` lies, in the same pixels, left to right. */
  readonly characterX: readonly number[];
};
