import type { Box } from '../vision/geometry.ts';
import type { TextLine } from '../vision/ocr/text-line.ts';

/** How a zone is looked at again: by which recogniser, and with which characters alone where they are known. */
export type Look = {
  /** `latin`: the reader of the whole card, at twice the size. The others: tesseract with that script's data. */
  readonly script: 'latin' | 'spanish' | 'traditional-chinese' | 'thai';
  /** Characters that may occur there; absent: all of the script. */
  readonly alphabet?: string;
  /** The zone holds one line and nothing else. */
  readonly isOneLine?: boolean;
};

/**
 * One side of a card, straightened and read: what a card type's reader works on. Places are pixels of the straightened
 * picture, 1280 wide, origin top left; a card of ID-1 shape is 807 high, a passport's data page 901.
 */
export type CardPage = {
  readonly width: number;
  readonly height: number;
  /** Top to bottom, then left to right. */
  readonly lines: readonly TextLine[];
  /** A second reading of a zone, from the picture's full resolution. Empty where nothing can be read. */
  readonly lookAgain: (zone: Box, look: Look) => Promise<readonly TextLine[]>;
  /** Mean hue in degrees and saturation 0 to 1 of a zone. */
  readonly colourOf: (zone: Box) => { readonly hueDegrees: number; readonly saturation: number };
};
