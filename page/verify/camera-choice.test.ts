import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { isGrey, isUnfit, rankCameras } from './camera-choice.ts';

const listed = (...labels: string[]) => labels.map((label) => ({ deviceId: label, label }));
const names = (cameras: readonly { label: string }[]) => cameras.map(({ label }) => label);
const traits = (label: string, more = {}) => ({
  ...{ label, facing: undefined, widthPixels: 640, heightPixels: 480 },
  ...more,
});

describe('for the face', () => {
  test('infrared cameras beside the webcam are not taken', () => {
    assert.equal(isUnfit('face', traits('Integrated IR Camera (04f2:b6bf)')), true);
    assert.equal(isUnfit('face', traits('HP Wide Vision FHD Camera')), false);
    const both = listed('Integrated IR Camera', 'Integrated Camera');
    assert.deepEqual(names(rankCameras('face', both)), ['Integrated Camera']);
  });

  test('nor are those on the phone’s back, in whatever language', () => {
    for (const label of [
      'camera2 0, facing back',
      'Back Camera',
      '背面カメラ',
      '后置相机',
      'Kamera Belakang',
    ])
      assert.equal(isUnfit('face', traits(label)), true, label);
    assert.equal(isUnfit('face', traits('', { facing: 'environment' })), true);
    const phone = listed('camera2 0, facing back', 'camera2 3, facing front', 'camera2 1, facing front');
    assert.deepEqual(names(rankCameras('face', phone)), [
      'camera2 1, facing front',
      'camera2 3, facing front',
    ]);
  });

  test('nor one of a few pixels; but virtual ones are, which the server notes', () => {
    assert.equal(isUnfit('face', traits('Old webcam', { widthPixels: 176, heightPixels: 144 })), true);
    assert.equal(isUnfit('face', traits('OBS Virtual Camera')), false);
  });
});

describe('for a card', () => {
  test('the main lens behind comes before those that cannot look closely', () => {
    const iphone = listed('Back Ultra Wide Camera', 'Front Camera', 'Back Telephoto Camera', 'Back Camera');
    assert.equal(names(rankCameras('card', iphone))[0], 'Back Camera');
    const android = listed('camera2 2, facing back', 'camera2 1, facing front', 'camera2 0, facing back');
    assert.deepEqual(names(rankCameras('card', android)), [
      'camera2 0, facing back',
      'camera2 2, facing back',
    ]);
    assert.equal(isUnfit('card', traits('Back Ultra Wide Camera')), true);
    assert.equal(isUnfit('card', traits('Back Dual Wide Camera')), false);
  });

  test('any camera is better than none', () => {
    assert.deepEqual(names(rankCameras('card', listed('USB Camera'))), ['USB Camera']);
  });
});

describe('a picture without colour', () => {
  const frame = (red: number, green: number, blue: number) =>
    new Uint8ClampedArray(Array.from({ length: 64 }, () => [red, green, blue, 255]).flat());

  test('is an infrared camera’s', () => {
    assert.equal(isGrey(frame(120, 121, 119)), true);
    assert.equal(isGrey(frame(176, 122, 88)), false);
  });

  test('is no reason where it is only dark', () => {
    assert.equal(isGrey(frame(6, 6, 6)), false);
  });
});
