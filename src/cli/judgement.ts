import { type Command, InvalidArgumentError } from 'commander';
import { addDataOptions, addFaceModelOption, configOf, type DataOptions } from './open-store.ts';

function parseLevel(text: string): number {
  const level = Number(text);
  if (!Number.isInteger(level) || level < 1 || level > 5) throw new InvalidArgumentError('1 to 5.');
  return level;
}

function also(file: string, files: readonly string[]): readonly string[] {
  return [...files, file];
}

/** The similarity scale and the embedding model that the server of this data folder uses. */
async function scaleOf(options: DataOptions) {
  const config = await configOf(options);
  const { faceModelOf } = await import('../vision/face-model.ts');
  return { scaleProfile: config.scaleProfile, dataDir: config.dataDir, faceModel: faceModelOf(config) };
}

type CompareFlags = DataOptions & {
  readonly pairs?: string;
  readonly root?: string;
  readonly json?: boolean;
};
type JudgeFlags = DataOptions & {
  readonly photo?: string;
  readonly level: number;
  readonly challenge?: string;
  readonly earlier: readonly string[];
  readonly json?: boolean;
};
type CalibrateFlags = DataOptions & {
  readonly pairs: string;
  readonly root?: string;
  readonly out?: string;
  readonly json?: boolean;
};

function addCompare(root: Command): void {
  addFaceModelOption(addDataOptions(root.command('compare')))
    .argument('[photos...]', 'two photos')
    .option('--pairs <file>', 'instead of two photos, a CSV with the columns first and second')
    .option('--root <dir>', 'the folder that the names in the CSV start from')
    .option('--json', 'one JSON object a line')
    .description('whether two photos show the same person, on the scale that the server uses')
    .addHelpText('after', '\nExample: selfsame compare card.jpg selfie.jpg --json')
    .action(async (photos: readonly string[], flags: CompareFlags) => {
      const { pairs, root: folder, json } = flags;
      const { compareCommand } = await import('./compare.ts');
      process.exitCode = await compareCommand({
        photos,
        pairs,
        root: folder,
        json,
        ...(await scaleOf(flags)),
      });
    });
}

function addJudge(root: Command): void {
  addFaceModelOption(addDataOptions(root.command('judge')))
    .argument('<videos...>', 'recordings: MP4 or WebM')
    .option('--photo <file>', 'also compare with this photo')
    .option('--level <level>', 'security level', parseLevel, 1)
    .option('--challenge <file>', 'what the person was asked to do, for levels from 2')
    .option(
      '--earlier <file>',
      'a recording that came before, which none may repeat; may be given again',
      also,
      [],
    )
    .option('--json', 'one JSON object a line')
    .description('judge recordings as the server does: alive, and the same as in the photo?')
    .addHelpText('after', '\nExample: selfsame judge recording.mp4 --photo card.jpg --json')
    .action(async (videos: readonly string[], flags: JudgeFlags) => {
      const { photo, level, challenge, earlier, json } = flags;
      const { judgeCommand } = await import('./judge.ts');
      process.exitCode = await judgeCommand({
        videos,
        photo,
        level,
        challenge,
        earlier,
        json,
        ...(await scaleOf(flags)),
      });
    });
}

function addCalibrate(root: Command): void {
  addFaceModelOption(addDataOptions(root.command('calibrate')))
    .requiredOption('--pairs <file>', 'a CSV with the columns first, second and same (1 or 0)')
    .option('--root <dir>', 'the folder that the names in the CSV start from')
    .option('--out <file>', 'where the scale goes instead of DATA/scale.json')
    .option('--json', 'one JSON object')
    .description('fit the similarity scale on your own people, print the curve, and write it for the server')
    .addHelpText('after', '\nExample: selfsame calibrate --pairs pairs.csv --root photos')
    .action(async (flags: CalibrateFlags) => {
      const { pairs, root: folder, out, json } = flags;
      const { calibrateCommand } = await import('./calibrate.ts');
      process.exitCode = await calibrateCommand({
        pairs,
        root: folder,
        out,
        json,
        ...(await scaleOf(flags)),
      });
    });
}

/**
 * `compare`, `judge` and `calibrate`: the judge's parts, without a server. They are loaded when they are asked for: the
 * other commands need no inference library.
 */
export function addJudgementCommands(root: Command): void {
  addCompare(root);
  addJudge(root);
  addCalibrate(root);
}
