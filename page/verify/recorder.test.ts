import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Camera } from './camera.ts';
import { record } from './recorder.ts';

/** SIMULATED: a browser's recorder as far as its events go. */
class TestRecorder extends EventTarget {
  static latest: TestRecorder;
  state = 'inactive';
  ondataavailable: (event: { data: Blob }) => void = () => {};
  constructor() {
    super();
    TestRecorder.latest = this;
  }
  start(): void {
    this.state = 'recording';
    queueMicrotask(() => this.dispatchEvent(new Event('start')));
  }
  stop(): void {
    this.state = 'inactive';
    queueMicrotask(() => {
      this.ondataavailable({ data: new Blob(['film']) });
      this.dispatchEvent(new Event('stop'));
    });
  }
}

const camera: Camera = {
  stream: {} as MediaStream,
  label: '',
  deviceId: '',
  facing: undefined,
  widthPixels: 480,
  heightPixels: 640,
  onLost: () => {},
  onPaused: () => {},
  isLive: () => true,
  close: () => {},
};

const parts = { camera, mimeType: 'video/webm', signal: new AbortController().signal };

before(() => {
  Object.assign(globalThis, { MediaRecorder: TestRecorder, document: new EventTarget() });
});
after(() => {
  Object.assign(globalThis, { MediaRecorder: undefined, document: undefined });
});

test('a recorder that stops by itself interrupts at once: nobody waits until its time is over', async () => {
  const end = record({ ...parts, recordMs: 60_000, onStart: () => TestRecorder.latest.stop() });
  assert.deepEqual(await end, { kind: 'interrupted' });
});

test('one that stops when it is told to has recorded, its last chunk included', async () => {
  const end = await record({ ...parts, recordMs: 1 });
  assert.equal(end.kind === 'recorded' && new TextDecoder().decode(end.bytes), 'film');
});
