import { readFile } from 'node:fs/promises';
import { type Command, InvalidArgumentError } from 'commander';
import { type CardTypeName, cardTypeNames } from '../cards/card-type.ts';
import type { CardVerdict } from '../verify/card/card-verdict.ts';

type CardFlags = { readonly type?: CardTypeName; readonly back?: string; readonly json?: boolean };

/** `card`: reads photos of cards as the server does. The models are loaded when it is asked for. */
export function addCardCommand(root: Command): void {
  root
    .command('card')
    .argument('<files...>', 'photos of cards: JPEG, PNG or WebP')
    .option('--type <type>', 'what the cards are; without it they are recognised', parseType)
    .option('--back <file>', 'the back of the one card given')
    .option('--json', 'one JSON object a line')
    .description('read photos of identity cards as the server does')
    .addHelpText(
      'after',
      `\nTypes: ${cardTypeNames.join(', ')}\nExample: selfsame card --type HKIDCard card.jpg --json`,
    )
    .action(async (files: readonly string[], flags: CardFlags) => {
      process.exitCode = await cardCommand(files, flags);
    });
}

export function parseType(text: string): CardTypeName {
  const type = cardTypeNames.find((name) => name === text);
  if (!type) throw new InvalidArgumentError(`One of ${cardTypeNames.join(', ')}.`);
  return type;
}

/** Resolves to the exit code: 0 every photo was read, 1 one could not be opened as a picture, 2 wrong usage. */
async function cardCommand(files: readonly string[], { type, back, json }: CardFlags): Promise<number> {
  if (back !== undefined && files.length > 1) {
    process.stderr.write('selfsame card: --back goes with one photo only\n');
    return 2;
  }
  const { loadCardKit, readCard } = await import('../verify/card/read-card.ts');
  const backBytes = back === undefined ? null : await readInput(back);
  if (backBytes === 'unreadable') return 1;
  const kit = await loadCardKit();
  let exitCode = 0;
  for (const file of files) {
    const front = await readInput(file);
    const verdict =
      front === 'unreadable'
        ? null
        : await readCard(kit, { front, back: backBytes, askedType: type ?? null });
    if (!verdict || verdict.problem === 'not-an-image' || verdict.problem === 'too-many-pixels') exitCode = 1;
    if (!verdict) continue;
    process.stdout.write(json ? `${JSON.stringify(lineOf(file, verdict))}\n` : describe(file, verdict));
  }
  return exitCode;
}

async function readInput(path: string): Promise<Uint8Array | 'unreadable'> {
  try {
    return await readFile(path);
  } catch (error) {
    process.stderr.write(`selfsame card: ${path} cannot be read: ${(error as Error).message}\n`);
    return 'unreadable';
  }
}

/** One line of `card --json` (contracts.md §4). `problem` is ours: why a photo could not be taken as it is. */
function lineOf(file: string, verdict: CardVerdict) {
  const { problem, type, isPass, cardInfo, normalCardInfo, warnings, corners, confidence, reasons, stages } =
    verdict;
  return {
    ...{ file, type, isPass, problem },
    fields: cardInfo ?? {},
    normal: normalCardInfo ?? {},
    warnings: warnings.map(({ code }) => code),
    corners: corners?.map(({ x, y }) => [tenth(x), tenth(y)]) ?? null,
    ...{ confidence, reasons, stages },
  };
}

function tenth(value: number): number {
  return Math.round(10 * value) / 10;
}

function describe(file: string, verdict: CardVerdict): string {
  const { type, isPass, problem, normalCardInfo, warnings, reasons } = verdict;
  const head = `${file}  ${type ?? 'no known card'}: ${isPass ? 'passes' : 'does not pass'}${problem ? ` (${problem})` : ''}`;
  const values = Object.entries(normalCardInfo ?? {})
    .filter(([, value]) => value !== null)
    .map(([name, value]) => `  ${name}: ${value}`);
  const told = warnings.map(({ code, stops }) => `  warning ${code}${stops ? ', which stops the flow' : ''}`);
  const why = reasons.map(({ kind, field, text }) => `  ${kind} ${field}: ${text}`);
  return `${[head, ...values, ...told, ...why].join('\n')}\n`;
}
