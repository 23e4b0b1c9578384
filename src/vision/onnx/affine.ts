import type { Graph } from './graph.ts';
import type { OnnxNode } from './onnx-file.ts';

/** `input * scale + shift`, the same numbers for every channel, as a chain of operations that ends in `output`. */
export type Affine = {
  readonly nodes: readonly OnnxNode[];
  readonly input: string;
  readonly output: string;
  readonly scale: number;
  readonly shift: number;
};

type Step = { readonly input: string; readonly scale: number; readonly shift: number };

/** The chain that a value goes through next, where nothing else takes it; or null. */
export function affineAfter(graph: Graph, value: string): Affine | null {
  const next = graph.onlyTakerOf(value);
  return next && stepOf(graph, next)?.input === value ? affineFrom(graph, next) : null;
}

/** The chain that begins with an operation, as long as it goes; or null. */
export function affineFrom(graph: Graph, first: OnnxNode): Affine | null {
  const begin = stepOf(graph, first);
  if (!begin) return null;
  const nodes = [first];
  let { scale, shift } = begin;
  for (;;) {
    const output = (nodes.at(-1) as OnnxNode).output[0] as string;
    const next = graph.onlyTakerOf(output);
    const step = next && stepOf(graph, next);
    if (!next || step?.input !== output) return { nodes, input: begin.input, output, scale, shift };
    nodes.push(next);
    scale *= step.scale;
    shift = shift * step.scale + step.shift;
  }
}

function stepOf(graph: Graph, { opType, input }: OnnxNode): Step | null {
  if (input.length !== 2) return null;
  const [first, second] = input as [string, string];
  const behind = graph.floatsOf(second);
  const values = behind ?? graph.floatsOf(first);
  if (values?.length !== 1) return null;
  const value = behind ? first : second;
  const number = values[0] as number;
  if (opType === 'Add') return { input: value, scale: 1, shift: number };
  if (opType === 'Mul') return { input: value, scale: number, shift: 0 };
  return opType === 'Div' && behind ? { input: value, scale: 1 / number, shift: 0 } : null;
}
