// Measures the reading of cards on simulated photos of specimens and writes the tables of docs/card-accuracy.md and
// docs/warnings.md: `npm run accuracy -- cards [--seeds N] [--attacks N] [--numbers N] [--types A,B] [--dry]`.
// With the defaults about an hour on two idle cores; what was read is kept in .cache/, delete it after a change.
import { readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { type CardTypeName, cardTypeNames } from '../../src/cards/card-type.ts';
import { type Attack, attackCodes, severities } from '../../src/specimen/camera/shot.ts';
import { layoutsOf } from '../../src/specimen/make-specimen.ts';
import { type CardRead, type CardTask, readAll } from './card-readings.ts';
import { aimTable, fieldTable, findingTable, nameTable, typeTable, wrongPassTable } from './card-tables.ts';
import { attackTable, honestTable, rocTable } from './card-warnings.ts';
import { misreadings } from './misreadings.ts';
import { putTable } from './put-table.ts';

const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '8' },
    attacks: { type: 'string', default: '4' },
    numbers: { type: 'string', default: '200' },
    types: { type: 'string', default: cardTypeNames.join(',') },
    dry: { type: 'boolean', default: false },
  },
});
const types = values.types.split(',') as CardTypeName[];
const withCheckDigit = [
  'HKIDCard',
  'InternationalIDPassport',
  'ThailandIDCard',
  'SingaporeIDCard',
  'MainlandIDCard',
];
const cache = fileURLToPath(new URL('../../.cache/accuracy/cards.jsonl', import.meta.url));
const page = (name: string) => new URL(`../../docs/${name}`, import.meta.url);

/** Every layout, seed and severity once. Seeds begin at 1001: those below were looked at while the readers were written. */
function honestTasks(): readonly CardTask[] {
  return types.flatMap((type) =>
    seeds(Number(values.seeds), 1001).flatMap((seed) =>
      layoutsOf(type).flatMap(({ id }) =>
        severities.map((severity) => ({ type, layout: id, seed, severity, attack: null })),
      ),
    ),
  );
}

/** Every attack on every type, layouts by turns, on clear and ordinary photos by turns. */
function attackTasks(): readonly CardTask[] {
  return types.flatMap((type) =>
    seeds(Number(values.attacks), 3001).flatMap((seed) =>
      (Object.keys(attackCodes) as Attack[]).map((attack) => {
        const layouts = layoutsOf(type);
        const layout = (layouts[seed % layouts.length] as { id: string }).id;
        const severity = seed % 2 === 0 ? ('clear' as const) : ('ordinary' as const);
        return { type, layout, seed, severity, attack };
      }),
    ),
  );
}

/** For numbers that pass and are wrong: photos of all kinds, the worst most of all. */
function numberTasks(): readonly CardTask[] {
  return types
    .filter((type) => withCheckDigit.includes(type))
    .flatMap((type) =>
      seeds(Number(values.numbers), 5001).flatMap((seed) =>
        (['ordinary', 'hard', 'hard'] as const).map((severity, at) => {
          const layouts = layoutsOf(type);
          const layout = (layouts[(seed + at) % layouts.length] as { id: string }).id;
          return { type, layout, seed: seed + 10_000 * at, severity, attack: null, isNumberOnly: true };
        }),
      ),
    );
}

function seeds(count: number, first: number): readonly number[] {
  return Array.from({ length: count }, (_, at) => first + at);
}

const processes = Math.max(1, availableParallelism());
const honest = await readAll(honestTasks(), cache, processes);
const attacked = await readAll(attackTasks(), cache, processes);
const numbers = await readAll(numberTasks(), cache, processes);

const latin = (reads: readonly CardRead[]) => reads.filter(({ type }) => type !== 'MainlandIDCard');
const [tuned, heldOut] = [honest.filter((read) => !read.heldOut), honest.filter((read) => read.heldOut)];
const measured = `Measured ${new Date().toISOString().slice(0, 10)} on ${honest.length} simulated photos, ${heldOut.length} of them of layouts and typefaces kept apart from tuning.`;
const accuracy: Readonly<Record<string, string>> = {
  measured,
  aims: aimTable(latin(tuned)),
  'aims-held-out': aimTable(latin(heldOut)),
  types: typeTable(tuned),
  'types-held-out': typeTable(heldOut),
  names: nameTable(honest),
  finding: findingTable(honest),
  wrong: wrongPassTable([...honest, ...attacked, ...numbers]),
  fields: fieldTable(honest),
};
const warnings: Readonly<Record<string, string>> = {
  measured: `Measured ${new Date().toISOString().slice(0, 10)}: ${honest.length} honest simulated photos, ${attacked.length} attacked ones.`,
  honest: honestTable(honest),
  attacks: attackTable([...honest, ...attacked]),
  roc: rocTable([...honest, ...attacked]),
};
process.stderr.write(misreadings(tuned));
if (values.dry) {
  for (const tables of [accuracy, warnings]) {
    for (const [name, text] of Object.entries(tables)) process.stdout.write(`\n${name}\n${text}\n`);
  }
} else {
  write('card-accuracy.md', accuracy);
  write('warnings.md', warnings);
}

function write(name: string, tables: Readonly<Record<string, string>>): void {
  let text = readFileSync(page(name), 'utf8');
  for (const [table, content] of Object.entries(tables)) text = putTable(text, table, content);
  writeFileSync(page(name), text);
}
