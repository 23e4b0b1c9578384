import { floatsOf, floatTensor, type OnnxModel, type OnnxNode, type OnnxTensor } from './onnx-file.ts';

/** A graph that is being rewritten: who makes a value, who takes it, and which values are constants. */
export class Graph {
  readonly model: OnnxModel;
  readonly constants: Map<string, OnnxTensor>;
  #made = 0;

  /** Takes the model over: its constants that stand as operations become initializers. */
  constructor(model: OnnxModel) {
    this.model = model;
    const { graph } = model;
    const given = graph.node.filter(({ opType }) => opType === 'Constant');
    for (const { output, attribute } of given) {
      const tensor = attribute?.find(({ name }) => name === 'value')?.t;
      if (tensor) graph.initializer.push({ ...tensor, name: output[0] as string });
    }
    const taken = new Set(graph.initializer.map(({ name }) => name));
    graph.node = graph.node.filter(
      ({ opType, output }) => opType !== 'Constant' || !taken.has(output[0] as string),
    );
    this.constants = new Map(graph.initializer.map((tensor) => [tensor.name, tensor]));
  }

  /** All operations, in their order. */
  get nodes(): OnnxNode[] {
    return this.model.graph.node;
  }

  /** Those who take a value, each once. */
  takersOf(value: string): readonly OnnxNode[] {
    return this.nodes.filter(({ input }) => input.includes(value));
  }

  /** The one operation that takes a value, or null where there are more, none, or the value is an answer of the network. */
  onlyTakerOf(value: string): OnnxNode | null {
    const takers = this.takersOf(value);
    return takers.length === 1 && !this.isAnswer(value) ? (takers[0] as OnnxNode) : null;
  }

  /** Whether the network answers with this value. */
  isAnswer(value: string): boolean {
    return this.model.graph.output.some(({ name }) => name === value);
  }

  /** The numbers of a constant, or null where the value is none of floats. */
  floatsOf(value: string | undefined): Float32Array | null {
    return value === undefined ? null : floatsOf(this.constants.get(value));
  }

  /** A new constant; its name. */
  keep(dims: number[], values: Float32Array): string {
    const name = this.name('constant');
    const tensor = floatTensor(name, dims, values);
    this.constants.set(name, tensor);
    this.model.graph.initializer.push(tensor);
    return name;
  }

  /** A name that no value has. `of`: what it is, for who looks at the graph. */
  name(of: string): string {
    return `selfsame.${of}.${this.#made++}`;
  }

  /** Whether operations hold graphs of their own (branches, loops), which may take values that no list here shows. */
  get isNested(): boolean {
    return this.nodes.some(({ attribute }) =>
      attribute?.some(({ g, graphs }) => g !== undefined || (Array.isArray(graphs) && graphs.length > 0)),
    );
  }

  /** Forgets constants that nothing takes any more, also where an old file names them among the inputs. */
  dropUnusedConstants(): void {
    const used = new Set(this.nodes.flatMap(({ input }) => input));
    const { graph } = this.model;
    const dropped = new Set(graph.initializer.map(({ name }) => name).filter((name) => !used.has(name)));
    graph.initializer = graph.initializer.filter(({ name }) => !dropped.has(name));
    graph.input = graph.input.filter(({ name }) => !dropped.has(name));
  }

  /** Takes operations out whose values nothing takes any more. */
  drop(nodes: readonly OnnxNode[]): void {
    this.model.graph.node = this.nodes.filter((node) => !nodes.includes(node));
  }

  /** Puts operations in the place of others: at the last one's, by when everything they take has been made. */
  replace(old: readonly OnnxNode[], fresh: readonly OnnxNode[]): void {
    const last = old.at(-1) as OnnxNode;
    this.model.graph.node = this.nodes.flatMap((node) => {
      if (node === last) return fresh;
      return old.includes(node) ? [] : [node];
    });
  }
}
