import { fork } from 'node:child_process';
import { once } from 'node:events';
import { appendFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { CardShape, CardTypeName } from '../../src/cards/card-type.ts';
import type { Attack, Severity } from '../../src/specimen/camera/shot.ts';

/** One simulated photo of one specimen, or one scan of it. */
export type CardTask = {
  readonly type: CardTypeName;
  readonly layout: string;
  readonly seed: number;
  readonly severity: Severity;
  readonly attack: Attack | null;
  /** Which of the poor scans of it, in the place of a photo: only its number is of interest. */
  readonly scan?: number;
};

/** What became of it. `truth` and `read`: members of NormalCardInfo. */
export type CardRead = CardTask & {
  readonly heldOut: boolean;
  /** What it was taken for where nobody said its type; null: none that is known. */
  readonly recognised: CardTypeName | null;
  readonly problem: string | null;
  readonly isPass: boolean;
  readonly hasPortrait: boolean;
  readonly truth: CardShape;
  readonly read: CardShape;
  readonly signs: Readonly<Record<string, number>>;
  readonly stops: readonly number[];
  readonly lists: readonly number[];
  /** Largest error of a corner, in widths of the card; null where no card was found. */
  readonly cornerError: number | null;
  readonly cpuMs: number;
};

const keyOf = ({ type, layout, seed, severity, attack, scan }: CardTask) =>
  [type, layout, seed, severity, attack ?? 'honest', scan ?? 'photo'].join(' ');

export type ReadingRun = {
  /** One JSON a line. What an earlier run has left there is not done again: delete it after a change of the reader. */
  readonly file: string;
  readonly processes: number;
  /** No task is begun after this; what is missing then is missing in the result. */
  readonly minutes: number;
};

/** Has tasks done by some processes, in their order. */
export async function readAll(tasks: readonly CardTask[], run: ReadingRun): Promise<readonly CardRead[]> {
  const { file, processes, minutes } = run;
  const until = Date.now() + 60_000 * minutes;
  mkdirSync(dirname(file), { recursive: true });
  const done = new Map(kept(file).map((read) => [keyOf(read), read]));
  const waiting = tasks.filter((task) => !done.has(keyOf(task)));
  const total = waiting.length;
  const work = async () => {
    const child = fork(fileURLToPath(new URL('./card-readings-worker.ts', import.meta.url)));
    const ended = once(child, 'exit').then(() => null);
    for (let task = waiting.shift(); task && Date.now() < until; task = waiting.shift()) {
      child.send(task);
      const answer = await Promise.race([once(child, 'message'), ended]);
      if (answer === null) throw new Error(`The process that read ${keyOf(task)} ended.`);
      const [read] = answer as [CardRead];
      done.set(keyOf(read), read);
      appendFileSync(file, `${JSON.stringify(read)}\n`);
      process.stderr.write(`\r${total - waiting.length} of ${total} `);
    }
    child.disconnect();
  };
  await Promise.all(Array.from({ length: Math.min(processes, Math.max(1, total)) }, work));
  process.stderr.write('\n');
  return tasks.flatMap((task) => done.get(keyOf(task)) ?? []);
}

function kept(file: string): readonly CardRead[] {
  if (!existsSync(file)) return [];
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as CardRead);
}
