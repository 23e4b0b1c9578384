import assert from 'node:assert/strict';
import { copyFileSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { portraitPhoto } from '../../test/support/face-photos.ts';
import { ownEntry } from '../../test/support/own-face-model.ts';
import { stillRecording } from '../../test/support/still-recording.ts';
import { probeDecoder } from '../vision/video/find-decoder.ts';
import type { Challenge } from './challenge.ts';
import type { WorkerResult } from './judge-messages.ts';
import { startThread } from './judge-thread.ts';
import { type Judge, JudgeBusy, type JudgeRequest } from './judgement.ts';
import { createJudge } from './pool.ts';
import { namedScale } from './similarity.ts';

const scale = namedScale('default');
let folder: string;
let request: JudgeRequest;
let judge: Judge;

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pool-'));
  const videoPath = join(folder, 'recording');
  const bytes = await stillRecording();
  assert.ok(bytes, 'nothing here encodes video');
  await writeFile(videoPath, bytes);
  request = { videoPath, challenge: null, capture: null, earlier: null, referencePhoto: null };
  judge = await createJudge({ workers: 1, queueLimit: 2, scratchDir: folder, scale });
});
after(async () => {
  await judge.close();
  await rm(folder, { recursive: true });
});

/** Processes that this one started and that have not ended. */
function children(): readonly number[] {
  const numbers = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  return numbers.map(Number).filter((pid) => {
    try {
      const [state, parent] = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]!.split(' ');
      return Number(parent) === process.pid && state !== 'Z';
    } catch {
      return false;
    }
  });
}

/** Changes the last byte of a file; the answer puts it back. */
function poison(path: string): () => void {
  const right = readFileSync(path);
  const wrong = Buffer.from(right);
  wrong[wrong.length - 1]! ^= 1;
  writeFileSync(path, wrong);
  return () => writeFileSync(path, right);
}

/** No words yet: it is between two programs, perhaps before the first wrapper. */
const notYet = ['', 'unshare', 'setpriv', 'prlimit'];

/** Stopped earlier, while it still is a copy of this process, we would wait for it; or it would not be confined yet. */
function isDecoder(pid: number): boolean {
  try {
    const words = readFileSync(`/proc/${pid}/cmdline`, 'utf8');
    return words !== readFileSync('/proc/self/cmdline', 'utf8') && !notYet.includes(words.split('\0')[0]!);
  } catch {
    return false;
  }
}

async function killNextChild(signal: NodeJS.Signals): Promise<number> {
  for (;;) {
    const pid = children().find(isDecoder);
    if (pid !== undefined) {
      process.kill(pid, signal);
      return pid;
    }
    await sleep(1);
  }
}

/** Whether this child has ended, now or soon: the kernel takes its time to clear away what it has killed. */
async function hasEnded(pid: number, patienceMs: number): Promise<boolean> {
  const endMs = performance.now() + patienceMs;
  while (children().includes(pid) && performance.now() < endMs) await sleep(20);
  return !children().includes(pid);
}

describe('an engine that fails', {
  skip: process.platform === 'linux' ? false : 'children are found in /proc',
}, () => {
  const actions = [{ action: 'blink', fromMs: 1000, toMs: 2500 }] as const;
  const challenge: Challenge = { level: 2, durationMs: 3000, actions, colors: [], markerMs: null, shown: [] };
  const capture = { cameraLabel: '', frameWidth: 480, frameHeight: 640, chunks: [] };
  for (const [signal, asked] of [
    ['SIGKILL', { challenge: null, capture: null }],
    ['SIGTERM', { challenge: null, capture: null }],
    ['SIGKILL', { challenge, capture }],
  ] as const) {
    const level = asked.challenge?.level ?? 1;
    test(`a decoder that ${signal} ends at level ${level} is our failure, not the customer's, and the next recording is judged`, async () => {
      const judging = judge.judge({ ...request, ...asked });
      await Promise.all([assert.rejects(judging, /decoder/), killNextChild(signal)]);
      const { livenessCode } = await judge.judge(request);
      assert.notEqual(livenessCode, 0);
    });
  }
});

test('a thread that hangs is ended, and what waits is done when another can be started, its model file mended', {
  skip: process.platform === 'linux' ? false : 'children are found in /proc',
}, async () => {
  const file = join(folder, 'our-net.onnx');
  copyFileSync(ownEntry.file, file);
  const faceModel = { ...ownEntry, file };
  const pool = await createJudge({
    ...{ workers: 1, queueLimit: 2, scratchDir: folder, scale, faceModel, patienceMs: 3000 },
  });
  const hanging = pool.judge(request);
  const [rejected, decoder] = await Promise.all([
    assert.rejects(hanging, /was not done after 3000 ms/).then(() => poison(file)),
    killNextChild('SIGSTOP'),
  ]);
  const waiting = pool.inspectPortrait(Buffer.from('no picture'));
  const early = await Promise.race([waiting.then(() => 'done'), sleep(2500, 'waiting')]);
  assert.equal(early, 'waiting', 'no thread judges with an altered model');
  rejected();
  assert.equal((await waiting).ok, false);
  await pool.close();
  assert.ok(await hasEnded(decoder, 10_000), 'the decoder that hung ended with its thread');
});

test('a recording that is not there is our failure', async () => {
  await assert.rejects(judge.judge({ ...request, videoPath: join(folder, 'nothing') }), /ENOENT/);
});

test('a thread that ends while it judges rejects what it was at', async () => {
  const report = await probeDecoder();
  assert.ok(report.ok);
  const thread = startThread({ decoder: report.choice, scale, faceModel: null });
  await thread.ready;
  const rejected = new Promise<Error>((resolve, reject) => {
    const accepted = (result: WorkerResult) => reject(new Error(`It answered: ${result.kind}`));
    const job = { task: { kind: 'judge', request } as const, resolve: accepted, reject: resolve };
    thread.start(job, () => {});
  });
  await thread.stop();
  assert.match((await rejected).message, /ended while it judged/);
  await thread.gone;
  assert.equal(thread.isFree, false);
});

test('what finds the queue full is told so at once, and what waits is judged all the same', async () => {
  const photo = await portraitPhoto('anna');
  const inspections = Array.from({ length: 4 }, () => judge.inspectPortrait(photo));
  const [first, second, third, fourth] = await Promise.allSettled(inspections);
  assert.deepEqual(
    [first, second, third].map((outcome) => outcome?.status),
    Array(3).fill('fulfilled'),
  );
  assert.ok(fourth?.status === 'rejected' && fourth.reason instanceof JudgeBusy);
});
