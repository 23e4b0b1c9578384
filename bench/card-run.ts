// One engine over some photos of cards, in a process of its own: prints one line of JSON.
import { engines } from './card-engines.ts';
import { ownCpuMs } from './judge-run.ts';
import { peakMegabytes } from './peak-memory.ts';

export type EngineRun = {
  readonly cpuMs: readonly number[];
  readonly texts: readonly string[];
  /** For each file, processor time by stage, ms; of our own reader alone. */
  readonly stages: readonly Readonly<Record<string, number>>[];
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
const stages: Readonly<Record<string, number>>[] = [];
// Our stopwatch then tells the processor's time. Only ours: others may wait by this clock.
if (name === 'selfsame') performance.now = ownCpuMs;
for (const file of files) {
  const before = ownCpuMs();
  const reading = await read(file);
  texts.push(reading.text);
  if (reading.stages) stages.push(reading.stages);
  cpuMs.push(ownCpuMs() - before);
}
const run: EngineRun = { cpuMs, texts, stages, peakMegabytes: peakMegabytes(process.pid) };
process.stdout.write(`\n${JSON.stringify(run)}\n`);
process.exit(0);
