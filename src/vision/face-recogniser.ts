import { type PlaneFormat, toPlanes } from './crop.ts';
import { type AlignedFace, alignedSide, template } from './face-align.ts';
import { type Embedding, normalise } from './face-embed.ts';
import { type FaceModel, loadFaceModelFile } from './face-model.ts';
import type { Point } from './geometry.ts';
import { openNetworkFile } from './runtime.ts';
import { fitSimilarity, warpImage } from './warp.ts';

/** Says whose face it is, for comparison alone. */
export type FaceRecogniser = { predict(face: AlignedFace): Promise<Embedding> };

/**
 * Loads an operator's own embedding model. Throws a plain sentence where it is missing, altered, or takes or gives something
 * else than its entry says. It sees the face as it was drawn for the shipped models, 112 pixels a side, drawn anew to its own
 * size and template where these differ: a model of a larger input gains no detail by it.
 */
export async function loadFaceRecogniser(model: FaceModel): Promise<FaceRecogniser> {
  const { size } = model.input;
  const network = await openNetworkFile(model.id, loadFaceModelFile(model), [1, 3, size, size]);
  const format = formatOf(model);
  const redraw = redrawTo(model);
  return {
    async predict(face) {
      const [values] = Object.values(await network.run((input) => toPlanes(redraw(face), format, input)));
      if (values?.length !== model.dimensions) {
        throw new Error(
          `The face model "${model.id}" gives ${values?.length ?? 0} numbers; its entry says ${model.dimensions}.`,
        );
      }
      return normalise(values);
    },
  };
}

function formatOf({ input: { order, mean, scale } }: FaceModel): PlaneFormat {
  const colours = (value: FaceModel['input']['mean']) => {
    const [red, green, blue] = typeof value === 'number' ? [value, value, value] : value;
    return { red, green, blue };
  };
  return { order, mean: colours(mean), deviation: colours(scale) };
}

/** The face drawn to another size and template; as it is where they are the same. */
function redrawTo({ input }: FaceModel): (face: AlignedFace) => Float32Array {
  const { size } = input;
  if (input.template === 'arcface' && size === alignedSide) return (face) => face;
  const own: readonly Point[] =
    input.template === 'arcface'
      ? template.map(({ x, y }) => ({ x: (x * size) / alignedSide, y: (y * size) / alignedSide }))
      : // An entry counts from the centre of the first pixel, as the template's authors do.
        input.template.map(([x, y]) => ({ x: x + 0.5, y: y + 0.5 }));
  const toAligned = fitSimilarity(own, template);
  return (face) => {
    const image = { data: Uint8Array.from(face, Math.round), width: alignedSide, height: alignedSide };
    return warpImage(image, toAligned, size, size);
  };
}
