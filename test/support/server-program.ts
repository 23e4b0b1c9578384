import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { Credentials } from '../../src/operate/credentials.ts';

const main = fileURLToPath(new URL('../../src/main.ts', import.meta.url));
const readyPatienceMs = 300_000;

/** The server as a user starts it: a process of its own, on a free port and a data folder of its own. */
export type ServerProgram = {
  readonly port: number;
  /** Where customers' browsers find it: what the verification URLs begin with. */
  readonly publicUrl: string;
  readonly credentials: Credentials;
  /** Its data folder. */
  readonly data: string;
  /** Everything that it has said so far. */
  said(): string;
  stop(): Promise<void>;
};

/** A port that nobody listens on. */
export async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as { port: number };
  probe.close();
  await once(probe, 'close');
  return port;
}

/** Starts it with further options as on the command line; throws with its words when it does not become ready. */
export async function startServerProgram(options: readonly string[] = []): Promise<ServerProgram> {
  const port = await freePort();
  const data = mkdtempSync(join(tmpdir(), 'selfsame-journey-'));
  const child = spawn(process.execPath, [main, '--port', String(port), '--data', data, ...options], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let words = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (words += chunk));
  const ended = once(child, 'exit');
  const stop = async () => {
    child.kill('SIGTERM');
    await ended;
    rmSync(data, { recursive: true, force: true });
  };
  const until = Date.now() + readyPatienceMs;
  for (;;) {
    const ready = await fetch(`http://127.0.0.1:${port}/readyz`).catch(() => null);
    if (ready?.status === 200) break;
    if (child.exitCode !== null || Date.now() > until) {
      await stop();
      throw new Error(`the server did not become ready: ${await ready?.text()}\n${words}`);
    }
    await sleep(100);
  }
  const credentials = JSON.parse(readFileSync(join(data, 'credentials.json'), 'utf8')) as Credentials;
  return { port, publicUrl: `http://localhost:${port}`, credentials, data, said: () => words, stop };
}
