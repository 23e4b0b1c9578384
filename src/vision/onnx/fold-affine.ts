import { type Affine, affineAfter, affineFrom } from './affine.ts';
import { channelsOf } from './channels.ts';
import { depthwise } from './depthwise.ts';
import type { Graph } from './graph.ts';
import type { OnnxNode } from './onnx-file.ts';

/** Multiplications and additions of one number behind a convolution become part of its weights. */
export function foldIntoMaker(graph: Graph): void {
  for (const conv of convolutionsOf(graph)) {
    const weights = graph.floatsOf(conv.input[1]);
    const affine = weights && affineAfter(graph, conv.output[0] as string);
    if (!affine) continue;
    const { dims } = graph.constants.get(conv.input[1] as string) as { dims: number[] };
    const bias = graph.floatsOf(conv.input[2]) ?? new Float32Array(dims[0] as number);
    const { scale, shift } = affine;
    graph.replace(
      [conv, ...affine.nodes],
      [
        {
          ...conv,
          input: [
            conv.input[0] as string,
            graph.keep(
              dims,
              weights.map((weight) => weight * scale),
            ),
            graph.keep(
              [bias.length],
              bias.map((value) => value * scale + shift),
            ),
          ],
          output: [...(affine.nodes.at(-1) as OnnxNode).output],
        },
      ],
    );
  }
}

/** Those before convolutions become part of theirs, where these look at nothing outside of the picture. */
export function foldIntoTakers(graph: Graph): void {
  for (const node of [...graph.nodes]) {
    const affine = graph.nodes.includes(node) ? affineFrom(graph, node) : null;
    if (!affine) continue;
    const takers = graph.takersOf(affine.output);
    const isKept = takers.length === 0 || graph.isAnswer(affine.output);
    if (isKept || !takers.every((taker) => isUnpadded(graph, taker))) continue;
    for (const taker of takers) foldInto(graph, taker, affine);
    graph.drop(affine.nodes);
  }
}

function foldInto(graph: Graph, conv: OnnxNode, { input, scale, shift }: Affine): void {
  const weights = graph.floatsOf(conv.input[1]) as Float32Array;
  const { dims } = graph.constants.get(conv.input[1] as string) as { dims: number[] };
  const bias = graph.floatsOf(conv.input[2]) ?? new Float32Array(dims[0] as number);
  const each = weights.length / bias.length;
  const sumOf = (channel: number) =>
    weights.subarray(channel * each, (channel + 1) * each).reduce((sum, weight) => sum + weight, 0);
  conv.input = [
    input,
    graph.keep(
      dims,
      weights.map((weight) => weight * scale),
    ),
    graph.keep(
      [bias.length],
      bias.map((value, channel) => value + shift * sumOf(channel)),
    ),
  ];
}

/** What is left of them becomes a convolution by channel: the runtime keeps its fast layout through it. */
export function affineToDepthwise(graph: Graph): void {
  for (const node of [...graph.nodes]) {
    const affine = graph.nodes.includes(node) ? affineFrom(graph, node) : null;
    const channels = affine && channelsOf(graph).get(affine.input);
    if (!affine || !channels) continue;
    const { input, output, scale, shift } = affine;
    const all = (value: number) => new Float32Array(channels).fill(value);
    graph.replace(affine.nodes, [depthwise(graph, input, output, all(scale), all(shift))]);
  }
}

function convolutionsOf(graph: Graph): readonly OnnxNode[] {
  return graph.nodes.filter(({ opType }) => opType === 'Conv');
}

function isUnpadded(graph: Graph, node: OnnxNode): boolean {
  if (node.opType !== 'Conv' || !graph.floatsOf(node.input[1])) return false;
  const pads = node.attribute?.find(({ name }) => name === 'pads')?.ints ?? [];
  const automatic = node.attribute?.some(({ name }) => name === 'auto_pad');
  return !automatic && pads.every((pad) => pad === 0);
}
