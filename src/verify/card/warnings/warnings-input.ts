import type { CardReading } from '../../../cards/card-reading.ts';
import type { FoundCard } from '../../../vision/card/find-card.ts';
import type { Box } from '../../../vision/geometry.ts';
import type { RgbImage } from '../../../vision/image.ts';
import type { TextLine } from '../../../vision/ocr/text-line.ts';

/** What is known of a card's front when its warnings are measured. */
export type WarningsInput = {
  /** The front straightened and upright, 1280 wide. `lines`, `reading.zones` and `portrait` are in its pixels. */
  readonly straightened: RgbImage;
  /** The photo turned by its EXIF, at the size it was sent in: a screen's pattern is lost when it is shrunk. */
  readonly photo: RgbImage;
  /** The photo's own bytes, whose header may name the program that saved it. */
  readonly file: Uint8Array;
  /** Where the card lies in `photo`. */
  readonly found: FoundCard;
  readonly lines: readonly TextLine[];
  /** Null while the type of the card is not known. */
  readonly reading: CardReading | null;
  /** The face of the portrait with its hair; null where none was found, or this type has none. */
  readonly portrait: Box | null;
};
