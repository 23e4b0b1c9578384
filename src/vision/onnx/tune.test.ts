import assert from 'node:assert/strict';
import { test } from 'node:test';
import { InferenceSession, Tensor } from 'onnxruntime-node';
import { loadModelFile, type ModelId } from '../manifest.ts';
import { unpackOnnx } from './onnx-file.ts';
import { tuneOnnx } from './tune.ts';

/** Every network of the product, at a size that it takes. */
const networks: readonly (readonly [ModelId, readonly number[]])[] = [
  ['face-detect', [1, 3, 240, 320]],
  ['face-landmarks', [1, 1, 64, 64]],
  ['face-embed', [1, 3, 112, 112]],
  ['face-spoof', [1, 3, 128, 128]],
  ['face-pose', [1, 3, 224, 224]],
  ['eye-closed', [1, 1, 24, 24]],
  ['text-detect', [1, 3, 96, 160]],
  ['text-recognise', [1, 3, 48, 160]],
  ['text-direction', [1, 3, 48, 192]],
];

for (const [id, shape] of networks) {
  test(`rewriting the network ${id} for speed does not change what it answers`, async () => {
    const file = loadModelFile(id);
    const [plain, tuned] = [await answers(file, shape), await answers(tuneOnnx(file), shape)];
    assert.deepEqual(Object.keys(tuned), Object.keys(plain));
    for (const [name, values] of Object.entries(plain)) {
      const scale = values.reduce((most, value) => Math.max(most, Math.abs(value)), 0.01);
      const furthest = values.reduce(
        (most, value, at) => Math.max(most, Math.abs(value - (tuned[name]?.[at] as number))),
        0,
      );
      assert.ok(furthest <= 1e-5 * scale, `${name} moved by ${furthest} of ${scale}`);
    }
  });
}

test('no scalar step is left between the convolutions of the reader of text', () => {
  const { graph } = unpackOnnx(tuneOnnx(loadModelFile('text-recognise')));
  const count = (kind: string) => graph.node.filter(({ opType }) => opType === kind).length;
  assert.equal(count('Div') < 10, true);
  assert.equal(count('Add') < 30, true);
});

test('bytes that are no network are refused, not passed on', () => {
  assert.throws(() => tuneOnnx(Uint8Array.from([1, 2, 3, 4, 5, 6, 7])));
});

async function answers(file: Uint8Array, shape: readonly number[]): Promise<Record<string, Float32Array>> {
  const session = await InferenceSession.create(file, { intraOpNumThreads: 1, logSeverityLevel: 3 });
  const length = shape.reduce((product, size) => product * size);
  const input = Float32Array.from({ length }, (_, at) => Math.sin(at * 0.37) + Math.sin(at * 0.011) / 2);
  const outputs = await session.run({
    [session.inputNames[0] as string]: new Tensor('float32', input, shape),
  });
  return Object.fromEntries(
    Object.entries(outputs).map(([name, { data }]) => [name, Float32Array.from(data as Float32Array)]),
  );
}
