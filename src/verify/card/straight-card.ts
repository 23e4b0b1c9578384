import { type FoundCard, findCard } from '../../vision/card/find-card.ts';
import { aspectOf, type Corners, turnedOver } from '../../vision/card/perspective.ts';
import { readCardText } from '../../vision/card/read-card-text.ts';
import { straighten } from '../../vision/card/straighten.ts';
import { decodePhoto, type PhotoProblem, photoLimits, type RgbImage } from '../../vision/image.ts';
import type { TextLine } from '../../vision/ocr/text-line.ts';
import type { Stopwatch } from '../stopwatch.ts';
import type { CardKit } from './card-kit.ts';

/** One side of a card, found in its photo, laid straight and read. */
export type StraightCard = {
  /** The photo turned by its EXIF, at the size it was sent in. */
  readonly photo: RgbImage;
  /** `photo` was scaled down from the file by this (1 for photos up to 16 megapixels). */
  readonly photoScale: number;
  readonly file: Uint8Array;
  readonly found: FoundCard;
  /** 1280 wide. */
  readonly straightened: RgbImage;
  readonly lines: readonly TextLine[];
};

export type Straightening =
  | { readonly ok: true; readonly card: StraightCard }
  | { readonly ok: false; readonly problem: PhotoProblem | 'no-card' };

const width = 1280;

/** With fewer lines of text there is nothing that could be a card. */
const leastLines = 2;

/** Finds the card of a photo and reads it. `aspects`: widths over heights that it may have, the likeliest first. */
export async function straightenPhoto(
  kit: CardKit,
  file: Uint8Array,
  aspects: readonly number[],
  stopwatch: Stopwatch,
): Promise<Straightening> {
  const decoded = await stopwatch.time('decode', () => decodePhoto(file, photoLimits.cardLongestSide));
  if (!decoded.ok) return decoded;
  const { image: photo } = decoded;
  const found = await stopwatch.time('find', () => findCard(kit.text, photo, aspects));
  if (!found) return { ok: false, problem: 'no-card' };
  const aspect = nearestAspect(found.corners, aspects);
  const photoScale = photo.width / decoded.sourceWidth;
  const card = await layOut(kit, { photo, photoScale, file, found }, aspect, stopwatch);
  if (card.lines.length < leastLines) return { ok: false, problem: 'no-card' };
  return { ok: true, card };
}

/** The same card with its other edge on top. */
export function turnOver(kit: CardKit, card: StraightCard, stopwatch: Stopwatch): Promise<StraightCard> {
  const { photo, photoScale, file, found, straightened } = card;
  const turned = { ...found, corners: turnedOver(found.corners), uprightness: 0 };
  return layOut(
    kit,
    { photo, photoScale, file, found: turned },
    straightened.width / straightened.height,
    stopwatch,
  );
}

async function layOut(
  kit: CardKit,
  seen: Omit<StraightCard, 'straightened' | 'lines'>,
  aspect: number,
  stopwatch: Stopwatch,
): Promise<StraightCard> {
  const height = Math.round(width / aspect);
  const { photo, found } = seen;
  const straightened = await stopwatch.time('straighten', () =>
    straighten(photo, found.corners, width, height),
  );
  const lines = await stopwatch.time('read', () => readCardText(kit.text, straightened));
  return { ...seen, straightened, lines };
}

/** Perspective shortens either side alike often: the shape that is nearer by ratio. */
function nearestAspect(corners: Corners, aspects: readonly number[]): number {
  const seen = aspectOf(corners);
  const misfit = (aspect: number) => Math.abs(Math.log(aspect / seen));
  return aspects.toSorted((first, second) => misfit(first) - misfit(second))[0] as number;
}
