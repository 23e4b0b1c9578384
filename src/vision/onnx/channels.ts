import type { Graph } from './graph.ts';

const keepsChannels = new Set([
  'Relu',
  'PRelu',
  'Clip',
  'HardSigmoid',
  'Sigmoid',
  'Add',
  'Mul',
  'Div',
  'AveragePool',
  'MaxPool',
]);

/** How many channels each picture-shaped value has, as far as it follows from the convolutions that make it. */
export function channelsOf(graph: Graph): ReadonlyMap<string, number> {
  const known = new Map<string, number>();
  for (const { opType, input, output } of graph.nodes) {
    const count =
      opType === 'Conv'
        ? graph.constants.get(input[1] as string)?.dims[0]
        : opType === 'BatchNormalization'
          ? graph.constants.get(input[1] as string)?.dims[0]
          : keepsChannels.has(opType)
            ? Math.max(0, ...input.map((name) => known.get(name) ?? 0))
            : undefined;
    if (count) known.set(output[0] as string, count);
  }
  return known;
}
