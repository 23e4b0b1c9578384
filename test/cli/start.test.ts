import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, statSync } from 'node:fs';
import { get } from 'node:https';
import { connect } from 'node:net';
import { dirname } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { localNetworkAddress } from '../../src/operate/addresses.ts';
import { type SdkError, sdkClient } from '../support/sdk.ts';
import { type ServerProgram, startServerProgram } from '../support/server-program.ts';
import { jsonLines, runSelfsame } from './run-selfsame.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const main = `${root}src/main.ts`;
type Key = { readonly account: string; readonly secretId: string; readonly secretKey: string };

/** Runs a program to its end. */
async function run(program: string, args: readonly string[]) {
  const child = spawn(program, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
  const texts = { stdout: '', stderr: '' };
  child.stdout.on('data', (chunk) => (texts.stdout += chunk));
  child.stderr.on('data', (chunk) => (texts.stderr += chunk));
  const [exitCode] = (await once(child, 'close')) as [number];
  return { exitCode, ...texts };
}

function answersOn(host: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host, port, timeout: 3_000 });
    const tell = (answers: boolean) => {
      socket.destroy();
      resolve(answers);
    };
    socket.once('connect', () => tell(true));
    socket.once('error', () => tell(false));
    socket.once('timeout', () => tell(false));
  });
}

function statusOverTls(host: string, port: number): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const request = get(
      { host, port, path: '/healthz', rejectUnauthorized: false, agent: false },
      (response) => {
        response.resume().once('end', () => resolve(response.statusCode));
      },
    );
    request.once('error', reject);
  });
}

describe('npm start -- --https', () => {
  let server: ServerProgram;
  let data: string;
  before(async () => {
    server = await startServerProgram(['--https', '--judge-workers', '1']);
    data = dirname(/Key kept in +(\S+)/.exec(await banner())?.[1] ?? '');
  });
  after(() => server?.stop());

  async function banner(): Promise<string> {
    for (let tries = 0; tries < 100 && !server.said().includes('Similarity scale'); tries++) await sleep(100);
    await sleep(200);
    return server.said();
  }

  it('says where everything is, with a QR code, and shows the key once', async () => {
    const words = await banner();
    const { secretId, secretKey } = server.credentials;
    for (const text of [
      `http://127.0.0.1:${server.port}`,
      `:${server.port + 1}/try`,
      secretId,
      secretKey,
      'credentials.json',
    ]) {
      assert.ok(words.includes(text), text);
    }
    assert.match(words, /[█▀▄]{7}/);
    assert.equal(words.split(secretKey).length, 2, 'once');
  });

  it('keeps the key where it says, for the owner alone, in two fields', () => {
    const file = `${data}/credentials.json`;
    assert.equal(statSync(file).mode & 0o777, 0o600);
    const key = JSON.parse(readFileSync(file, 'utf8')) as object;
    assert.deepEqual(Object.keys(key), ['secretId', 'secretKey']);
  });

  it('answers by TLS on the next port to everybody, and by plain HTTP to this machine alone', async () => {
    const address = localNetworkAddress();
    assert.equal(await statusOverTls('127.0.0.1', server.port + 1), 200);
    assert.equal(await answersOn('127.0.0.1', server.port), true);
    if (!address) return;
    assert.equal(await statusOverTls(address, server.port + 1), 200);
    assert.equal(await answersOn(address, server.port), false, 'plain HTTP from the network');
  });

  it('takes a key that was made a second ago, and refuses it a second after it was disabled', async () => {
    const made = await runSelfsame('key', 'create', '--account', 'late', '--json', '--data', data);
    const [key] = jsonLines<Key>(made.stdout);
    assert.ok(key);
    await sleep(1_000);
    const sdk = sdkClient(key, `127.0.0.1:${server.port}`);
    const asks = { RedirectURL: 'https://shop.example/', Config: { CheckMode: 3, SecurityLevel: 1 } };
    await sdk.apply(asks);
    const disabled = await runSelfsame('key', 'disable', key.secretId, '--json', '--data', data);
    assert.deepEqual(jsonLines(disabled.stdout), [{ secretId: key.secretId, disabled: true }]);
    await sleep(1_000);
    await assert.rejects(sdk.apply(asks), (error: SdkError) => error.code === 'AuthFailure.SecretIdNotFound');
  });

  it('lets no key be made for the account of /try', async () => {
    const made = await runSelfsame('key', 'create', '--account', 'try', '--data', data);
    assert.deepEqual([made.exitCode, made.stdout], [1, '']);
    assert.match(made.stderr, /not a merchant/);
  });

  it('shares its data folder with npm run --silent selfsame, which says JSON and nothing else', async () => {
    const listed = await run('npm', [
      'run',
      '--silent',
      'selfsame',
      '--',
      'key',
      'list',
      '--json',
      '--data',
      data,
    ]);
    assert.equal(listed.exitCode, 0, listed.stderr);
    const keys = jsonLines<Key>(listed.stdout);
    assert.ok(keys.some(({ secretId }) => secretId === server.credentials.secretId));
    assert.ok(!listed.stdout.includes(server.credentials.secretKey));
  });
});

describe('npm start', () => {
  it('explains every setting with --help', async () => {
    const { exitCode, stdout } = await run(process.execPath, [main, '--help']);
    assert.equal(exitCode, 0);
    for (const flag of [
      '--port',
      '--data',
      '--public-url',
      '--host',
      '--https',
      '--master-key-file',
      '--trust-proxy',
      '--try',
    ]) {
      assert.ok(stdout.includes(`  ${flag}`), flag);
    }
    assert.match(stdout, /Example:/);
  });

  it('refuses what it does not understand, by name, before it opens anything', async () => {
    for (const [args, told] of [
      [['--port', 'eighty'], /port/],
      [['--port', '0'], /port/],
      [['--window-seconds', '5'], /windowSeconds/],
      [['--public-url', 'kyc.example.com'], /publicUrl/],
      [['--no-such-setting'], /no-such-setting/],
    ] as const) {
      const { exitCode, stdout, stderr } = await run(process.execPath, [
        main,
        '--data',
        '/nowhere/at/all',
        ...args,
      ]);
      assert.deepEqual([exitCode, stdout], [1, ''], args.join(' '));
      assert.match(stderr, told);
    }
  });
});
