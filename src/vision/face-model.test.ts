import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { portraitPhoto } from '../../test/support/face-photos.ts';
import { ownEntry, writeEntry } from '../../test/support/own-face-model.ts';
import { type AlignedFace, alignFace } from './face-align.ts';
import { cosineOf } from './face-embed.ts';
import { faceModelName, faceModelOf, readFaceModel } from './face-model.ts';
import { loadFaceRecogniser } from './face-recogniser.ts';
import { loadVision, type Vision } from './faces.ts';
import { decodePhoto } from './image.ts';

let vision: Vision;
let face: AlignedFace;
before(async () => {
  vision = await loadVision();
  const photo = await decodePhoto(await portraitPhoto('anna'));
  assert.ok(photo.ok);
  const [box] = await vision.detector.predict(photo.image);
  assert.ok(box);
  face = alignFace(photo.image, await vision.landmarker.predict(photo.image, box));
});

const likeness = async (input: Partial<typeof ownEntry.input>) => {
  const recogniser = await loadFaceRecogniser({ ...ownEntry, input: { ...ownEntry.input, ...input } });
  return cosineOf(await recogniser.predict(face), await vision.embedder.predict(face));
};

test('without an entry the embedder of this program compares', () => {
  assert.equal(vision.recogniser, vision.embedder);
  assert.equal(faceModelOf({ faceModel: '' }), null);
});

test('the shipped weights under another id answer the same, and are called by that id', async () => {
  assert.ok((await likeness({})) > 0.99999);
  assert.match(faceModelName(ownEntry), /^our-net-[0-9a-f]{8}$/);
  assert.notEqual(faceModelName(ownEntry), faceModelName(null));
});

test('its own template, and mean and scale by colour, are heeded', async () => {
  const shipped = [
    [38.2946, 51.6963],
    [73.5318, 51.5014],
    [56.0252, 71.7366],
    [41.5493, 92.3655],
    [70.7299, 92.2041],
  ] as const;
  const moved = (by: number) =>
    shipped.map(([x, y]) => [x + by, y + by]) as unknown as (typeof ownEntry)['input']['template'];
  const triple: [number, number, number] = [127.5, 127.5, 127.5];
  assert.ok((await likeness({ template: moved(0), mean: triple, scale: triple })) > 0.999);
  assert.ok((await likeness({ template: moved(14) })) < 0.97);
  assert.ok((await likeness({ mean: 0, scale: 1 })) < 0.9);
});

test('an entry that promises another shape than the file has is refused', async () => {
  const larger = { ...ownEntry, input: { ...ownEntry.input, size: 128 } };
  await assert.rejects(
    loadFaceRecogniser(larger),
    /"our-net" takes \[1,3,112,112\].*feeds it \[1,3,128,128\]/,
  );
  const recogniser = await loadFaceRecogniser({ ...ownEntry, dimensions: 128 });
  await assert.rejects(recogniser.predict(face), /"our-net" gives 512 numbers; its entry says 128/);
});

test('a file that is missing, altered or no model is refused by name', async () => {
  await assert.rejects(loadFaceRecogniser({ ...ownEntry, file: '/nowhere.onnx' }), /"our-net" is missing/);
  await assert.rejects(loadFaceRecogniser({ ...ownEntry, sha256: '0'.repeat(64) }), /is not the file/);
  const path = writeEntry({ no: 'model' });
  const { createHash } = await import('node:crypto');
  const { readFileSync } = await import('node:fs');
  const sha256 = createHash('sha256').update(readFileSync(path)).digest('hex');
  await assert.rejects(loadFaceRecogniser({ ...ownEntry, file: path, sha256 }), /our-net/);
});

test('an entry is read whole, its file from its own folder', () => {
  const path = writeEntry({ ...ownEntry, file: 'net.onnx' });
  assert.equal(readFaceModel(path).file, path.replace('our-net.json', 'net.onnx'));
});

test('a wrong entry is refused with the key that is wrong', () => {
  const { licenceText: _, ...unlicensed } = ownEntry;
  const wrong: readonly (readonly [object, RegExp])[] = [
    [unlicensed, /licenceText/],
    [{ ...ownEntry, id: 'Our Net' }, /id/],
    [{ ...ownEntry, sha256: 'abc' }, /sha256/],
    [{ ...ownEntry, input: { ...ownEntry.input, order: 'grb' } }, /input\.order/],
    [{ ...ownEntry, input: { ...ownEntry.input, scale: 0 } }, /scale must not be 0/],
    [{ ...ownEntry, weights: 'more' }, /weights|additional|unevaluated/i],
  ];
  for (const [entry, text] of wrong) assert.throws(() => readFaceModel(writeEntry(entry)), text);
  assert.throws(() => readFaceModel('/nowhere.json'), /nowhere\.json cannot be read/);
});
