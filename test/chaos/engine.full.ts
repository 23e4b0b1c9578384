import assert from 'node:assert/strict';
import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  embeddingModelName,
  namedScale,
  type ScaleFile,
  scaleFileName,
} from '../../src/verify/similarity.ts';
import { MortalServer } from '../support/mortal-server.ts';
import { ownEntry, writeEntry } from '../support/own-face-model.ts';
import { stillRecording } from '../support/still-recording.ts';
import { spoofed, Witness } from './witness.ts';

const video = await stillRecording();
const hasProc = process.platform === 'linux';

/** Processes that a process started: here its decoders, since nobody sends a card. */
function childrenOf(parent: number): readonly number[] {
  const numbers = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  return numbers.map(Number).filter((pid) => {
    try {
      const [state, parentPid] = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]!.split(' ');
      return Number(parentPid) === parent && state !== 'Z';
    } catch {
      return false;
    }
  });
}

/** Kills a child, which may have ended by itself since it was seen. */
function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

describe('an engine that fails in a running server', {
  skip: video ? (hasProc ? false : 'children are found in /proc') : 'nothing encodes video here',
}, () => {
  const folder = mkdtempSync(join(tmpdir(), 'selfsame-engine-'));
  const model = join(folder, 'our-net.onnx');
  copyFileSync(ownEntry.file, model);
  const entry = { ...ownEntry, file: model };
  const server = new MortalServer(['--face-model', writeEntry(entry)]);
  const recording = video as Buffer;
  before(async () => {
    const { profile, knots, measuredOn } = namedScale('default');
    const scale: ScaleFile = {
      profile,
      date: '2026-11-26',
      model: embeddingModelName(entry),
      knots,
      measuredOn,
    };
    writeFileSync(join(server.data, scaleFileName), JSON.stringify(scale));
    await server.start();
  });
  after(async () => {
    await server.remove();
    rmSync(folder, { recursive: true });
  });
  const witness = new Witness(server);

  for (const level of [1, 4]) {
    it(`whose decoder is killed in the middle says 1001, charges nobody, and judges the next, at level ${level}`, async () => {
      const { customer } = await witness.newCustomer(level);
      const before = (await customer.view()).body?.attemptsLeft;
      const seq = await customer.record(recording);
      assert.equal((await customer.send(seq, recording)).body?.complete, true);
      // The recording is judged and rewritten side by side: whichever decoder lives is killed until there is a verdict.
      const verdict = customer.verdict();
      let isJudged = false;
      const killing = (async () => {
        for (; !isJudged; await sleep(2)) for (const pid of childrenOf(Number(server.pid))) kill(pid);
      })();
      const code = await verdict.finally(() => {
        isJudged = true;
      });
      await killing;
      assert.equal(code, 1001);
      assert.equal((await customer.view()).body?.attemptsLeft, before, 'nobody is charged');
      const next = await customer.record(recording);
      await customer.send(next, recording);
      assert.ok(spoofed.includes(await customer.verdict()), 'the next one is judged');
    });
  }

  it('does not judge with a model file that was altered, and judges what waits once it is mended', async () => {
    const { token, customer } = await witness.newCustomer();
    const seq = await customer.record(recording);
    await customer.send(seq, recording);
    await server.end('SIGKILL');
    const right = readFileSync(model);
    const wrong = Buffer.from(right);
    wrong[wrong.length - 1]! ^= 1;
    writeFileSync(model, wrong);
    await assert.rejects(server.start(), /our-net.*is not the file/);
    await server.end('SIGKILL');
    writeFileSync(model, right);
    await server.start();
    assert.ok(spoofed.includes(await customer.verdict()));
    await witness.assertJudgedOnce(token, seq);
  });
});
