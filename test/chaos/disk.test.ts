import assert from 'node:assert/strict';
import { readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { portraitPhoto } from '../support/face-photos.ts';
import { MortalServer } from '../support/mortal-server.ts';
import { PlainCustomer } from '../support/plain-customer.ts';
import { callJson } from '../support/signed-call.ts';
import { stillRecording } from '../support/still-recording.ts';

const video = await stillRecording();
const spoofed = [1002, 1003];

/** Puts a file where a folder was, so that nobody can write or read in it, root neither. */
function breakFolder(folder: string, away: string): () => void {
  renameSync(folder, away);
  writeFileSync(folder, '');
  return () => {
    rmSync(folder);
    renameSync(away, folder);
  };
}

describe('a disk that fails', { skip: !video && 'nothing encodes video here' }, () => {
  const server = new MortalServer();
  const recording = video as Buffer;
  before(() => server.start());
  after(() => server.remove());

  async function apply(checkMode: number, photo: Buffer | null = null) {
    const { status, Response } = await callJson(
      server.port,
      server.credentials,
      'ApplyWebVerificationBizTokenIntl',
      {
        RedirectURL: 'https://shop.example/back',
        ...(photo && { CompareImageBase64: photo.toString('base64') }),
        Config: { CheckMode: checkMode, SecurityLevel: 1 },
      },
    );
    assert.equal(status, 200);
    return Response;
  }
  async function newCustomer(): Promise<PlainCustomer> {
    const customer = new PlainCustomer(server.origin, String((await apply(3)).BizToken));
    await customer.arrive();
    return customer;
  }

  it('is told clearly at every door, nothing is acknowledged, and all goes on once it is mended', async () => {
    const photo = Buffer.from(await portraitPhoto('anna'));
    const customer = await newCustomer();
    const seq = await customer.record(recording);
    const half = Math.floor(recording.length / 2);
    assert.equal((await customer.piece(seq, 0, recording.subarray(0, half))).status, 200);
    const mend = breakFolder(join(server.data, 'media'), join(server.data, 'away'));
    const refused = await customer.piece(seq, half, recording.subarray(half));
    assert.deepEqual([refused.status, refused.body?.refusal], [500, 'internal']);
    assert.equal((await apply(2, photo)).Error?.Code, 'InternalError');
    assert.equal((await apply(3)).Error, undefined, 'what needs no media is answered');
    const ready = await fetch(`${server.origin}/readyz`);
    assert.equal(ready.status, 503);
    assert.match(await ready.text(), /store: ENOTDIR/);
    mend();
    assert.equal((await fetch(`${server.origin}/readyz`)).status, 200);
    assert.equal((await apply(2, photo)).Error, undefined);
    const offset = await customer.offset(seq);
    assert.equal(offset, half, 'the piece that was not stored does not count');
    assert.equal((await customer.send(seq, recording, offset)).body?.complete, true);
    assert.ok(spoofed.includes(await customer.verdict()));
  });

  it('keeps a verdict waiting instead of blaming the recording, and charges nobody', async () => {
    const before = readdirSync(join(server.data, 'media'));
    const customer = await newCustomer();
    const seq = await customer.record(recording);
    assert.equal((await customer.send(seq, recording)).body?.complete, true);
    await server.end('SIGKILL');
    const [folder = ''] = readdirSync(join(server.data, 'media')).filter((name) => !before.includes(name));
    const mend = breakFolder(join(server.data, 'media', folder), join(server.data, 'away'));
    await server.start();
    const until = Date.now() + 60_000;
    while (!server.said().includes('it will be tried again') && Date.now() < until) await sleep(100);
    const { body } = await customer.view();
    assert.deepEqual([body?.attempt?.stage, body?.attempt?.code, body?.attemptsLeft], ['judging', null, 99]);
    mend();
    assert.ok(spoofed.includes(await customer.verdict()));
    assert.equal((await customer.view()).body?.attempt?.seq, seq);
  });
});
