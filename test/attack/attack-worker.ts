// One thread that makes a recording, judges it and forgets it; then it asks for the next one.
import { copyFile, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { allSpecies } from './all-species.ts';
import { openFileJudge } from './judge-file.ts';
import type { JudgedRow } from './judged-row.ts';
import { openLab } from './lab.ts';
import { type MadeRecording, makeRecording } from './make-recording.ts';
import type { Level } from './species.ts';

/** What the thread is asked for. */
export type AttackTask = { readonly species: string; readonly level: Level; readonly index: number };

if (!parentPort) throw new Error('attack-worker.ts runs as a worker thread only.');
const port = parentPort;
const { keepIn } = workerData as { keepIn: string | null };
const lab = await openLab();
const judge = await openFileJudge(lab.vision);
const workshop = await mkdtemp(join(tmpdir(), 'attack-'));

async function work(task: AttackTask): Promise<JudgedRow> {
  const species = allSpecies.find(({ name }) => name === task.species);
  if (!species) throw new Error(`There is no species "${task.species}".`);
  const path = join(workshop, 'recording');
  const begunMs = performance.now();
  let made: MadeRecording;
  try {
    made = await makeRecording(lab, species, task.level, task.index, path);
  } catch (error) {
    const refusals = [error instanceof Error ? error.message : String(error)];
    return { ...task, person: '', variant: '', code: null, refusals, signals: {}, madeMs: 0, judgedMs: 0 };
  }
  const madeMs = performance.now() - begunMs;
  if (keepIn) await keep(task, made, path, keepIn);
  const { livenessCode, reasons, signals } = await judge(path, made.challenge);
  return {
    ...task,
    person: made.person,
    variant: made.variant,
    code: livenessCode,
    refusals: reasons.filter(({ refuses }) => refuses).map(({ id }) => id),
    signals,
    madeMs: Math.round(madeMs),
    judgedMs: Math.round(performance.now() - begunMs - madeMs),
  };
}

/** For whoever wants to look at a recording, or to judge it again: `selfsame judge --level N --challenge FILE.json FILE`. */
async function keep(task: AttackTask, made: MadeRecording, path: string, folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  const name = `${task.species.replace(/[^a-z]+/g, '-')}-${task.level}-${task.index}`;
  await copyFile(path, join(folder, `${name}.video`));
  if (made.challenge) await writeFile(join(folder, `${name}.json`), JSON.stringify(made.challenge));
}

port.on('message', async (task: AttackTask | 'end') => {
  if (task === 'end') {
    await rm(workshop, { recursive: true, force: true });
    port.close();
    return;
  }
  port.postMessage(await work(task));
});
port.postMessage('ready');
