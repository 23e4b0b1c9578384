import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { describe, test } from 'node:test';
import type { ChunkNotice, Prompts } from '../../../src/capture/page-shapes.ts';
import type { Answer, Failure } from '../api.ts';
import { createChunkPoster } from './chunk-poster.ts';

const nothing: Prompts = { actions: [], colors: [], markerMs: null };
const fail = (reason: Failure['reason']) =>
  ({ ok: false, failure: { reason, retryAfterSeconds: null } }) as const;

/** A server that meets the troubles in turn, then takes everything. */
function createServer(...troubles: Failure['reason'][]) {
  const calls: ChunkNotice[] = [];
  const got: number[] = [];
  const api = {
    async announceChunk(_seq: string, notice: ChunkNotice): Promise<Answer<Prompts>> {
      calls.push(notice);
      const trouble = troubles.shift();
      if (trouble) return fail(trouble);
      got.push(notice.index);
      return { ok: true, value: nothing };
    },
  };
  return { api, calls, got };
}

function poster(server: ReturnType<typeof createServer>, pause: () => Promise<void> = async () => {}) {
  const released: Prompts[] = [];
  const parts = { api: server.api, seq: 's', pause, onPrompts: (prompts: Prompts) => released.push(prompts) };
  return { ...createChunkPoster(parts), released };
}

/** Hashing takes its time on a busy machine. */
async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await new Promise((resolve) => setTimeout(resolve, 1));
}
const chunk = (text: string) => new Blob([text]);

describe('announcing what the recorder made', () => {
  test('each chunk is told by its place, its size and its hash, as it appears', async () => {
    const server = createServer();
    const { post, close, released } = poster(server);
    post(chunk('one'));
    await until(() => server.got.length === 1);
    post(chunk('second'));
    const { chunks, announced } = await close();
    const hash = (text: string) => createHash('sha256').update(text).digest('hex');
    assert.deepEqual(chunks, [
      { index: 0, bytes: 3, sha256: hash('one') },
      { index: 1, bytes: 6, sha256: hash('second') },
    ]);
    assert.equal(announced, 2);
    assert.equal(released.length, 2);
  });

  test('a call that failed is made again, and holds up no other', async () => {
    const server = createServer('offline', 'busy');
    const { post, close } = poster(server);
    post(chunk('a'));
    post(chunk('b'));
    await until(() => server.got.length === 2);
    assert.equal((await close()).announced, 2);
  });

  test('what never got through is left for the end of the recording, those after it too', async () => {
    const server = createServer('offline');
    let goOn = () => {};
    const waiting = new Promise<void>((resolve) => {
      goOn = resolve;
    });
    const { post, close } = poster(server, () => waiting);
    post(chunk('a'));
    await until(() => server.calls.length === 1);
    post(chunk('b'));
    await until(() => server.got.length === 1);
    const closing = close();
    server.api.announceChunk = async () => fail('offline');
    goOn();
    const { chunks, announced } = await closing;
    assert.deepEqual([chunks.length, announced, server.got], [2, 0, [1]]);
  });

  test('a verification that moved on is not fought', async () => {
    const server = createServer('ended');
    const { post, close } = poster(server);
    post(chunk('a'));
    assert.equal((await close()).announced, 0);
    assert.equal(server.calls.length, 1);
  });
});
