import { InferenceSession, Tensor } from 'onnxruntime-node';
import { loadModelFile, type ModelId } from './manifest.ts';
import { tuneOnnx } from './onnx/tune.ts';

/** One network, ready to run: a fixed input of float32 values, named outputs. */
export type Network = {
  /**
   * Blocks this thread while it computes, so it belongs in a worker. `draw` is called at once and must write every value of the
   * input: it still holds those of an earlier run.
   */
  run(draw: (input: Float32Array) => void): Promise<Readonly<Record<string, Float32Array>>>;
};

const sessionOptions = {
  intraOpNumThreads: 1,
  interOpNumThreads: 1,
  executionMode: 'sequential',
  graphOptimizationLevel: 'all',
  logSeverityLevel: 3,
} as const;

/** What a network without fixed sizes answers: values, and the shape that they have. */
export type ShapedValues = { readonly values: Float32Array; readonly shape: readonly number[] };

/** One network whose input and output have other sizes at each run. One input, one output. */
export type FlexibleNetwork = {
  /** Blocks this thread while it computes. `input` must stay unchanged until the promise resolves. `shape` must fit what the network was trained for: that is the caller's to know. */
  run(input: Float32Array, shape: readonly number[]): Promise<ShapedValues>;
};

/**
 * Opens a model with one input and one output of changing sizes, on one thread as `openNetwork`.
 *
 * Without the runtime's memory patterns: it would keep one for each width of a line of text (70 MB more after a few,
 * measured 2026-11).
 */
export async function openFlexibleNetwork(id: ModelId): Promise<FlexibleNetwork> {
  const session = await InferenceSession.create(tuneOnnx(loadModelFile(id)), {
    ...sessionOptions,
    enableMemPattern: false,
  });
  const [inputName, outputName] = [session.inputNames[0] as string, session.outputNames[0] as string];
  return {
    async run(input, shape) {
      const outputs = await session.run({ [inputName]: new Tensor('float32', input, shape) });
      const output = outputs[outputName] as Tensor;
      return { values: output.data as Float32Array, shape: output.dims };
    },
  };
}

/**
 * Opens a model with one input. Loads and checks its weights.
 *
 * One thread: workers are the unit of parallelism, and onnxruntime's own threads spin, which doubled the CPU
 * of two workers (measured 2026-11). Throws when the input shape is not the one that this code was written for.
 */
export async function openNetwork(id: ModelId, inputShape: readonly number[]): Promise<Network> {
  return openNetworkFile(id, loadModelFile(id), inputShape);
}

/** The same for the bytes of a model that the manifest does not name. A free number of pictures at once is taken as one. */
export async function openNetworkFile(
  id: string,
  bytes: Uint8Array,
  inputShape: readonly number[],
): Promise<Network> {
  const session = await openSession(id, bytes);
  const inputName = checkInput(session, id, inputShape);
  const newInput = () => {
    const values = new Float32Array(inputShape.reduce((product, side) => product * side, 1));
    return { values, feeds: { [inputName]: new Tensor('float32', values, inputShape) } };
  };
  // One that no run is using: the runtime reads its input on a later turn. Anew for each of 250 runs a recording, inputs were half of what
  // the collector had to clear away (measured 2026-11).
  let spare: ReturnType<typeof newInput> | null = null;
  return {
    async run(draw) {
      const input = spare ?? newInput();
      spare = null;
      draw(input.values);
      const outputs = await session.run(input.feeds);
      spare = input;
      return Object.fromEntries(
        Object.entries(outputs).map(([name, tensor]) => [name, tensor.data as Float32Array]),
      );
    },
  };
}

async function openSession(id: string, bytes: Uint8Array): Promise<InferenceSession> {
  try {
    return await InferenceSession.create(tuneOnnx(bytes), sessionOptions);
  } catch (cause) {
    throw new Error(`The model "${id}" cannot be opened: ${(cause as Error).message}`, { cause });
  }
}

function checkInput(session: InferenceSession, id: string, expected: readonly number[]): string {
  const [input] = session.inputMetadata;
  const [batch, ...picture] = input?.isTensor ? input.shape : [];
  const shape = [typeof batch === 'number' && batch > 0 ? batch : 1, ...picture];
  if (session.inputMetadata.length !== 1 || shape.join() !== expected.join()) {
    throw new Error(`The model "${id}" takes [${shape}], but this version feeds it [${expected}].`);
  }
  return session.inputNames[0] as string;
}

/** One named output; throws when the network has none of that name. */
export function outputOf(outputs: Readonly<Record<string, Float32Array>>, name: string): Float32Array {
  const values = outputs[name];
  if (!values) throw new Error(`The network has no output "${name}".`);
  return values;
}

/** Logits to probabilities that sum to 1. */
export function softmax(logits: Float32Array): readonly number[] {
  const highest = Math.max(...logits);
  const powers = Array.from(logits, (logit) => Math.exp(logit - highest));
  const sum = powers.reduce((total, power) => total + power, 0);
  return powers.map((power) => power / sum);
}
