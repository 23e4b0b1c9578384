import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type Layer, layers } from '../page/verify/face/network.ts';
import { packWeights } from '../page/verify/face/weights.ts';
import { Graph } from '../src/vision/onnx/graph.ts';
import { unpackOnnx } from '../src/vision/onnx/onnx-file.ts';
import { tuneOnnx } from '../src/vision/onnx/tune.ts';

const file = fileURLToPath(new URL('../models/weights/face-detect.onnx', import.meta.url));

/** The weights of the server's own detector as the page takes them. Throws where the model is another than the page's code. */
export function packDetector(): Uint8Array {
  const graph = new Graph(unpackOnnx(tuneOnnx(readFileSync(file))));
  const convolutions = graph.nodes.filter(({ opType }) => opType === 'Conv');
  if (convolutions.length !== layers.length) throw new Error('The detector has other layers than the page.');
  return packWeights(
    convolutions.map(({ input }, nth) => {
      const [values, bias] = [graph.floatsOf(input[1]), graph.floatsOf(input[2])];
      const shape = graph.constants.get(input[1] as string)?.dims.join();
      const layer = layers[nth] as Layer;
      if (!values || !bias || shape !== shapeOf(layer, nth))
        throw new Error(`Layer ${nth} has the shape ${shape}.`);
      return { values: nth === 0 ? withEmptyPlane(values) : values, bias };
    }),
  );
}

/** What the file says of a layer: a picture has three colours there, and a fourth, empty plane on the page. */
function shapeOf({ kind, inputs, outputs }: Layer, nth: number): string {
  const each = kind === 'channels' ? 1 : nth === 0 ? colours : inputs;
  return [outputs, each, ...(kind === 'point' ? [1, 1] : [3, 3])].join();
}

const colours = 3;

/** The first layer's weights with zeros for the empty plane. */
function withEmptyPlane(values: Float32Array): Float32Array {
  const filled = colours * 9;
  const rows = values.length / filled;
  const padded = new Float32Array(rows * (filled + 9));
  for (let row = 0; row < rows; row++)
    padded.set(values.subarray(row * filled, (row + 1) * filled), row * (filled + 9));
  return padded;
}
