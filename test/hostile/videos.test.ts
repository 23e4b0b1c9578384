import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { after, before, describe, it } from 'node:test';
import { deflateRawSync } from 'node:zlib';
import { MortalServer } from '../support/mortal-server.ts';
import { PlainCustomer } from '../support/plain-customer.ts';
import { callJson } from '../support/signed-call.ts';
import { stillRecording } from '../support/still-recording.ts';
import { findVideoEncoder, type Picture } from '../support/video-encoder.ts';

const encoder = await findVideoEncoder();
const whole = await stillRecording();
const folder = mkdtempSync(join(tmpdir(), 'selfsame-hostile-'));

/** A file of grey pictures, however many and large. */
async function greyVideo(
  name: string,
  side: number,
  count: number,
  framesPerSecond: number,
): Promise<Buffer> {
  const path = join(folder, `${name}.mp4`);
  const picture: Picture = { width: side, height: side, data: new Uint8Array(side * side * 3).fill(128) };
  await encoder?.encode(path, Array(count).fill(picture), {
    ...{ codec: 'h264', framesPerSecond, kilobitsPerSecond: 200 },
  });
  return readFileSync(path);
}

/** An MP4 box: size, type, content (ISO/IEC 14496-12 §4.2). */
function box(type: string, content: Buffer, size = content.length + 8): Buffer {
  const head = Buffer.alloc(8);
  head.writeUInt32BE(size);
  head.write(type, 4, 'latin1');
  return Buffer.concat([head, content]);
}

/** A file of this many zeros, deflated a thousandfold, as a ZIP archive's only member would be. */
function bombLike(): Buffer {
  const head = Buffer.from('504b0304140000000800', 'hex');
  return Buffer.concat([head, Buffer.alloc(20), deflateRawSync(Buffer.alloc(200_000_000))]);
}

const ftyp = box('ftyp', Buffer.from('isom\0\0\0\x02isommp41', 'latin1'));
const playlist = '#EXTM3U\n#EXT-X-TARGETDURATION:10\n#EXTINF:10,\nfile:///etc/passwd\n#EXT-X-ENDLIST\n';
const concat = 'ffconcat version 1.0\nfile /etc/passwd\n';

/** What is uploaded, the codes that may come of it, and the reason that the operator reads. */
const cases: readonly (readonly [
  name: string,
  make: () => Buffer | Promise<Buffer>,
  code: number,
  reason: RegExp,
])[] = [
  ['a single byte', () => Buffer.from([0]), 1005, /not-a-video/],
  [
    'an MP4 cut off in the middle',
    () => (whole as Buffer).subarray(0, (whole as Buffer).length / 2),
    1005,
    /not-a-video/,
  ],
  ['random bytes', () => randomBytes(300_000), 1005, /not-a-video/],
  [
    'random bytes behind the head of a video',
    () => Buffer.concat([(whole as Buffer).subarray(0, 40), randomBytes(300_000)]),
    1005,
    /not-a-video/,
  ],
  ['a picture of 8192 x 8192', () => greyVideo('huge', 8192, 1, 1), 1005, /picture-too-large/],
  ['an hour of video', () => greyVideo('hour', 64, 3600, 1), 1005, /too-long/],
  ['a thousand pictures a second', () => greyVideo('dense', 64, 6000, 1000), 1005, /too-long|too-costly/],
  ['a playlist', () => Buffer.from(playlist), 1005, /not-a-video/],
  [
    'a playlist behind the head of a video',
    () => Buffer.concat([ftyp, Buffer.from(playlist)]),
    1005,
    /not-a-video/,
  ],
  ['a list of files to join', () => Buffer.from(concat), 1005, /not-a-video/],
  [
    'a list of files that poses as WebM',
    () => Buffer.concat([Buffer.from('1a45dfa3', 'hex'), Buffer.from(concat)]),
    1005,
    /not-a-video/,
  ],
  ['an archive that unpacks to 200 MB', bombLike, 1005, /not-a-video/],
  [
    'boxes that say to be of 4 GB',
    () => Buffer.concat([ftyp, box('moov', Buffer.alloc(64), 0xffff_fff0), Buffer.alloc(1000)]),
    1005,
    /not-a-video/,
  ],
  [
    'boxes a thousand deep',
    () =>
      Buffer.concat([
        ftyp,
        Array.from({ length: 1000 }).reduce((inner: Buffer) => box('moov', inner), Buffer.alloc(8)),
      ]),
    1005,
    /not-a-video/,
  ],
];

describe('a hostile file in place of a recording', { skip: !whole && 'nothing encodes video here' }, () => {
  const server = new MortalServer(['--page-calls-per-minute', '100000']);
  before(() => server.start());
  after(async () => {
    await server.remove();
    rmSync(folder, { recursive: true });
  });

  async function newCustomer(): Promise<PlainCustomer> {
    const { Response } = await callJson(server.port, server.credentials, 'ApplyWebVerificationBizTokenIntl', {
      RedirectURL: 'https://shop.example/back',
      Config: { CheckMode: 3, SecurityLevel: 1 },
    });
    const customer = new PlainCustomer(server.origin, String(Response.BizToken));
    await customer.arrive();
    return customer;
  }

  function reasonOf(seq: string): string {
    const file = new DatabaseSync(join(server.data, 'selfsame.db'), { readOnly: true });
    const row = file.prepare('SELECT judgement FROM attempts WHERE seq = ?').get(seq);
    file.close();
    const { reasons } = JSON.parse(String(row?.judgement)) as { reasons: { id: string; text: string }[] };
    return reasons.map(({ id, text }) => `${id} ${text}`).join('; ');
  }

  async function judged(bytes: Buffer): Promise<{ code: number; reason: string; seq: string }> {
    const customer = await newCustomer();
    const seq = await customer.record(bytes);
    assert.equal((await customer.send(seq, bytes)).body?.complete, true);
    return { code: await customer.verdict(), reason: reasonOf(seq), seq };
  }

  for (const [name, make, code, reason] of cases) {
    it(`is judged ${code}: ${name}`, async () => {
      const verdict = await judged(await make());
      assert.equal(verdict.code, code, verdict.reason);
      assert.match(verdict.reason, reason);
      // Nothing of what a file names is ever read.
      assert.equal(verdict.reason.includes('root:'), false);
    });
  }

  it('leaves the server as it was: the next recording is judged like any other', async () => {
    const { code } = await judged(whole as Buffer);
    assert.ok([1002, 1003].includes(code), `${code}`);
    assert.equal((await fetch(`${server.origin}/readyz`)).status, 200);
    const complaints = server
      .said()
      .split('\n')
      .filter((line) => /"level":(50|60)/.test(line));
    assert.deepEqual(complaints.slice(0, 2), []);
  });
});
