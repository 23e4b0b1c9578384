import type { Corners } from '../../vision/card/perspective.ts';
import type { FaceDetector } from '../../vision/face-detect.ts';
import { type Box, centreOf, distanceBetween, heightOf, widthOf } from '../../vision/geometry.ts';
import { cutOut, encodeJpeg, type RgbImage } from '../../vision/image.ts';
import { lookAtUprightFace } from '../portrait.ts';
import { leastFaceHeightPixels } from '../portrait-quality.ts';
import type { CardKit } from './card-kit.ts';
import type { CardProblem } from './card-verdict.ts';
import { drawPart } from './draw-part.ts';
import type { StraightCard } from './straight-card.ts';

/** The portrait of a card. */
export type CardPortrait = {
  /** The face with its hair, in pixels of the straightened card. */
  readonly box: Box;
  /** Cut out of the photo at the photo's own fineness. */
  readonly jpeg: Uint8Array;
  /** Why no live face should be compared with it. */
  readonly problem: Extract<CardProblem, 'portrait-too-small' | 'portrait-unclear'> | null;
};

/** Room around the detector's box, in shares of its height: hair, chin and ears. */
const room = { above: 0.45, below: 0.3, beside: 0.35 };

/** A face elsewhere than this type has its portrait must be this high a share of the card: ghosts are smaller. */
const leastElsewhere = 0.24;

/** The photo is never enlarged by more than this. */
const mostScale = 2.5;

/** A portrait is never drawn smaller than this. */
const leastSide = 16;

/**
 * Finds the portrait on a straightened card: the largest face where this type has it (`zone`, in shares of the card's
 * sides), then the largest anywhere that is no ghost. Null where there is none.
 */
export async function findPortrait(
  { faces }: CardKit,
  card: StraightCard,
  zone: Box | null,
): Promise<CardPortrait | null> {
  const face = await findFace(faces.detector, card.straightened, zone);
  if (!face) return null;
  const box = withHair(face, card.straightened);
  const scale = Math.min(mostScale, finenessOf(card.found.corners, card.straightened));
  const picture = drawPart(card, box, scale, leastSide);
  const problem = await problemOf(faces, card, picture);
  return { box, jpeg: await encodeJpeg(picture, 92), problem };
}

async function findFace(detector: FaceDetector, image: RgbImage, zone: Box | null): Promise<Box | null> {
  const found = await detector.predict(image);
  const largest = (boxes: readonly Box[]) =>
    boxes.toSorted((first, second) => heightOf(second) - heightOf(first))[0] ?? null;
  if (!zone) return largest(found);
  const inPixels = {
    left: zone.left * image.width,
    top: zone.top * image.height,
    right: zone.right * image.width,
    bottom: zone.bottom * image.height,
  };
  const inside = largest(found.filter((face) => hasCentreIn(face, inPixels)));
  if (inside) return inside;
  const nearer = largest(await lookNearer(detector, image, inPixels));
  if (nearer) return nearer;
  return largest(found.filter((face) => heightOf(face) >= leastElsewhere * image.height));
}

/** The zone by itself: the detector sees a face of it larger there. */
async function lookNearer(detector: FaceDetector, image: RgbImage, zone: Box): Promise<readonly Box[]> {
  const [left, top] = [Math.floor(zone.left), Math.floor(zone.top)];
  const part = cutOut(image, left, top, Math.floor(widthOf(zone)), Math.floor(heightOf(zone)));
  const faces = await detector.predict(part);
  return faces.map((face) => ({
    left: face.left + left,
    top: face.top + top,
    right: face.right + left,
    bottom: face.bottom + top,
  }));
}

function hasCentreIn(face: Box, zone: Box): boolean {
  const { x, y } = centreOf(face);
  return x > zone.left && x < zone.right && y > zone.top && y < zone.bottom;
}

function withHair(face: Box, { width, height }: RgbImage): Box {
  const size = heightOf(face);
  return {
    left: Math.max(0, face.left - room.beside * size),
    top: Math.max(0, face.top - room.above * size),
    right: Math.min(width, face.right + room.beside * size),
    bottom: Math.min(height, face.bottom + room.below * size),
  };
}

/** Pixels of the photo to one of the straightened card. */
function finenessOf([a, b, c, d]: Corners, { width }: RgbImage): number {
  return (distanceBetween(a, b) + distanceBetween(d, c)) / 2 / width;
}

async function problemOf(
  faces: CardKit['faces'],
  { photoScale }: StraightCard,
  picture: RgbImage,
): Promise<CardPortrait['problem']> {
  const face = await lookAtUprightFace(faces, picture);
  if (!face) return 'portrait-unclear';
  return face.heightPixels / photoScale < leastFaceHeightPixels ? 'portrait-too-small' : null;
}
