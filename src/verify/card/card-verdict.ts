import type { CardReason, FieldValue } from '../../cards/card-reading.ts';
import type { CardShape, CardTypeName } from '../../cards/card-type.ts';
import type { Point } from '../../vision/geometry.ts';

/** One card to be read: the photos as they were sent. */
export type CardRequest = {
  readonly front: Uint8Array;
  /** Null for types without one. */
  readonly back: Uint8Array | null;
  /** The type that the merchant asked for; null: find out. */
  readonly askedType: CardTypeName | null;
};

/** The vendor's warning codes that this server gives (wire specification §4.5). */
export const warningCodes = {
  incompleteBorder: -9101,
  photocopy: -9102,
  rephotographed: -9103,
  edited: -9104,
  glare: -9107,
  blur: -9108,
} as const;

export type WarningCode = (typeof warningCodes)[keyof typeof warningCodes];

export type CardWarning = {
  readonly code: WarningCode;
  /** What was measured, and above which it is worth telling and worth stopping for. */
  readonly score: number;
  readonly listFrom: number;
  readonly stopFrom: number;
  /** Whether a flow that acts on this code is stopped: the score reaches `stopFrom`. */
  readonly stops: boolean;
};

/** Why a photo cannot be taken as a card at all. Costs nothing but a retake. */
export type CardProblem =
  | 'not-an-image'
  | 'too-many-pixels'
  /** No text, or no shape of a card. */
  | 'no-card'
  /** A card, but of another type than asked for, or (with none asked) of none that is known. */
  | 'other-type'
  /** The portrait is missing, too small, or glare lies over it. */
  | 'portrait-missing'
  | 'portrait-too-small'
  | 'portrait-unclear';

export type CardVerdict = {
  /** The first thing that stands in the way; null when the card was read. */
  readonly problem: CardProblem | null;
  /** What the card is, also where it is another than was asked for. */
  readonly type: CardTypeName | null;
  /** Its number holds, nothing that must be there is missing, and it is what was asked for. */
  readonly isPass: boolean;
  readonly fields: Readonly<Record<string, FieldValue>>;
  readonly confidence: Readonly<Record<string, number>>;
  /** Member of CardInfo; null where nothing was read or the vendor has none. */
  readonly cardInfo: CardShape | null;
  readonly normalCardInfo: CardShape | null;
  readonly reasons: readonly CardReason[];
  /** All that reached `listFrom`. */
  readonly warnings: readonly CardWarning[];
  /** What was measured of the photo, by the name of its threshold, whether or not it amounts to a warning. */
  readonly signs: Readonly<Record<string, number>>;
  readonly isExpired: boolean | null;
  /** TL TR BR BL of the upright card, in pixels of the front photo turned by its EXIF; null where none was found. */
  readonly corners: readonly Point[] | null;
  /** JPEG of the straightened front and back, and of the portrait cut from the front. */
  readonly cut: Uint8Array | null;
  readonly backCut: Uint8Array | null;
  readonly portrait: Uint8Array | null;
  /** Milliseconds of each stage. */
  readonly stages: Readonly<Record<string, number>>;
};

/** Reads cards. Rejects with `JudgeBusy` when too many wait. */
export type CardReader = {
  readonly read: (request: CardRequest) => Promise<CardVerdict>;
  readonly close: () => Promise<void>;
};
