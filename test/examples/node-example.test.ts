import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { applyCode, getCode, setUpCode } from '../../page/try/code.ts';
import { portraitPhoto } from '../support/face-photos.ts';
import { type ServerProgram, startServerProgram } from '../support/server-program.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const example = join(root, 'examples/node/verify.mjs');
/** Inside the project, so that programs written there find the vendor's SDK as the example does. */
const workshop = join(root, '.cache');

type Talk = { readonly said: () => string; readonly ended: Promise<number | null> };

function run(program: string, args: readonly string[], cwd: string): Talk {
  const child = spawn(process.execPath, [program, ...args], { cwd, stdio: ['ignore', 'pipe', 'pipe'] });
  let words = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (words += chunk));
  return { said: () => words, ended: once(child, 'close').then(([code]) => code as number | null) };
}

async function hears(talk: Talk, pattern: RegExp): Promise<string> {
  const until = Date.now() + 60_000;
  for (;;) {
    const found = pattern.exec(talk.said());
    if (found) return found[0];
    if (Date.now() > until) throw new Error(`it never said ${pattern}:\n${talk.said()}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** A customer who opens the page and leaves again: the shortest way to a result. */
async function openAndLeave(verificationUrl: string): Promise<void> {
  const { origin, searchParams } = new URL(verificationUrl);
  const headers: Record<string, string> = {
    'content-type': 'application/json',
    'x-biz-token': searchParams.get('token') ?? '',
    'x-tab-id': 'one-and-only-tab',
  };
  for (const path of ['open', 'exit']) {
    const response = await fetch(`${origin}/verify/api/${path}`, { method: 'POST', headers, body: '{}' });
    assert.equal(response.status, 200, path);
    headers.cookie ??= String(response.headers.get('set-cookie')).split(';')[0] ?? '';
  }
}

describe('the examples', () => {
  let server: ServerProgram;
  let folder: string;
  before(async () => {
    server = await startServerProgram(['--judge-workers', '1']);
    folder = mkdtempSync(join(tmpdir(), 'selfsame-example-'));
    writeFileSync(join(folder, 'photo.jpg'), await portraitPhoto('anna'));
    writeFileSync(join(folder, 'key.json'), JSON.stringify(server.credentials));
  });
  after(async () => {
    await server?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it('are whole programs in under 40 lines', () => {
    const lines = readFileSync(example, 'utf8').trimEnd().split('\n');
    assert.ok(lines.length < 40, `${lines.length} lines`);
  });

  it('verify somebody with the vendor’s SDK: photo in, address out, result out', async () => {
    const address = `http://127.0.0.1:${server.port}`;
    const talk = run(example, ['photo.jpg', 'key.json', address], folder);
    await openAndLeave(await hears(talk, /http:\S+\/verify\?token=\S+/));
    assert.equal(await talk.ended, 0, talk.said());
    const result = JSON.parse(talk.said().slice(talk.said().indexOf('{'))) as Record<string, unknown>;
    assert.deepEqual([result.ErrorCode, result.ErrorMsg], [1410, 'User exited voluntarily']);
  });

  it('say so when the photo is missing', async () => {
    const talk = run(example, [], folder);
    assert.notEqual(await talk.ended, 0);
    assert.match(talk.said(), /Name a photo/);
  });

  /** Runs a snippet that has the vendor's result in `result` at its end; returns the result's code. */
  async function runSnippet(name: string, code: string): Promise<unknown> {
    const program = join(workshop, `${name}-${process.pid}.mjs`);
    writeFileSync(program, `${code}\nconsole.log('code', result.ErrorCode);\n`);
    try {
      const talk = run(program, [], folder);
      assert.equal(await talk.ended, 0, talk.said());
      return /code (\S+)/.exec(talk.said())?.[1];
    } finally {
      rmSync(program, { force: true });
    }
  }

  it('of the README run as they stand', async () => {
    const readme = readFileSync(join(root, 'README.md'), 'utf8');
    const [, snippet = ''] = /## Call it\n[\s\S]*?```js\n([\s\S]*?)```/.exec(readme) ?? [];
    assert.match(snippet, /127\.0\.0\.1:8080/);
    const given = `import { readFileSync } from 'node:fs';
const photo = readFileSync('photo.jpg');
const { secretId, secretKey } = JSON.parse(readFileSync('key.json'));\n`;
    const code = snippet.replace('127.0.0.1:8080', `127.0.0.1:${server.port}`);
    assert.equal(await runSnippet('readme', given + code), 'null');
  });

  it('on /try run as they stand, in all modes', async () => {
    const apiOrigin = `http://127.0.0.1:${server.port}`;
    for (const checkMode of [1, 2, 3, 4] as const) {
      const hasCard = checkMode === 1 || checkMode === 4;
      const cardType = hasCard ? ('ThailandIDCard' as const) : null;
      const facts = { apiOrigin, checkMode, cardType, securityLevel: 1 } as const;
      const code = [setUpCode(facts), applyCode(facts), getCode(hasCard)].join('\n');
      assert.match(code, /data\/credentials\.json/);
      const here = code.replace('data/credentials.json', 'key.json');
      assert.equal(await runSnippet(`try-${checkMode}`, here), 'null');
    }
  });
});
