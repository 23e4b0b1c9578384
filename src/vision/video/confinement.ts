import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { ChildCommand } from './decoder-driver.ts';
import { limits } from './limits.ts';

const execute = promisify(execFile);

/**
 * What this machine lets us take from a decoder before it reads a byte of a stranger's file. Probed once at start;
 * `doctor` prints it. Where `resources` is false only the wall clock and our own counting limit a child.
 */
export type Confinement = {
  /** `prlimit` (util-linux) caps address space, processor time, file size and open files. */
  readonly resources: boolean;
  /** `unshare` puts the child in a network namespace of its own, in which nothing exists. */
  readonly network: 'own-namespace' | 'own-namespace-as-mapped-root' | 'shared';
  /**
   * `setpriv` (util-linux) has the kernel kill the child when the thread that started it is gone: a decoder that hangs would
   * outlive a thread that was ended for hanging with it, or a server that was killed.
   */
  readonly mortal: boolean;
};

/** Tries what is permitted here, by doing it around `true`. */
export async function probeConfinement(): Promise<Confinement> {
  const [resources, asIs, mapped, mortal] = await Promise.all([
    runs('prlimit', ['--cpu=1', '--', 'true']),
    runs('unshare', ['--net', '--', 'true']),
    runs('unshare', ['--net', '--map-root-user', '--', 'true']),
    runs('setpriv', ['--pdeathsig', 'KILL', '--', 'true']),
  ]);
  return {
    resources,
    mortal,
    network: asIs ? 'own-namespace' : mapped ? 'own-namespace-as-mapped-root' : 'shared',
  };
}

/** Wraps a command in everything the machine permits. `writtenBytes` is the size of the largest file it may write. */
export function confine(command: ChildCommand, confinement: Confinement, writtenBytes: number): string[] {
  const limited = confinement.resources
    ? [
        'prlimit',
        `--as=${command.addressSpaceBytes}`,
        `--cpu=${limits.cpuSeconds}`,
        `--fsize=${writtenBytes}`,
        '--nofile=64',
        '--core=0',
        '--',
      ]
    : [];
  // After `unshare`, because a change of user takes the wish away.
  const mortal = confinement.mortal ? ['setpriv', '--pdeathsig', 'KILL', '--'] : [];
  return [...unshare[confinement.network], ...mortal, ...limited, command.program, ...command.args];
}

const unshare: Readonly<Record<Confinement['network'], readonly string[]>> = {
  'own-namespace': ['unshare', '--net', '--'],
  'own-namespace-as-mapped-root': ['unshare', '--net', '--map-root-user', '--'],
  shared: [],
};

async function runs(program: string, args: readonly string[]): Promise<boolean> {
  try {
    await execute(program, args, { timeout: 5000 });
    return true;
  } catch {
    return false;
  }
}
