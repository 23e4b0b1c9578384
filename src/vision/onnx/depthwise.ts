import type { Graph } from './graph.ts';
import { attributeTypes, type OnnxNode } from './onnx-file.ts';

/** A convolution of one pixel by channel: `value * scale + shift`. */
export function depthwise(
  graph: Graph,
  value: string,
  output: string,
  scale: Float32Array,
  shift: Float32Array | null,
): OnnxNode {
  const channels = scale.length;
  const weights = graph.keep([channels, 1, 1, 1], scale);
  const bias = shift && graph.keep([channels], shift);
  return {
    opType: 'Conv',
    name: graph.name('depthwise'),
    input: bias ? [value, weights, bias] : [value, weights],
    output: [output],
    attribute: [
      { name: 'group', type: attributeTypes.int, i: channels },
      { name: 'kernel_shape', type: attributeTypes.ints, ints: [1, 1] },
    ],
  };
}
