import type { Box } from '../vision/geometry.ts';
import type { CardReading, CardReason, FieldValue } from './card-reading.ts';
import type { Piece } from './piece.ts';

/** Collects what a card says, field by field, while it is being read. */
export type Collector<Field extends string> = {
  /** A value as printed, or `value` in its stead where its form was put right. Nothing happens for null. */
  readonly print: (field: Field, piece: Piece | null, value?: FieldValue) => void;
  /** A value that follows from another field and has no place of its own. */
  readonly derive: (field: Field, value: FieldValue, confidence: number) => void;
  readonly valueOf: (field: Field) => FieldValue;
  /** `text`: a plain sentence without any personal value. */
  readonly because: (kind: CardReason['kind'], field: Field, text: string) => void;
  /** The reading; each of `required` that has no value becomes a reason `missing`. */
  readonly finish: (numberHolds: boolean, required?: readonly Field[]) => CardReading<Field>;
};

/** All of `names` are null until they are read. */
export function collect<Field extends string>(names: readonly Field[]): Collector<Field> {
  const fields = Object.fromEntries(names.map((name) => [name, null])) as Record<Field, FieldValue>;
  const confidence: Partial<Record<Field, number>> = {};
  const zones: Partial<Record<Field, readonly Box[]>> = {};
  const reasons: CardReason[] = [];
  return {
    print: (field, piece, value = piece?.text ?? null) => {
      if (!piece || value === null || value === '') return;
      fields[field] = value;
      confidence[field] = piece.score;
      zones[field] = piece.boxes;
    },
    derive: (field, value, sureness) => {
      if (value === null) return;
      fields[field] = value;
      confidence[field] = sureness;
      delete zones[field];
    },
    valueOf: (field) => fields[field],
    because: (kind, field, text) => {
      reasons.push({ kind, field, text });
    },
    finish: (numberHolds, required = []) => {
      for (const field of required) {
        if (fields[field] !== null) continue;
        reasons.push({ kind: 'missing', field, text: `The ${field} was not found on the card.` });
      }
      return { fields, confidence, zones, reasons, numberHolds };
    },
  };
}
