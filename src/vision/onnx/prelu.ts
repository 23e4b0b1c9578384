import { channelsOf } from './channels.ts';
import { depthwise } from './depthwise.ts';
import type { Graph } from './graph.ts';
import type { OnnxNode } from './onnx-file.ts';

/**
 * `PRelu(x) = slope * x + Relu((1 - slope) * x)` where no slope exceeds 1: two convolutions by channel, for which the
 * runtime has fast code, as for `PRelu` it has none.
 */
export function preluToDepthwise(graph: Graph): void {
  const channels = channelsOf(graph);
  for (const node of [...graph.nodes]) {
    if (node.opType !== 'PRelu') continue;
    const [value, slopeName] = node.input as [string, string];
    const slope = graph.floatsOf(slopeName);
    if (!slope || !isByChannel(graph, slopeName, channels.get(value)) || slope.some((each) => each > 1))
      continue;
    const [rising, kept, tilted] = ['rising', 'kept', 'tilted'].map((of) => graph.name(of)) as [
      string,
      string,
      string,
    ];
    const rest: OnnxNode[] = [
      depthwise(
        graph,
        value,
        rising,
        slope.map((each) => 1 - each),
        null,
      ),
      { opType: 'Relu', name: graph.name('relu'), input: [rising], output: [kept] },
      depthwise(graph, value, tilted, slope, null),
      { opType: 'Add', name: graph.name('add'), input: [tilted, kept], output: [...node.output] },
    ];
    graph.replace([node], rest);
  }
}

/** Slopes of another shape are spread along the picture's rows or columns. */
function isByChannel(graph: Graph, name: string, channels: number | undefined): boolean {
  const dims = graph.constants.get(name)?.dims ?? [];
  return dims.at(-3) === channels && dims.at(-2) === 1 && dims.at(-1) === 1;
}
