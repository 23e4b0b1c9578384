import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { Credentials } from '../src/operate/credentials.ts';

const main = fileURLToPath(new URL('../src/main.ts', import.meta.url));

export type ServerProcess = {
  readonly origin: string;
  readonly credentials: Credentials;
  readonly process: ChildProcess;
  stop(): void;
};

/** The server as a user starts it, on a data folder of its own. Resolves when it is ready. */
export async function startServerProcess(port: number): Promise<ServerProcess> {
  const data = mkdtempSync(join(tmpdir(), 'selfsame-bench-'));
  const limits = ['--page-calls-per-minute', '1000000', '--token-calls-per-minute', '1000000'];
  const child = spawn(process.execPath, [main, '--port', String(port), '--data', data, ...limits], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, SELFSAME_LOG: 'error' },
  });
  const origin = `http://127.0.0.1:${port}`;
  for (let tries = 0; tries < 300; tries++) {
    const ready = await fetch(`${origin}/readyz`).catch(() => null);
    if (ready?.status === 200) break;
    await sleep(100);
  }
  const credentials = JSON.parse(readFileSync(join(data, 'credentials.json'), 'utf8')) as Credentials;
  const stop = () => {
    child.kill('SIGKILL');
    rmSync(data, { recursive: true, force: true });
  };
  return { origin, credentials, process: child, stop };
}
