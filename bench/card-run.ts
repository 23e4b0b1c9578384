// One engine over some photos of cards, in a process of its own: prints one line of JSON.
import { engines } from './card-engines.ts';
import { peakMegabytes } from './peak-memory.ts';

export type EngineRun = {
  readonly cpuMs: readonly number[];
  readonly texts: readonly string[];
  readonly peakMegabytes: number | null;
};

const [name = '', ...files] = process.argv.slice(2);
const load = engines[name];
if (!load) throw new Error(`no engine ${name}`);
const read = await load();
// The first one pays for what every engine does once.
await read(files[0] as string);
const cpuMs: number[] = [];
const texts: string[] = [];
for (const file of files) {
  const before = process.cpuUsage();
  texts.push(await read(file));
  const { user, system } = process.cpuUsage(before);
  cpuMs.push((user + system) / 1000);
}
const run: EngineRun = { cpuMs, texts, peakMegabytes: peakMegabytes(process.pid) };
process.stdout.write(`\n${JSON.stringify(run)}\n`);
process.exit(0);
