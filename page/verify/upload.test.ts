import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { UploadState } from '../../src/capture/page-shapes.ts';
import type { Answer, Failure } from './api.ts';
import { pauseAfter, type UploadParts, type UploadProgress, uploadRecording } from './upload.ts';

const totalBytes = 1000;
const pieceBytes = 300;
const bytes = Uint8Array.from({ length: totalBytes }, (_, index) => index % 251);

function fail<Value>(reason: Failure['reason']): Answer<Value> {
  return { ok: false, failure: { reason, retryAfterSeconds: null } };
}

/** A server that keeps what it got; `troubles` says what the nth call of a kind runs into. */
function createServer(troubles: Readonly<Record<string, Failure['reason'] | 'answer-lost'>> = {}) {
  const got: number[] = [];
  const calls: string[] = [];
  const troubleOf = (kind: string) => {
    calls.push(kind);
    return troubles[`${kind} ${calls.filter((call) => call === kind).length}`];
  };
  const api: UploadParts['api'] = {
    async announceChunk(_seq, { index }) {
      const trouble = troubleOf(`chunk${index}`);
      const value = { actions: [], colors: [], markerMs: null };
      return trouble ? fail(trouble as Failure['reason']) : { ok: true, value };
    },
    async announceRecording() {
      const trouble = troubleOf('announce');
      return trouble ? fail(trouble as Failure['reason']) : { ok: true, value: {} as never };
    },
    async reachedOffset() {
      const trouble = troubleOf('reach');
      return trouble ? fail(trouble as Failure['reason']) : { ok: true, value: got.length };
    },
    async sendPiece(_seq, offset, piece): Promise<Answer<UploadState>> {
      const trouble = troubleOf('send');
      if (trouble && trouble !== 'answer-lost') {
        if (trouble === 'wrong-content') got.length = 0;
        return fail(trouble);
      }
      if (offset !== got.length) return fail('wrong-offset');
      got.push(...piece);
      if (trouble === 'answer-lost') return fail('offline');
      return { ok: true, value: { receivedBytes: got.length, complete: got.length === totalBytes } };
    },
  };
  return { api, got, calls };
}

const recording = {
  seq: 's',
  sha256: 'aa',
  bytes: bytes.buffer,
  chunks: [],
  announcedChunks: 0,
  shown: [],
} as const;

function run(server: ReturnType<typeof createServer>, more: Partial<UploadParts> = {}) {
  const progress: UploadProgress[] = [];
  const end = uploadRecording({
    api: server.api,
    recording,
    pieceBytes,
    signal: new AbortController().signal,
    onProgress: (state) => progress.push(state),
    pause: async () => {},
    ...more,
  });
  return { end, progress };
}

describe('uploading a recording', () => {
  test('every byte arrives once, in order', async () => {
    const server = createServer();
    assert.deepEqual(await run(server).end, { kind: 'sent' });
    assert.deepEqual(server.got, [...bytes]);
    assert.equal(server.calls.filter((call) => call === 'send').length, 4);
  });

  test('a line lost in the middle is resumed where the server says', async () => {
    const server = createServer({ 'send 2': 'offline', 'reach 2': 'offline' });
    const { end, progress } = run(server);
    assert.deepEqual(await end, { kind: 'sent' });
    assert.deepEqual(server.got, [...bytes]);
    assert.equal(progress.filter(({ isWaiting }) => isWaiting).length, 2);
  });

  test('a piece that arrived although its answer was lost is not sent again', async () => {
    const server = createServer({ 'send 3': 'answer-lost' });
    assert.deepEqual(await run(server).end, { kind: 'sent' });
    assert.deepEqual(server.got, [...bytes]);
  });

  test('after a reload only what is missing is sent', async () => {
    const server = createServer();
    server.got.push(...bytes.subarray(0, 600));
    assert.deepEqual(await run(server).end, { kind: 'sent' });
    assert.equal(server.calls.filter((call) => call === 'send').length, 2);
  });

  test('bytes spoilt on the way are sent once more, and not for ever', async () => {
    const once = createServer({ 'send 4': 'wrong-content' });
    assert.deepEqual(await run(once).end, { kind: 'sent' });
    const always = createServer({ 'send 4': 'wrong-content', 'send 8': 'wrong-content' });
    assert.equal((await run(always).end).kind, 'refused');
  });

  test('chunks that the server does not have yet are announced before the whole, each until it got through', async () => {
    const chunks = [0, 1, 2].map((index) => ({ index, bytes: 10, sha256: 'bb' }));
    const server = createServer({ 'chunk1 1': 'offline' });
    const { end } = run(server, { recording: { ...recording, chunks, announcedChunks: 1 } });
    assert.deepEqual(await end, { kind: 'sent' });
    assert.deepEqual(server.calls.slice(0, 4), ['chunk1', 'chunk1', 'chunk2', 'announce']);
  });

  test('a verification that moved on is not fought', async () => {
    for (const reason of ['wrong-stage', 'ended', 'other-tab', 'not-yours'] as const) {
      assert.deepEqual(await run(createServer({ 'send 2': reason })).end, { kind: 'unwanted' });
    }
  });

  test('a recording too large is said plainly, without trying again', async () => {
    const server = createServer({ 'announce 1': 'too-large' });
    assert.equal((await run(server).end).kind, 'refused');
    assert.deepEqual(server.calls, ['announce']);
  });

  test('leaving the page stops the upload', async () => {
    const controller = new AbortController();
    const server = createServer({ 'send 2': 'offline' });
    const { end } = run(server, { signal: controller.signal, pause: async () => controller.abort() });
    assert.deepEqual(await end, { kind: 'stopped' });
    assert.equal(server.got.length, pieceBytes);
  });
});

test('pauses double up to eight seconds, and a time named by the server is kept', () => {
  const failure: Failure = { reason: 'offline', retryAfterSeconds: null };
  assert.deepEqual(
    [1, 2, 3, 4, 5, 9].map((failures) => pauseAfter(failures, failure)),
    [500, 1000, 2000, 4000, 8000, 8000],
  );
  assert.equal(pauseAfter(1, { reason: 'busy', retryAfterSeconds: 10 }), 10_000);
});
