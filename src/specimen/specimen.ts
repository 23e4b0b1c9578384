import type { CardShape, CardTypeName } from '../cards/card-type.ts';
import type { Box, Point } from '../vision/geometry.ts';
import type { RgbImage } from '../vision/image.ts';
import type { Canvas } from './canvas.ts';
import type { Face } from './face.ts';
import type { Random } from './random.ts';

/** What is printed on a specimen, and where: what a reader of it ought to find. */
export type SpecimenTruth = {
  readonly type: CardTypeName;
  readonly seed: number;
  readonly layout: string;
  /** Whether this layout and its typefaces are kept apart from tuning. */
  readonly heldOut: boolean;
  /** Members of CardInfo, in the vendor's spelling; null where it has none for this type. */
  readonly fields: CardShape | null;
  /** Members of NormalCardInfo. */
  readonly normal: CardShape;
  readonly front: SideTruth;
  readonly back: SideTruth | null;
};

/** Places on one side, in pixels of the flat picture. */
export type SideTruth = {
  readonly width: number;
  readonly height: number;
  /** TL TR BR BL. */
  readonly corners: readonly Point[];
  readonly portrait: Box | null;
  /** Where each field is printed, one box a line. */
  readonly zones: Readonly<Record<string, readonly Box[]>>;
  /** Where the word SPECIMEN stands. */
  readonly marks: readonly Box[];
};

export type Specimen = {
  readonly front: RgbImage;
  readonly back: RgbImage | null;
  readonly truth: SpecimenTruth;
};

/** One generation, edition or language of a card, in typefaces of its own. */
export type Layout<Values> = {
  readonly id: string;
  readonly heldOut: boolean;
  /** Draws the front, and the back where the type has one. */
  readonly draw: (values: Values, random: Random, face: Face) => Promise<readonly Canvas[]>;
};

/** How one type's specimens are made up and printed. `Values` is what is printed on one card. */
export type DesignOf<Values> = {
  readonly type: CardTypeName;
  readonly layouts: readonly Layout<Values>[];
  readonly invent: (random: Random, layout: string) => Values;
  readonly cardInfo: ((values: Values) => CardShape) | null;
  readonly normalCardInfo: (values: Values) => CardShape;
};

export type Design = DesignOf<unknown>;

/** Forgets what is printed on one type's cards, so that all designs fit into one list. */
export function defineDesign<Values>(design: DesignOf<Values>): Design {
  return design as unknown as Design;
}
