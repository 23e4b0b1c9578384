import { type ChildProcessByStdio, spawn } from 'node:child_process';
import type { Socket } from 'node:net';
import type { Readable } from 'node:stream';
import { type Confinement, confine } from './confinement.ts';
import type { ChildCommand } from './decoder-driver.ts';
import { limits } from './limits.ts';

/** How a child ended. */
export type ChildEnd = {
  readonly exitCode: number | null;
  readonly signal: NodeJS.Signals | null;
  /** True when the wall clock ran out and we killed it. */
  readonly timedOut: boolean;
  /** From start to end, on the wall clock. */
  readonly ranMs: number;
  /** Set when the program could not be started at all. */
  readonly startError: Error | null;
};

/** A decoder at work, in a process group of its own. */
export type LimitedChild = {
  readonly words: Readable;
  /** Kills the whole group at once; harmless when it is gone. */
  kill(): void;
  /** Resolves when the process is gone and its pipes are closed; never rejects. */
  readonly ended: Promise<ChildEnd>;
};

// Of our environment it gets the search path alone: no key, no proxy, no FFREPORT, no NODE_OPTIONS.
const environment = () => ({ PATH: process.env.PATH ?? '/usr/bin:/bin', LC_ALL: 'C' });

/**
 * Starts one child for one video: confined, without our environment, detached into its own group so that everything
 * it may start dies with it, and killed when the wall clock runs out. `output`: where its standard output goes, nowhere by default;
 * destroyed here. `writtenBytes`: see `confine`.
 */
export function startLimited(
  command: ChildCommand,
  confinement: Confinement,
  { output = null, writtenBytes = 0 }: { readonly output?: Socket | null; readonly writtenBytes?: number },
): LimitedChild {
  const [program, ...args] = confine(command, confinement, writtenBytes) as [string, ...string[]];
  const child = spawn(program, args, {
    cwd: '/',
    env: environment(),
    detached: true,
    stdio: ['ignore', output ?? 'ignore', 'pipe'],
  }) as ChildProcessByStdio<null, null, Readable>;
  // The child has its own hold of it now; with ours it would never end.
  output?.destroy();
  const startedMs = performance.now();
  let timedOut = false;
  let startError: Error | null = null;
  const kill = (): void => {
    if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
    try {
      process.kill(-child.pid, 'SIGKILL');
    } catch {
      // The group is already gone, which is what we want.
    }
  };
  const timer = setTimeout(() => {
    timedOut = true;
    kill();
  }, limits.wallMs);
  const ended = new Promise<ChildEnd>((resolve) => {
    child.on('error', (error) => {
      startError = error;
    });
    child.on('close', (exitCode, signal) => {
      clearTimeout(timer);
      resolve({ exitCode, signal, timedOut, ranMs: performance.now() - startedMs, startError });
    });
  });
  return { words: child.stderr, kill, ended };
}
