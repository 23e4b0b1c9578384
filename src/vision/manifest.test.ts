import assert from 'node:assert/strict';
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { loadModelFile, modelCard, modelList } from './manifest.ts';

const weights = new URL('../../models/weights/', import.meta.url);

function scratchFolder(t: { after(done: () => void): void }): string {
  const folder = mkdtempSync(join(tmpdir(), 'selfsame-weights-'));
  t.after(() => rmSync(folder, { recursive: true }));
  return `${folder}/`;
}

test('every model says who published it, under what licence, and what is known of its training', () => {
  const models = modelList();
  assert.equal(models.length, 13);
  for (const model of models) {
    assert.match(model.publisher, /^[\w@./-]+@\d+\.\d+\.\d+$/);
    assert.ok(model.licence.length > 0 && model.trainingData.length > 0 && model.task.length > 0);
    assert.match(model.sha256, /^[0-9a-f]{64}$/);
  }
});

test('a weight file that is the right one is handed out whole', () => {
  for (const { id, bytes } of modelList()) assert.equal(loadModelFile(id).length, bytes);
});

test('a weight file with one changed byte is refused by name', (t) => {
  const folder = scratchFolder(t);
  const { file } = modelCard('eye-closed');
  const altered = readFileSync(new URL(file, weights));
  altered[altered.length - 1] = (altered.at(-1) as number) ^ 1;
  writeFileSync(`${folder}${file}`, altered);
  assert.throws(() => loadModelFile('eye-closed', folder), /"eye-closed".*is not the file.*npm run check/);
});

test("another model's weights in its place are refused", (t) => {
  const folder = scratchFolder(t);
  copyFileSync(new URL('eye-closed.onnx', weights), `${folder}face-landmarks.onnx`);
  assert.throws(() => loadModelFile('face-landmarks', folder), /"face-landmarks"/);
});

test('a missing weight file says which model and what to run', (t) => {
  assert.throws(
    () => loadModelFile('face-spoof', scratchFolder(t)),
    /"face-spoof" is missing.*npm run check/,
  );
});
