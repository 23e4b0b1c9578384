import { fileURLToPath } from 'node:url';
import type { ChildCommand, DecoderDriver, DecoderEvent, VideoInput } from './decoder-driver.ts';

/** Node itself reserves address space: 1.5 GiB is too little for Node 24 with node-av loaded, 2.5 GiB is enough. */
const addressSpaceBytes = 3 * 1024 ** 3;

const childProgram = fileURLToPath(new URL('./node-av-child.ts', import.meta.url));

/** The decoder for machines without ffmpeg: a small Node program of ours over node-av's low-level API. */
export function nodeAvDriver(): DecoderDriver {
  const command = (verb: string, input?: VideoInput, ...more: readonly string[]): ChildCommand => ({
    program: process.execPath,
    args: [childProgram, verb, ...(input ? [input.container, input.path] : []), ...more],
    addressSpaceBytes,
  });
  return {
    name: 'node-av',
    version: () => command('version'),
    describe: (input) => command('describe', input),
    sample: (input, stretch) =>
      command('sample', input, ...(stretch ? [`${stretch.fromMs}`, `${stretch.toMs}`] : [])),
    rewrite: (input, outputPath, how) => command(how, input, outputPath),
    readLine,
  };
}

/** Our child says each event as one line of JSON; anything else on its standard error is Node's or a library's. */
export function readLine(line: string): DecoderEvent | null {
  if (!line.startsWith('{"kind":')) return null;
  try {
    return JSON.parse(line) as DecoderEvent;
  } catch {
    return null;
  }
}
