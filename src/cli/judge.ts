import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { resultCodes } from '../result-codes.ts';
import { type Challenge, readChallenge } from '../verify/challenge.ts';
import { type Judgement, nothingKnown } from '../verify/judgement.ts';
import type { Earlier, EarlierRecording } from '../verify/liveness/replay/find-replay.ts';
import { loadScale, type SimilarityScale } from '../verify/similarity.ts';
import { type JudgeKit, judgeRecording } from '../verify/verify.ts';
import type { FaceModel } from '../vision/face-model.ts';
import { loadVision } from '../vision/faces.ts';
import { probeDecoder } from '../vision/video/find-decoder.ts';

export type JudgeOptions = {
  readonly videos: readonly string[];
  readonly photo?: string | undefined;
  readonly level: number;
  readonly challenge?: string | undefined;
  /** Recordings that came before: whichever repeats one of them is refused. */
  readonly earlier: readonly string[];
  readonly json?: boolean | undefined;
  readonly scaleProfile: string;
  readonly dataDir: string;
  readonly faceModel: FaceModel | null;
};

/** One line of `judge --json` (contracts.md §4). */
export type JudgedVideo = Pick<
  Judgement,
  'livenessCode' | 'compareCode' | 'similarity' | 'reasons' | 'signals' | 'stages' | 'scale'
> & { readonly file: string; readonly verdict: 'pass' | 'fail' };

/** `selfsame judge`. Resolves to the exit code: 0 every video was judged, 1 an input or the machine failed, 2 wrong usage. */
export async function judgeCommand(options: JudgeOptions): Promise<number> {
  const misuse = misuseOf(options);
  if (misuse) {
    process.stderr.write(`selfsame judge: ${misuse}\n`);
    return 2;
  }
  const challenge = challengeOf(options);
  if (typeof challenge === 'string') {
    process.stderr.write(`selfsame judge: ${challenge}\n`);
    return 2;
  }
  const scale = loadScale(options.scaleProfile, options.dataDir, options.faceModel);
  const photo = options.photo === undefined ? null : await readInput(options.photo);
  if (photo === 'unreadable') return 1;
  const decoder = await probeDecoder();
  if (!decoder.ok) throw new Error(decoder.text);
  const kit: JudgeKit = { vision: await loadVision(options.faceModel), decoder: decoder.decoder, scale };
  const earlier = await traceEarlier(kit, options.earlier);
  if (typeof earlier === 'string') {
    process.stderr.write(`selfsame judge: ${earlier}\n`);
    return 1;
  }
  let exitCode = 0;
  for (const file of options.videos) {
    const { judged, failed } = await judgeFile(kit, { file, challenge, photo, earlier });
    process.stdout.write(`${options.json ? JSON.stringify(judged) : describe(judged)}\n`);
    if (failed) exitCode = 1;
  }
  return exitCode;
}

function misuseOf({ videos, level, challenge }: JudgeOptions): string | null {
  if (videos.length === 0) return 'give at least one video';
  if (level === 1) return challenge === undefined ? null : 'level 1 has no challenge; leave --challenge out';
  return challenge === undefined ? `level ${level} needs --challenge` : null;
}

/** The challenge that the recordings must answer; null at level 1, a sentence where the file is none for this level. */
function challengeOf({ level, challenge }: JudgeOptions): Challenge | null | string {
  if (challenge === undefined) return null;
  let json: string;
  try {
    json = readFileSync(challenge, 'utf8');
  } catch (error) {
    return `${challenge} cannot be read: ${(error as Error).message}`;
  }
  const reading = readChallenge(json);
  if (!reading.ok) return reading.text;
  if (reading.challenge.level !== level)
    return `--level ${level}, but the challenge is of level ${reading.challenge.level}`;
  return reading.challenge;
}

/** What is known of the recordings that came before; a sentence where one tells nothing. */
async function traceEarlier(kit: JudgeKit, files: readonly string[]): Promise<Earlier | null | string> {
  const recordings: EarlierRecording[] = [];
  for (const file of files) {
    const { motionTrace } = await judgeRecording(kit, { ...nothingKnown, videoPath: file });
    if (!motionTrace) return `no face can be followed in ${file}`;
    recordings.push({ seq: file, trace: motionTrace });
  }
  return recordings.length > 0 ? { recordings, refuses: true } : null;
}

async function readInput(path: string): Promise<Uint8Array | 'unreadable'> {
  try {
    return await readFile(path);
  } catch (error) {
    process.stderr.write(`selfsame judge: ${path} cannot be read: ${(error as Error).message}\n`);
    return 'unreadable';
  }
}

type AskedFile = {
  readonly file: string;
  readonly challenge: Challenge | null;
  readonly photo: Uint8Array | null;
  readonly earlier: Earlier | null;
};

/** A file that cannot be judged still gets a line: 1001, with the reason. */
async function judgeFile(
  kit: JudgeKit,
  { file, challenge, photo, earlier }: AskedFile,
): Promise<{ judged: JudgedVideo; failed: boolean }> {
  try {
    const request = { ...nothingKnown, videoPath: file, challenge, earlier, referencePhoto: photo };
    const judgement = await judgeRecording(kit, request);
    return { judged: lineOf(file, judgement), failed: false };
  } catch (error) {
    return { judged: failedLine(file, kit.scale, (error as Error).message), failed: true };
  }
}

function lineOf(file: string, judgement: Judgement): JudgedVideo {
  const { livenessCode, compareCode, similarity, reasons, signals, stages, scale } = judgement;
  const passed =
    livenessCode === resultCodes.success && (compareCode ?? resultCodes.success) === resultCodes.success;
  const roundedStages = Object.fromEntries(
    Object.entries(stages).map(([stage, ms]) => [stage, Math.round(ms * 10) / 10]),
  );
  return {
    file,
    verdict: passed ? 'pass' : 'fail',
    livenessCode,
    compareCode,
    similarity,
    reasons,
    signals,
    stages: roundedStages,
    scale,
  };
}

function failedLine(file: string, scale: SimilarityScale, text: string): JudgedVideo {
  return {
    file,
    verdict: 'fail',
    livenessCode: resultCodes.engineFailed,
    compareCode: null,
    similarity: null,
    reasons: [{ id: 'engine.failed', text, score: null, threshold: null, refuses: true }],
    signals: {},
    stages: {},
    scale: scale.id,
  };
}

function describe({
  file,
  verdict,
  livenessCode,
  compareCode,
  similarity,
  reasons,
  scale,
}: JudgedVideo): string {
  const compared =
    compareCode === null ? '' : `, comparison ${compareCode}, similarity ${similarity} (${scale})`;
  const why = reasons.map(({ text, refuses }) => `\n  ${refuses ? 'refused' : 'noted'}: ${text}`).join('');
  return `${file}: ${verdict}, liveness ${livenessCode}${compared}${why}`;
}
