import { execFile } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import { type Confinement, confine, probeConfinement } from './confinement.ts';
import type { Decoder } from './decode.ts';
import type { DecoderDriver } from './decoder-driver.ts';
import { ffmpegDriver } from './ffmpeg-driver.ts';
import { nodeAvIsInstalled } from './node-av-binding.ts';
import { nodeAvDriver } from './node-av-driver.ts';

const execute = promisify(execFile);

/** Which decoder, and what confines it: plain data, to be handed to a worker, which then opens it unprobed. */
export type DecoderChoice = {
  readonly name: DecoderDriver['name'];
  /** Path of ffmpeg; null for node-av. */
  readonly program: string | null;
  readonly confinement: Confinement;
};

export type DecoderReport =
  | {
      readonly ok: true;
      readonly decoder: Decoder;
      readonly choice: DecoderChoice;
      /** As the decoder names itself. */
      readonly version: string;
      /** What is missing for full confinement, one sentence each; empty when all is in place. */
      readonly warnings: readonly string[];
    }
  | { readonly ok: false; readonly text: string };

/**
 * Finds this machine's decoder and tries it, confined as it will be confined. `SELFSAME_DECODER` chooses between
 * `ffmpeg` and `node-av`; otherwise the system's ffmpeg is taken where there is one, else node-av.
 */
export async function probeDecoder(environment: NodeJS.ProcessEnv = process.env): Promise<DecoderReport> {
  const found = findProgram(environment);
  if (typeof found === 'string') return { ok: false, text: found };
  const confinement = await probeConfinement();
  const choice: DecoderChoice = { ...found, confinement };
  const { driver } = openDecoder(choice);
  const [program, ...args] = confine(driver.version(), confinement, 0) as [string, ...string[]];
  try {
    const { stdout } = await execute(program, args, { timeout: 60_000 });
    const version = stdout.split('\n')[0]!.trim();
    const outdated = driver.name === 'ffmpeg' ? olderThanNeeded(version) : null;
    if (outdated) return { ok: false, text: outdated };
    return { ok: true, decoder: { driver, confinement }, choice, version, warnings: warningsOf(confinement) };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { ok: false, text: `The video decoder ${driver.name} does not run under its limits: ${reason}` };
  }
}

/** The decoder that an earlier probe chose. */
export function openDecoder({ program, confinement }: DecoderChoice): Decoder {
  return { driver: program === null ? nodeAvDriver() : ffmpegDriver(program), confinement };
}

function findProgram(environment: NodeJS.ProcessEnv): Omit<DecoderChoice, 'confinement'> | string {
  const wish = environment.SELFSAME_DECODER;
  if (wish !== undefined && wish !== '' && wish !== 'ffmpeg' && wish !== 'node-av') {
    return `SELFSAME_DECODER is ${JSON.stringify(wish)}; it may be ffmpeg or node-av.`;
  }
  const ffmpeg = wish === 'node-av' ? null : findOnPath('ffmpeg', environment);
  if (ffmpeg) return { name: 'ffmpeg', program: ffmpeg };
  if (wish === 'ffmpeg') return 'SELFSAME_DECODER is ffmpeg, but no ffmpeg stands on the PATH.';
  if (nodeAvIsInstalled()) return { name: 'node-av', program: null };
  return 'There is no video decoder: install ffmpeg, or run `npm start` once so that node-av is set up.';
}

function findOnPath(name: string, environment: NodeJS.ProcessEnv): string | null {
  for (const folder of (environment.PATH ?? '').split(delimiter)) {
    const path = join(folder, name);
    try {
      accessSync(path, constants.X_OK);
      return path;
    } catch {
      // Not here; the next folder may have it.
    }
  }
  return null;
}

/** `-fps_mode`, without which frames would be doubled or dropped to an even rate, came with ffmpeg 5.1. */
function olderThanNeeded(version: string): string | null {
  const numbers = /version n?(\d+)\.(\d+)/.exec(version);
  // A build from a development branch carries no number; those are newer than any release.
  if (!numbers) return null;
  const [major, minor] = [Number(numbers[1]), Number(numbers[2])];
  return major > 5 || (major === 5 && minor >= 1)
    ? null
    : `ffmpeg 5.1 or newer is needed; this is: ${version}`;
}

function warningsOf(confinement: Decoder['confinement']): string[] {
  const warnings: string[] = [];
  if (!confinement.resources) {
    warnings.push('prlimit is missing (package util-linux): a decoder is limited by the wall clock alone.');
  }
  if (!confinement.mortal) {
    warnings.push('setpriv is missing (package util-linux): a decoder that hangs may outlive the server.');
  }
  if (confinement.network === 'shared') {
    warnings.push('unshare --net is not permitted here: a decoder shares the network of the server.');
  }
  return warnings;
}
