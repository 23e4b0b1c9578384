import type { Box } from '../vision/geometry.ts';

/** One value of a card: as printed, or as the documents' own example shows it; null where the card has none. */
export type FieldValue = string | null;

/** Why a reading is not to be taken at its word. Stored with the card for the operator, told by `selfsame card`. */
export type CardReason = {
  /**
   * `number-wrong`: the number fails its own check. `number-unreadable`: none was found. `contradiction`: two places
   * of the card disagree. `repaired`: the only repair that makes every check hold was made. `unsure`: the field was
   * read, but nothing vouches for it. `missing`: a field that this card must have was not found.
   */
  readonly kind: 'number-wrong' | 'number-unreadable' | 'contradiction' | 'repaired' | 'unsure' | 'missing';
  /** The field that it is about, by our name. */
  readonly field: string;
  /** A plain sentence without any personal value. */
  readonly text: string;
};

/** What one card says. `Field` lists the names of this type's fields, in our spelling. */
export type CardReading<Field extends string = string> = {
  readonly fields: Readonly<Record<Field, FieldValue>>;
  /** 0 to 1 for each field that was read. */
  readonly confidence: Readonly<Partial<Record<Field, number>>>;
  /** Where each value was read, for warnings about glare and edits; absent for derived values. */
  readonly zones: Readonly<Partial<Record<Field, readonly Box[]>>>;
  readonly reasons: readonly CardReason[];
  /** Whether the number was found and holds by its own rule: without it the card does not pass. */
  readonly numberHolds: boolean;
};
