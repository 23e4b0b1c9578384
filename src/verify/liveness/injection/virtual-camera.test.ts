import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { VideoSummary } from '../../../vision/video/video-frame.ts';
import { measureClaimedCamera } from './virtual-camera.ts';

const capture = { cameraLabel: 'FaceTime HD Camera', frameWidth: 1280, frameHeight: 720, chunks: [] };
const video = { sourceWidth: 1280, sourceHeight: 720 } as VideoSummary;
const kindOf = (cameraLabel: string) =>
  measureClaimedCamera({ ...capture, cameraLabel }, video)?.virtualKind ?? null;

test('the names that virtual cameras give themselves are known', () => {
  const players = [
    'OBS Virtual Camera',
    'ManyCam Virtual Webcam',
    'Dummy video device (0x0000)',
    'XSplit VCam',
  ];
  for (const label of [...players, 'NDI Webcam Video 1', 'Unity Video Capture', 'some virtual thing'])
    assert.equal(kindOf(label), 'player', label);
  for (const label of ['Snap Camera', 'mmhmm Camera', 'Camera (NVIDIA Broadcast)'])
    assert.equal(kindOf(label), 'effects', label);
  for (const label of ['DroidCam Source 3', 'Iriun Webcam', 'EpocCam Camera', 'Reincubate Camo'])
    assert.equal(kindOf(label), 'bridge', label);
  assert.equal(kindOf('fake_device_0'), 'test');
});

test('the names of real cameras are none of them', () => {
  const honest = [
    ...['FaceTime HD Camera', 'Integrated Camera (04f2:b6d9)', 'camera2 1, facing front', 'Back Camera'],
    ...['HD Pro Webcam C920 (046d:082d)', 'Logitech BRIO', 'Surface Camera Front', 'HP TrueVision HD Camera'],
    ...['Front Camera', 'Cámara frontal', '前置相机', 'カメラ', 'Jobs Camera', ''],
  ];
  for (const label of honest) assert.equal(kindOf(label), null, label);
});

test('a recording of another shape than the camera told of is seen, one that lies on its side is not', () => {
  const shapeOf = (frameWidth: number, frameHeight: number) =>
    measureClaimedCamera({ ...capture, frameWidth, frameHeight }, video)?.hasOtherShape;
  assert.equal(shapeOf(640, 480), true);
  assert.equal(shapeOf(720, 1280), false);
  assert.equal(shapeOf(0, 0), false);
});

test('where nothing is known of the camera, nothing is said', () => {
  assert.equal(measureClaimedCamera(null, video), null);
});
