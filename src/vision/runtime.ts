import { InferenceSession, Tensor } from 'onnxruntime-node';
import { loadModelFile, type ModelId } from './manifest.ts';

/** One network, ready to run: a fixed input of float32 values, named outputs. */
export type Network = {
  /**
   * Blocks this thread while it computes, so it belongs in a worker.
   * `input` must stay unchanged until the promise resolves: the runtime reads it on a later turn.
   */
  run(input: Float32Array): Promise<Readonly<Record<string, Float32Array>>>;
};

/**
 * Opens a model with one input. Loads and checks its weights.
 *
 * One thread: workers are the unit of parallelism, and onnxruntime's own threads spin, which doubled the CPU
 * of two workers (measured 2026-11). Throws when the input shape is not the one that this code was written for.
 */
export async function openNetwork(id: ModelId, inputShape: readonly number[]): Promise<Network> {
  const session = await InferenceSession.create(loadModelFile(id), {
    intraOpNumThreads: 1,
    interOpNumThreads: 1,
    executionMode: 'sequential',
    graphOptimizationLevel: 'all',
    logSeverityLevel: 3,
  });
  const inputName = checkInput(session, id, inputShape);
  return {
    async run(input) {
      const outputs = await session.run({ [inputName]: new Tensor('float32', input, inputShape) });
      return Object.fromEntries(
        Object.entries(outputs).map(([name, tensor]) => [name, tensor.data as Float32Array]),
      );
    },
  };
}

function checkInput(session: InferenceSession, id: ModelId, expected: readonly number[]): string {
  const [input] = session.inputMetadata;
  const shape = input?.isTensor ? input.shape : [];
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
