import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { after, before, describe, it } from 'node:test';
import type { Reason } from '../../src/verify/judgement.ts';
import { furtherPath } from '../attack/further-clips.ts';
import { readStretch } from '../support/clip-window.ts';
import { MortalServer } from '../support/mortal-server.ts';
import { PlainCustomer } from '../support/plain-customer.ts';
import { callJson } from '../support/signed-call.ts';
import { findVideoEncoder } from '../support/video-encoder.ts';

const encoder = await findVideoEncoder();
const folder = mkdtempSync(join(tmpdir(), 'selfsame-replayed-'));

/** Six seconds of a real man who opens his mouth and turns his head, from a moment on, compressed anew. */
async function film(fromSeconds: number, framesPerSecond: number): Promise<Buffer> {
  const path = join(folder, 'film');
  const stretch = { path: furtherPath('webcam1'), fromSeconds, seconds: 6, framesPerSecond };
  const encoding = { codec: 'h264', framesPerSecond, kilobitsPerSecond: 900 } as const;
  await encoder!.encode(path, readStretch(stretch, encoder!.name), encoding);
  return readFileSync(path);
}

describe('a film that is fed in again', { skip: !encoder && 'nothing encodes video here' }, () => {
  const server = new MortalServer(['--refuse-replays', '--page-calls-per-minute', '100000']);
  before(() => server.start());
  after(async () => {
    await server.remove();
    rmSync(folder, { recursive: true });
  });

  /** Another customer of the same merchant sends a recording. */
  async function judged(recording: Buffer) {
    const { Response } = await callJson(server.port, server.credentials, 'ApplyWebVerificationBizTokenIntl', {
      RedirectURL: 'https://shop.example/back',
      Config: { CheckMode: 3, SecurityLevel: 1, Version: 'PLUS' },
    });
    const token = String(Response.BizToken);
    const customer = new PlainCustomer(server.origin, token);
    await customer.arrive();
    const seq = await customer.record(recording);
    await customer.send(seq, recording);
    return { code: await customer.verdict(), token, seq };
  }

  function refusalsOf(seq: string): readonly Reason[] {
    const file = new DatabaseSync(join(server.data, 'selfsame.db'), { readOnly: true });
    const row = file.prepare('SELECT judgement FROM attempts WHERE seq = ?').get(seq);
    file.close();
    const { reasons } = JSON.parse(String(row?.judgement)) as { reasons: readonly Reason[] };
    return reasons.filter(({ refuses }) => refuses);
  }

  it('passes once, and is refused with 1002 when another customer shows it, after a restart too', async () => {
    const first = await judged(await film(10.5, 20));
    assert.equal(first.code, 0, JSON.stringify(refusalsOf(first.seq)));
    const again = await judged(await film(11.1, 15));
    assert.equal(again.code, 1002);
    const [refusal] = refusalsOf(again.seq);
    assert.equal(refusal?.id, 'replay.seen-before');
    assert.match(refusal.text, new RegExp(`earlier recording \\(${first.seq}\\)`));
    await server.end('SIGKILL');
    await server.start();
    assert.equal((await judged(await film(11.4, 24))).code, 1002);
  });

  it('is told to the merchant as a prepared recording', async () => {
    const { token, code } = await judged(await film(10.7, 24));
    assert.equal(code, 1002);
    const { Response } = await callJson(server.port, server.credentials, 'GetWebVerificationResultIntl', {
      BizToken: token,
    });
    const [detail] = Response.VerificationDetailList as readonly { LivenessInfoTag: readonly string[] }[];
    assert.deepEqual(detail?.LivenessInfoTag, ['05']);
  });

  it('does not stand in the way of the same man at another time', async () => {
    const { code, seq } = await judged(await film(22.5, 20));
    assert.equal(code, 0, JSON.stringify(refusalsOf(seq)));
  });
});
