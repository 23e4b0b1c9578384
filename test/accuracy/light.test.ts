import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadVision } from '../../src/vision/faces.ts';
import { clipPath } from '../support/shared-data.ts';
import { findVideoEncoder } from '../support/video-encoder.ts';
import { type DrawnSpecies, halveClip, readFilm } from './light-films.ts';
import { measureFilm } from './light-measured.ts';
import { lightCase } from './light-scenes.ts';

const encoder = await findVideoEncoder();
const skip = clipPath('d18') && encoder ? false : 'the clips or an encoder are not here';

test('SIMULATED screen light on a real clip passes, flat, late and other light does not', {
  skip,
}, async () => {
  const light = lightCase(14);
  assert.equal(light.clip, 'd18');
  const clip = await halveClip('d18', await loadVision(), encoder!.name);
  const judged = async (species: DrawnSpecies) =>
    measureFilm(light, species, (await readFilm(clip, light, species)).colors);
  const [right, ...others] = await judged('right');
  assert.deepEqual(right?.refusals, []);
  for (const { species, refusals } of others) assert.notDeepEqual(refusals, [], species);
  for (const species of ['no light', 'frame', 'face-box'] as const) {
    for (const { refusals } of await judged(species)) assert.notDeepEqual(refusals, [], species);
  }
});
