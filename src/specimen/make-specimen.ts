import type { CardTypeName } from '../cards/card-type.ts';
import type { Box } from '../vision/geometry.ts';
import type { RgbImage } from '../vision/image.ts';
import type { Canvas } from './canvas.ts';
import { designs } from './designs.ts';
import { drawInTurn } from './draw-in-turn.ts';
import { installFonts } from './fonts/install.ts';
import { markAsSpecimen } from './mark.ts';
import { randomOf } from './random.ts';
import type { SideTruth, Specimen } from './specimen.ts';

export type SpecimenOrder = {
  readonly type: CardTypeName;
  /** Same order, same bytes. */
  readonly seed: number;
  /** One of `layoutsOf(type)`; absent: one by the seed. */
  readonly layout?: string | undefined;
  /** JPEG, PNG or WebP of the face to print; absent: a drawn head, in which a face may be found or not. */
  readonly portrait?: Uint8Array | null | undefined;
};

/** The layouts of a type, those kept apart from tuning marked. */
export function layoutsOf(type: CardTypeName): readonly { readonly id: string; readonly heldOut: boolean }[] {
  return designOf(type).layouts.map(({ id, heldOut }) => ({ id, heldOut }));
}

/**
 * A card that nobody holds, marked SPECIMEN, with random values that are valid by their own rules, as a flat picture
 * 1280 pixels wide. Throws where the layout is unknown or the portrait is no picture.
 */
export async function makeSpecimen(order: SpecimenOrder): Promise<Specimen> {
  installFonts();
  const { type, seed } = order;
  const design = designOf(type);
  const wanted = order.layout ?? randomOf(type, seed, 'layout').pick(design.layouts).id;
  const layout = design.layouts.find(({ id }) => id === wanted);
  if (!layout) {
    throw new Error(
      `${type} has the layouts ${design.layouts.map(({ id }) => id).join(', ')}, not ${wanted}.`,
    );
  }
  const values = design.invent(randomOf(type, seed, 'values'), layout.id);
  const photo = order.portrait ? Buffer.from(order.portrait) : null;
  const face = { photo, random: randomOf(type, seed, 'face') };
  const canvases = await layout.draw(values, randomOf(type, seed, 'print'), face);
  const sides = await Promise.all(canvases.map(finish));
  const [front, back = null] = sides;
  if (!front) throw new Error(`The layout ${layout.id} draws nothing.`);
  return {
    front: front.image,
    back: back?.image ?? null,
    truth: {
      ...{ type, seed, layout: layout.id, heldOut: layout.heldOut },
      fields: design.cardInfo?.(values) ?? null,
      normal: design.normalCardInfo(values),
      front: front.truth,
      back: back?.truth ?? null,
    },
  };
}

function designOf(type: CardTypeName) {
  const design = designs.find((candidate) => candidate.type === type);
  if (!design) throw new Error(`There are no specimens of ${type}.`);
  return design;
}

async function finish(canvas: Canvas): Promise<{ readonly image: RgbImage; readonly truth: SideTruth }> {
  const { width, height, zones } = canvas;
  const marks = markAsSpecimen(canvas);
  const image = await drawInTurn(canvas.toSvg());
  const corners = [
    { x: 0, y: 0 },
    { x: width, y: 0 },
    { x: width, y: height },
    { x: 0, y: height },
  ];
  return {
    image,
    truth: {
      width,
      height,
      corners,
      portrait: canvas.portrait,
      zones: roundAll(zones),
      marks: marks.map(round),
    },
  };
}

function round({ left, top, right, bottom }: Box): Box {
  return {
    left: Math.round(left),
    top: Math.round(top),
    right: Math.round(right),
    bottom: Math.round(bottom),
  };
}

function roundAll(zones: Readonly<Record<string, readonly Box[]>>): Readonly<Record<string, readonly Box[]>> {
  return Object.fromEntries(Object.entries(zones).map(([field, boxes]) => [field, boxes.map(round)]));
}
