import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { photograph } from '../../specimen/camera/photograph.ts';
import { makeSpecimen } from '../../specimen/make-specimen.ts';
import { JudgeBusy } from '../judgement.ts';
import { createCardReader } from './card-pool.ts';
import type { CardReader, CardRequest } from './card-verdict.ts';

const idleMs = 1500;
let reader: CardReader;
let request: CardRequest;

before(async () => {
  const specimen = await makeSpecimen({ type: 'HKIDCard', seed: 1 });
  const { jpeg } = await photograph(specimen.front, specimen.truth.front, { seed: 1, severity: 'clear' });
  request = { front: jpeg, back: null, askedType: 'HKIDCard' };
  reader = createCardReader({ workers: 1, queueLimit: 2, idleMs });
});
after(() => reader.close());

/** The processes that read cards for this one. */
function readers(): readonly number[] {
  const numbers = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  return numbers.map(Number).filter((pid) => {
    try {
      const [state, parent] = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]!.split(' ');
      if (Number(parent) !== process.pid || state === 'Z') return false;
      return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('card-worker');
    } catch {
      return false;
    }
  });
}

test('nothing is loaded before the first card, and nothing is left of it when none comes', async () => {
  assert.deepEqual(readers(), []);
  const verdict = await reader.read(request);
  assert.deepEqual([verdict.type, verdict.isPass], ['HKIDCard', true]);
  assert.equal(readers().length, 1);
  await sleep(idleMs + 500);
  assert.deepEqual(readers(), []);
});

test('what finds the queue full is told so at once, and what waits is read all the same', async () => {
  const reading = Array.from({ length: 3 }, () => reader.read(request));
  const [first, second, third] = await Promise.allSettled(reading);
  assert.deepEqual([first?.status, second?.status], ['fulfilled', 'fulfilled']);
  assert.ok(third?.status === 'rejected' && third.reason instanceof JudgeBusy);
});

test('a reader that is killed is our failure, and the next card is read', async () => {
  await reader.read(request);
  const reading = reader.read(request);
  process.kill(readers()[0] as number, 'SIGKILL');
  await assert.rejects(reading, /ended while it read a card/);
  assert.equal((await reader.read(request)).isPass, true);
});

test('a signal that is meant for the server does not end the card that is being read', async () => {
  await reader.read(request);
  const reading = reader.read(request);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.kill(readers()[0] as number, signal);
  assert.equal((await reading).isPass, true);
});

test('bytes that are no picture are said to be none', async () => {
  const { problem } = await reader.read({ ...request, front: new Uint8Array(5000) });
  assert.equal(problem, 'not-an-image');
});
