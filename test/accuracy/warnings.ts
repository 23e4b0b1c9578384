// Measures the warnings about cards' photos on simulated photos and prints docs/warnings.md's tables:
//   node test/accuracy/warnings.ts [--cards N] [--types A,B] [--folder DIR] [--signs]
// Takes about 2 s a photo at first; photos and what was read from them are kept in `--folder`, and measured again from there.
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type CardTypeName, cardTypeNames } from '../../src/cards/card-type.ts';
import { type Attack, attackCodes } from '../../src/specimen/camera/shot.ts';
import { measureSigns } from '../../src/verify/card/warnings/measure-warnings.ts';
import { straighten } from '../../src/vision/card/straighten.ts';
import { loadTextReader } from '../../src/vision/ocr/text-reader.ts';
import { decodeAll, type TakenPhoto, takePhoto, type WarningTask } from './warning-photos.ts';
import { type MeasuredPhoto, reportSigns, reportWarnings } from './warning-report.ts';

const { values } = parseArgs({
  options: {
    cards: { type: 'string', default: '8' },
    types: { type: 'string', default: cardTypeNames.join(',') },
    folder: { type: 'string', default: join(tmpdir(), 'warning-photos') },
    signs: { type: 'boolean', default: false },
  },
});

const attacks = Object.keys(attackCodes) as Attack[];
const types = values.types.split(',') as CardTypeName[];
const reader = await loadTextReader();
const photos: MeasuredPhoto[] = [];
for (let seed = 1; seed <= Number(values.cards); seed++) {
  for (const type of types) {
    for (const task of tasksOf(type, seed)) {
      const { taken, file } = await takePhoto(reader, task, values.folder);
      photos.push(await measure(taken, file));
      process.stderr.write(`\r${photos.length}`);
    }
  }
}
process.stderr.write('\n');
process.stdout.write(reportWarnings(photos));
if (values.signs) process.stdout.write(reportSigns(photos));

/** Each card: three honest photos of either kind that the aims are set for, a careless one, and every attack once. */
function tasksOf(type: CardTypeName, seed: number): readonly WarningTask[] {
  const honest = (severity: WarningTask['severity'], at: number) => ({
    ...{ type, severity, attack: null },
    seed: 1000 * at + seed,
  });
  const careful = [0, 1, 2].flatMap((at) => [honest('clear', at), honest('ordinary', at)]);
  const severity = seed % 2 === 0 ? ('clear' as const) : ('ordinary' as const);
  return [
    ...careful,
    honest('hard', 0),
    ...attacks.map((attack) => ({ type, seed, severity, attack })),
  ].toSorted((first, second) => first.seed - second.seed);
}

async function measure(taken: TakenPhoto, file: Uint8Array): Promise<MeasuredPhoto> {
  const { found, lines, portrait, ...task } = taken;
  if (!found) return { ...task, signs: null, cpuMs: 0 };
  const photo = await decodeAll(file);
  const height = task.type === 'InternationalIDPassport' ? 901 : 807;
  const straightened = await straighten(photo, found.corners, 1280, height);
  const before = process.cpuUsage();
  const signs = measureSigns({ straightened, photo, file, found, lines, portrait, reading: null });
  const { user, system } = process.cpuUsage(before);
  return { ...task, signs, cpuMs: (user + system) / 1000 };
}
