import type { Weights } from './convolve.ts';
import { type Face, findFaces, planesOf } from './find-faces.ts';
import { unpackWeights } from './weights.ts';

/** What the page says to the worker: where the weights are, once; then one picture after the other. */
export type WorkerRequest =
  | { readonly weightsUrl: string }
  | { readonly rgba: Uint8ClampedArray<ArrayBuffer>; readonly width: number; readonly height: number };

/** What the worker says: that it can look, or what it has seen. It says nothing of what it cannot load. */
export type WorkerAnswer = 'ready' | { readonly faces: readonly Face[]; readonly tookMs: number };

/** The part of a worker's own scope that is used: the page's types know windows alone. */
type Scope = {
  onmessage: ((message: { readonly data: WorkerRequest }) => void) | null;
  postMessage(answer: WorkerAnswer): void;
};
const scope = globalThis as unknown as Scope;

let weights: readonly Weights[] = [];

async function load(url: string): Promise<void> {
  const response = await fetch(url);
  if (!response.ok) return;
  weights = unpackWeights(await response.arrayBuffer());
  scope.postMessage('ready');
}

scope.onmessage = ({ data }) => {
  // Without its weights there is no detector, and the page guides by its canvas alone.
  if ('weightsUrl' in data) return void load(data.weightsUrl).catch(() => {});
  const { rgba, width, height } = data;
  const fromMs = performance.now();
  const faces = findFaces(weights, planesOf(rgba, width, height));
  scope.postMessage({ faces, tookMs: performance.now() - fromMs });
};
