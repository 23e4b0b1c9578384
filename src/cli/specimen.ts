import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Command, InvalidArgumentError } from 'commander';
import { type CardTypeName, cardTypeNames } from '../cards/card-type.ts';
import type { SideTruth, Specimen } from '../specimen/specimen.ts';
import type { RgbImage } from '../vision/image.ts';
import { parseType } from './card.ts';

type SpecimenFlags = {
  readonly type: CardTypeName;
  readonly seed: number;
  readonly out: string;
  readonly layout?: string;
  readonly portrait?: string;
  readonly camera?: boolean;
  readonly json?: boolean;
};

function parseSeed(text: string): number {
  const seed = Number(text);
  if (!Number.isSafeInteger(seed) || seed < 0) throw new InvalidArgumentError('A whole number from 0 on.');
  return seed;
}

/** `specimen`: a card that nobody holds, for integrators' own tests. */
export function addSpecimenCommand(root: Command): void {
  root
    .command('specimen')
    .requiredOption('--type <type>', 'what to draw', parseType)
    .requiredOption('--seed <number>', 'same seed, same card', parseSeed)
    .requiredOption('--out <dir>', 'where the pictures and their truth go')
    .option('--layout <name>', 'one of the generations of the card; without it one by the seed')
    .option('--portrait <file>', 'a photo of the face to print on it, so that a comparison can be tried')
    .option('--camera', 'photographed as by an ordinary phone, instead of flat')
    .option('--json', 'one JSON object a line')
    .description(
      'draw a card that nobody holds, marked SPECIMEN, with random values that hold by their own rules',
    )
    .addHelpText(
      'after',
      `\nTypes: ${cardTypeNames.join(', ')}
A random number that is valid may be somebody's: never send one to a register.
Example: selfsame specimen --type HKIDCard --seed 1 --out . --portrait face.jpg --camera`,
    )
    .action(async (flags: SpecimenFlags) => {
      process.exitCode = await specimenCommand(flags);
    });
}

/** Resolves to the exit code: 0 written, 1 a file or folder failed, 2 wrong usage. */
async function specimenCommand(flags: SpecimenFlags): Promise<number> {
  const { layoutsOf, makeSpecimen } = await import('../specimen/make-specimen.ts');
  const { type, seed, layout } = flags;
  const layouts = layoutsOf(type).map(({ id }) => id);
  if (layout !== undefined && !layouts.includes(layout)) {
    process.stderr.write(`selfsame specimen: ${type} has the layouts ${layouts.join(', ')}\n`);
    return 2;
  }
  const portrait = flags.portrait === undefined ? null : readFileSync(flags.portrait);
  const specimen = await makeSpecimen({ type, seed, layout, portrait });
  mkdirSync(flags.out, { recursive: true });
  const files = await writePictures(specimen, flags);
  const line = { type, seed, layout: specimen.truth.layout, ...files };
  process.stdout.write(flags.json ? `${JSON.stringify(line)}\n` : `${Object.values(files).join('\n')}\n`);
  return 0;
}

/** `TYPE-SEED.front.png` (`.jpg` by camera), `.back` where the type has one, and `TYPE-SEED.json` with the truth. */
async function writePictures(specimen: Specimen, { type, seed, out, camera }: SpecimenFlags) {
  const name = join(out, `${type}-${seed}`);
  const write = async (side: 'front' | 'back', image: RgbImage, truth: SideTruth) => {
    const { bytes, corners } = camera
      ? await photographSide(image, truth, `${seed} ${side}`)
      : { bytes: await flatPng(image), corners: truth.corners };
    const file = `${name}.${side}.${camera ? 'jpg' : 'png'}`;
    writeFileSync(file, bytes);
    return { file, corners };
  };
  const { truth } = specimen;
  const front = await write('front', specimen.front, truth.front);
  const back = specimen.back && truth.back && (await write('back', specimen.back, truth.back));
  const { fields, normal, layout } = truth;
  const told = {
    type,
    seed,
    layout,
    fields,
    normal,
    corners: front.corners,
    backCorners: back?.corners ?? null,
  };
  writeFileSync(`${name}.json`, `${JSON.stringify(told, null, 2)}\n`);
  return { front: front.file, ...(back ? { back: back.file } : {}), truth: `${name}.json` };
}

async function photographSide(image: RgbImage, truth: SideTruth, seed: string) {
  const { photograph } = await import('../specimen/camera/photograph.ts');
  const photo = await photograph(image, truth, { seed, severity: 'ordinary' });
  return { bytes: photo.jpeg, corners: photo.truth.corners };
}

async function flatPng({ data, width, height }: RgbImage): Promise<Uint8Array> {
  const { default: sharp } = await import('sharp');
  return sharp(data, { raw: { width, height, channels: 3 } })
    .png()
    .toBuffer();
}
