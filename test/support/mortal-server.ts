import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { Credentials } from '../../src/operate/credentials.ts';

const main = fileURLToPath(new URL('../../src/main.ts', import.meta.url));
const patienceMs = 120_000;

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as { port: number };
  probe.close();
  await once(probe, 'close');
  return port;
}

/** The server as a user starts it, that may die and be started again on the same data. */
export class MortalServer {
  readonly data = mkdtempSync(join(tmpdir(), 'selfsame-mortal-'));
  readonly #options: readonly string[];
  readonly #environment: NodeJS.ProcessEnv;
  #child: ChildProcess | null = null;
  #port = 0;
  #log = '';

  constructor(options: readonly string[] = [], environment: NodeJS.ProcessEnv = {}) {
    this.#options = ['--judge-workers', '1', ...options];
    this.#environment = { ...process.env, ...environment };
  }

  get port(): number {
    return this.#port;
  }

  get origin(): string {
    return `http://127.0.0.1:${this.#port}`;
  }

  get pid(): number | undefined {
    return this.#child?.pid;
  }

  get credentials(): Credentials {
    return JSON.parse(readFileSync(join(this.data, 'credentials.json'), 'utf8')) as Credentials;
  }

  /** What its lives have logged, on standard error. The banner, which shows the key once, is not in it. */
  said(): string {
    return this.#log;
  }

  /** Resolves when it answers 200 on `/readyz`, or only on `/healthz`: then it listens, but its models still load. */
  async start(until: '/readyz' | '/healthz' = '/readyz'): Promise<void> {
    this.#port ||= await freePort();
    const place = ['--port', String(this.#port), '--data', this.data];
    const child = spawn(process.execPath, [main, ...place, ...this.#options], {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: this.#environment,
    });
    this.#child = child;
    child.stdout.resume();
    child.stderr.on('data', (chunk) => {
      this.#log += chunk;
    });
    const deadline = Date.now() + patienceMs;
    for (;;) {
      const answer = await fetch(this.origin + until).catch(() => null);
      if (answer?.status === 200) return;
      if (child.exitCode !== null || Date.now() > deadline) {
        throw new Error(`the server did not start: ${await answer?.text()}\n${this.#log.slice(-2000)}`);
      }
      await sleep(50);
    }
  }

  /** Kills it; resolves to how it went when it is gone. */
  async end(signal: 'SIGKILL' | 'SIGTERM'): Promise<number | NodeJS.Signals | null> {
    const child = this.#child;
    if (!child || child.exitCode !== null || child.signalCode !== null) return null;
    child.kill(signal);
    const [exitCode, endedBy] = (await once(child, 'exit')) as [number | null, NodeJS.Signals | null];
    return exitCode ?? endedBy;
  }

  async remove(): Promise<void> {
    await this.end('SIGKILL');
    rmSync(this.data, { recursive: true, force: true });
  }
}
