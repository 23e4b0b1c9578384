import type { Box } from '../vision/geometry.ts';
import type { CardPage } from './card-page.ts';
import type { CardReading, FieldValue } from './card-reading.ts';

/** The types that this server reads, by the API's own names. */
export const cardTypeNames = [
  'HKIDCard',
  'MLIDCard',
  'IndonesiaIDCard',
  'PhilippinesVoteID',
  'PhilippinesDrivingLicense',
  'PhilippinesTinID',
  'PhilippinesSSSID',
  'PhilippinesUMID',
  'InternationalIDPassport',
  'ThailandIDCard',
  'SingaporeIDCard',
  'MainlandIDCard',
] as const;

export type CardTypeName = (typeof cardTypeNames)[number];

/** Members of CardInfo or NormalCardInfo, in the vendor's spelling. */
export type CardShape = Readonly<Record<string, FieldValue>>;

/**
 * A phrase that stands on a card, and how much finding it says: 1 where it stands on this type alone, about 0.3 where
 * other types carry it too, down to -1 where it speaks against this type. Long phrases count more by themselves. Written
 * as printed; matched without regard to spaces, case and accents, and with some misread characters.
 */
export type Keyword = { readonly phrase: string; readonly weight: number };

/** What one folder of `cards/` says of its type. `Field` lists the names of its fields, in our spelling. */
export type CardTypeOf<Field extends string> = {
  readonly name: CardTypeName;
  /** Width over height of the straightened picture. */
  readonly aspect: number;
  /** Whether the page asks for the back too (contracts §6). */
  readonly hasBack: boolean;
  readonly keywords: readonly Keyword[];
  /** Numbers that speak for the type, tried on each line of text without its spaces. */
  readonly numberPattern: RegExp | null;
  /** Where the portrait is looked for first, in shares of width and height; null: the largest face. */
  readonly portraitZone: Box | null;
  readonly read: (front: CardPage, back: CardPage | null) => Promise<CardReading<Field>>;
  /** The member of CardInfo; null where the vendor has none for this type. */
  readonly cardInfo: ((reading: CardReading<Field>) => CardShape) | null;
  readonly normalCardInfo: (reading: CardReading<Field>) => CardShape;
  /** Whether the document is past its time at `nowMs`; null where it cannot be told or has no end. */
  readonly isExpired: (reading: CardReading<Field>, nowMs: number) => boolean | null;
};

/** All that the house knows of one card type. Readings of one type are never given to another. */
export type CardType = CardTypeOf<string>;

/** Forgets the names of a type's fields, so that all types fit into one registry. */
export function defineCardType<Field extends string>(type: CardTypeOf<Field>): CardType {
  return type as unknown as CardType;
}
