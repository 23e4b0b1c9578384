import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { test } from 'node:test';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { openPictureStream } from './picture-stream.ts';

const numbers = Array.from({ length: 200_000 }, (_, at) => `${at + 1}\n`).join('');

async function startSeq() {
  const stream = await openPictureStream();
  const child = spawn('seq', ['200000'], { stdio: ['ignore', stream.childEnd, 'ignore'] });
  stream.childEnd.destroy();
  return { stream, child };
}

test('what a child writes arrives whole and in order, however slowly it is taken, and ends with the child', async () => {
  const { stream } = await startSeq();
  const pieces: Buffer[] = [];
  for await (const piece of stream.pieces) {
    await nextTurn();
    pieces.push(Buffer.from(piece));
  }
  assert.ok(pieces.length > 1);
  assert.equal(Buffer.concat(pieces).toString(), numbers);
});

test('a child whose pictures nobody wants any more is told so by its next write', async () => {
  const { stream, child } = await startSeq();
  const ended = new Promise((resolve) => child.once('exit', (code, signal) => resolve(code ?? signal)));
  for await (const piece of stream.pieces) {
    assert.ok(piece.length > 0);
    break;
  }
  assert.notEqual(await ended, 0);
});
