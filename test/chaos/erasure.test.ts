import assert from 'node:assert/strict';
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { after, before, describe, it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { pino } from 'pino';
import { startRetention } from '../../src/result/retention.ts';
import { loadMasterKey } from '../../src/store/master-key.ts';
import { openSqliteStore } from '../../src/store/sqlite/sqlite-store.ts';
import { runSelfsame } from '../cli/run-selfsame.ts';
import { portraitPhoto } from '../support/face-photos.ts';
import { MortalServer } from '../support/mortal-server.ts';
import { PlainCustomer } from '../support/plain-customer.ts';
import { callJson } from '../support/signed-call.ts';
import { stillRecording } from '../support/still-recording.ts';

const video = await stillRecording();
const name = 'Aurelia Quartermain';
const cameraLabel = 'Front camera of the Quartermains';
const [dayMs, readableMs] = [86_400_000, 259_200_000];

type Mark = { readonly what: string; readonly bytes: Buffer };

function filesUnder(folder: string): readonly string[] {
  return readdirSync(folder).flatMap((file) => {
    const path = join(folder, file);
    return statSync(path).isDirectory() ? filesUnder(path) : [path];
  });
}

/** Which marks are in which file of a folder: tables, free pages, write-ahead log, shared memory, all. */
function findMarks(folder: string, marks: readonly Mark[]): readonly string[] {
  return filesUnder(folder).flatMap((path) => {
    const content = readFileSync(path);
    return marks
      .filter(({ bytes }) => content.includes(bytes))
      .map(({ what }) => `${what} in ${path.slice(folder.length + 1)}`);
  });
}

/** A piece from the middle: containers begin alike, the middle is this file's own. */
function middle(bytes: Buffer): Buffer {
  const at = Math.floor(bytes.length / 2);
  return bytes.subarray(at, at + 48);
}

describe('what is erased', { skip: !video && 'nothing encodes video here' }, () => {
  const server = new MortalServer([], { SELFSAME_LOG: 'debug' });
  let photo: Buffer;
  before(async () => {
    photo = Buffer.from(await portraitPhoto('anna'));
    await server.start();
  });
  after(() => server.remove());

  const call = (action: string, parameters: unknown) =>
    callJson(server.port, server.credentials, action, parameters);

  async function judgedVerification(): Promise<string> {
    const { Response } = await call('ApplyWebVerificationBizTokenIntl', {
      RedirectURL: `https://shop.example/back?for=${encodeURIComponent(name)}`,
      Extra: `order of ${name}`,
      CompareImageBase64: photo.toString('base64'),
      Config: { CheckMode: 2, SecurityLevel: 1 },
    });
    const token = String(Response.BizToken);
    const customer = new PlainCustomer(server.origin, token);
    await customer.arrive();
    const seq = await customer.record(video as Buffer, cameraLabel);
    await customer.send(seq, video as Buffer);
    assert.ok([1002, 1003].includes(await customer.verdict()));
    return token;
  }

  /** Keys and sealed bytes of the only verification there is, as they lie on disk. */
  function sealedMarks(): readonly Mark[] {
    const file = new DatabaseSync(join(server.data, 'selfsame.db'), { readOnly: true });
    const [row, ...others] = file.prepare('SELECT id, wrappedKey, sealedPersonal FROM verifications').all();
    file.close();
    assert.ok(row && others.length === 0);
    const media = filesUnder(join(server.data, 'media', String(row.id)));
    // The photo to compare with, the recording as MP4, the best frame, how the face moved.
    assert.equal(media.length, 4, media.join());
    return [
      { what: 'the id', bytes: Buffer.from(String(row.id)) },
      { what: 'the wrapped key', bytes: Buffer.from(row.wrappedKey as Uint8Array) },
      { what: 'the sealed fields', bytes: Buffer.from(row.sealedPersonal as Uint8Array) },
      ...media.map((path) => ({
        what: `sealed ${path.split('/').at(-1)}`,
        bytes: middle(readFileSync(path)),
      })),
    ];
  }

  /** What the merchant and the customer gave, and what was made of it. */
  async function plainMarks(token: string): Promise<readonly Mark[]> {
    const { VideoBase64, BestFrameBase64 } = (await call('GetWebVerificationResultIntl', { BizToken: token }))
      .Response;
    assert.ok(VideoBase64 && BestFrameBase64);
    return [
      { what: 'the name', bytes: Buffer.from(name) },
      { what: 'the name in a URL', bytes: Buffer.from(encodeURIComponent(name)) },
      { what: 'the camera', bytes: Buffer.from(cameraLabel) },
      { what: 'the token', bytes: Buffer.from(token) },
      { what: 'the photo', bytes: middle(photo) },
      { what: 'the photo in Base64', bytes: Buffer.from(photo.toString('base64')).subarray(3000, 3048) },
      { what: 'the recording', bytes: middle(video as Buffer) },
      { what: 'the video', bytes: middle(Buffer.from(String(VideoBase64), 'base64')) },
      { what: 'the best frame', bytes: middle(Buffer.from(String(BestFrameBase64), 'base64')) },
    ];
  }

  /** The audit line of a decision keeps ids, codes and scores; everything else must be gone. */
  function assertGone(marks: readonly Mark[]): void {
    const left = findMarks(server.data, marks).filter((line) => !line.startsWith('the id in selfsame.db'));
    assert.deepEqual(left, []);
  }

  it('is gone from every file, wherever it was, when the operator says so beside a running server', async () => {
    const token = await judgedVerification();
    const plain = await plainMarks(token);
    assertGone(plain);
    const sealed = sealedMarks();
    const found = findMarks(server.data, sealed);
    for (const { what } of sealed) {
      assert.ok(
        found.some((line) => line.startsWith(what)),
        `the test does not see ${what} before`,
      );
    }
    const erased = await runSelfsame('erase', token, '--data', server.data);
    assert.equal(erased.exitCode, 0, erased.stderr);
    // The server may have the write-ahead log in use at that moment; its next sweep empties it.
    for (let waited = 0; waited < 30_000 && findMarks(server.data, sealed).length > 1; waited += 500) {
      await sleep(500);
    }
    assertGone([...sealed, ...plain]);
    const { Response } = await call('GetWebVerificationResultIntl', { BizToken: token });
    assert.equal(Response.Error?.Code, 'OperationDenied');
  });

  it('is gone after three days: Expired is the answer, and after thirty more Illegal', async () => {
    const token = await judgedVerification();
    const marks = [...(await plainMarks(token)), ...sealedMarks()];
    assert.equal(await server.end('SIGTERM'), 0);
    await sweepAt(Date.now() + readableMs + 1000);
    assertGone(marks);
    await server.start('/healthz');
    const answer = async () => {
      const { Response } = await call('GetWebVerificationResultIntl', { BizToken: token });
      return Response.Error?.Code;
    };
    assert.equal(await answer(), 'InvalidParameterValue.BizTokenExpired');
    assert.equal((await new PlainCustomer(server.origin, token).view()).status, 404);
    await sweepAt(Date.now() + readableMs + 30 * dayMs + 60_000);
    assert.equal(await answer(), 'InvalidParameterValue.BizTokenIllegal');
    assertGone(marks);
  });

  /** One sweep as the server makes it every few seconds, at another time. */
  async function sweepAt(nowMs: number): Promise<void> {
    const masterKey = loadMasterKey(server.data, null, {}).key;
    const store = await openSqliteStore({ dataDir: server.data, masterKey });
    const retention = startRetention({
      store,
      log: pino({ level: 'silent' }),
      now: () => nowMs,
      rememberErasedDays: 30,
      announce: () => undefined,
    });
    await retention.sweep();
    await retention.stop();
    await store.close();
  }

  it("is gone from the decoder's scratch, which is private, at the next start, whatever a crash left", async () => {
    await server.end('SIGKILL');
    const scratch = join(server.data, 'scratch');
    mkdirSync(join(scratch, 'judging-left'), { recursive: true });
    writeFileSync(join(scratch, 'judging-left', 'recording'), video as Buffer);
    await server.start('/healthz');
    assert.deepEqual(readdirSync(scratch), []);
    const modeOf = (file: string) => statSync(join(server.data, file)).mode & 0o777;
    assert.deepEqual([modeOf('scratch'), modeOf('media')], [0o700, 0o700]);
    for (const file of ['credentials.json', 'master.key', 'selfsame.db']) {
      assert.equal(modeOf(file) & 0o077, 0, `${file} can be read by others`);
    }
  });

  it('was never in the log, not even at its most talkative', async () => {
    const token = await judgedVerification();
    const log = Buffer.from(server.said());
    assert.match(server.said(), /"level":30/);
    const { secretKey } = server.credentials;
    const secrets: readonly Mark[] = [
      { what: 'the secret key', bytes: Buffer.from(secretKey) },
      {
        what: 'the master key',
        bytes: Buffer.from(readFileSync(join(server.data, 'master.key'), 'utf8').trim()),
      },
      { what: 'a name', bytes: Buffer.from('Quartermain') },
      { what: 'a BizToken', bytes: Buffer.from(token) },
      { what: 'a photo', bytes: Buffer.from(photo.toString('base64')).subarray(0, 24) },
      { what: "a photo's bytes", bytes: middle(photo) },
    ];
    assert.deepEqual(
      secrets.filter(({ bytes }) => log.includes(bytes)).map(({ what }) => what),
      [],
    );
  });
});
