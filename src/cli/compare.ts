import { compareFaces } from '../verify/compare.ts';
import type { Portrait } from '../verify/portrait.ts';
import { doubtsAboutPortrait, leastFaceHeightPixels } from '../verify/portrait-quality.ts';
import { loadScale, passMark, type SimilarityScale } from '../verify/similarity.ts';
import type { FaceModel } from '../vision/face-model.ts';
import { readPairsFile } from './pairs-file.ts';
import { type FileReading, openPortraitReader } from './portrait-reader.ts';

export type CompareOptions = {
  /** Two photos, or none where `pairs` is given. */
  readonly photos: readonly string[];
  readonly pairs?: string | undefined;
  readonly root?: string | undefined;
  readonly json?: boolean | undefined;
  readonly scaleProfile: string;
  readonly dataDir: string;
  readonly faceModel: FaceModel | null;
};

/** One line of `compare --json` (contracts.md §4). */
export type ComparedPair = {
  readonly first: string;
  readonly second: string;
  /** Null where a face is missing. */
  readonly similarity: number | null;
  readonly cosine: number | null;
  /** Why there is no similarity, or why this one deserves doubt; null when there is nothing to say. */
  readonly reason: string | null;
  readonly scale: string;
};

type Pair = { readonly first: string; readonly second: string };

/** `selfsame compare`. Resolves to the exit code: 0 every photo was read, 1 one was not, 2 wrong usage. */
export async function compareCommand(options: CompareOptions): Promise<number> {
  const wanted = pairsOf(options);
  if (!wanted.ok) {
    process.stderr.write(`selfsame compare: ${wanted.text}\n`);
    return wanted.exitCode;
  }
  const scale = loadScale(options.scaleProfile, options.dataDir, options.faceModel);
  const files = wanted.pairs.flatMap(({ first, second }) => [first, second]);
  const read = openPortraitReader(options.root ?? '', files, options.faceModel);
  let exitCode = 0;
  for (const { first, second } of wanted.pairs) {
    const readings = [await read(first), await read(second)] as const;
    const pair: ComparedPair = { first, second, ...compareReadings(...readings, scale), scale: scale.id };
    process.stdout.write(`${options.json ? JSON.stringify(pair) : describePair(pair)}\n`);
    if (readings.some(isBadInput)) exitCode = 1;
  }
  return exitCode;
}

type Wanted =
  | { readonly ok: true; readonly pairs: readonly Pair[] }
  | { readonly ok: false; readonly exitCode: 1 | 2; readonly text: string };

function pairsOf({ photos, pairs, root }: CompareOptions): Wanted {
  if (pairs !== undefined) {
    if (photos.length > 0) return { ok: false, exitCode: 2, text: 'give two photos or --pairs, not both' };
    const file = readPairsFile(pairs, false);
    return file.ok ? { ok: true, pairs: file.rows } : { ok: false, exitCode: 1, text: file.text };
  }
  const [first, second] = photos;
  if (first === undefined || second === undefined || photos.length > 2) {
    return { ok: false, exitCode: 2, text: 'give two photos, or --pairs FILE --root DIR' };
  }
  if (root !== undefined) return { ok: false, exitCode: 2, text: '--root belongs to --pairs' };
  return { ok: true, pairs: [{ first, second }] };
}

/** A photo without a face was read and answered; a file that is no photo was not. */
function isBadInput(reading: FileReading): boolean {
  return !reading.ok && reading.problem !== 'no-face';
}

function compareReadings(
  first: FileReading,
  second: FileReading,
  scale: SimilarityScale,
): Pick<ComparedPair, 'similarity' | 'cosine' | 'reason'> {
  if (!first.ok || !second.ok) {
    const texts = [first, second].map((reading, at) =>
      reading.ok ? null : `${places[at]} photo: ${reading.text}`,
    );
    return { similarity: null, cosine: null, reason: joinTexts(texts) };
  }
  const { cosine, similarity } = compareFaces(first.embedding, [second.embedding], scale);
  const doubts = [first, second].flatMap((portrait, at) =>
    doubtsAbout(portrait).map((text) => `${places[at]} photo: ${text}`),
  );
  return { similarity, cosine: Number(cosine.toFixed(6)), reason: joinTexts(doubts) };
}

const places = ['first', 'second'] as const;

/** What Apply would refuse or warn of. The colour alone is not worth a doubt here. */
function doubtsAbout(portrait: Portrait): readonly string[] {
  const tooSmall =
    portrait.faceHeightPixels < leastFaceHeightPixels
      ? [`Apply refuses faces under ${leastFaceHeightPixels} pixels.`]
      : [];
  const doubts = doubtsAboutPortrait({ ...portrait, isGrey: false });
  return [...tooSmall, ...doubts.map(({ text }) => text)];
}

function joinTexts(texts: readonly (string | null)[]): string | null {
  return texts.filter((text) => text !== null).join(' ') || null;
}

function describePair(pair: ComparedPair): string {
  const { first, second, similarity, cosine, reason, scale } = pair;
  const names = `${first}  ${second}`;
  if (similarity === null) return `${names}  not compared: ${reason}`;
  const verdict = similarity >= passMark ? 'same person' : 'not the same person';
  const doubt = reason ? `  (${reason})` : '';
  return `${names}  ${verdict}: similarity ${similarity.toFixed(2)}, cosine ${cosine?.toFixed(3)}, scale ${scale}${doubt}`;
}
