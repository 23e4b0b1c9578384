import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type Calibration, calibrate, findShortage, type Suspect } from '../verify/calibrate.ts';
import type { KnownFace, Measured } from '../verify/error-rates.ts';
import { findPeople, type LabelledPair, type People } from '../verify/people.ts';
import { embeddingModelName, type ScaleFile, scaleFileName } from '../verify/similarity.ts';
import type { FaceModel } from '../vision/face-model.ts';
import { readPairsFile } from './pairs-file.ts';
import { openPortraitReader } from './portrait-reader.ts';

export type CalibrateOptions = {
  readonly pairs?: string | undefined;
  readonly root?: string | undefined;
  /** Where the scale is written; `DATA/scale.json` by default. */
  readonly out?: string | undefined;
  readonly json?: boolean | undefined;
  readonly dataDir: string;
  readonly faceModel: FaceModel | null;
};

/**
 * `selfsame calibrate`: fits the similarity scale on the operator's own people and writes it.
 * Resolves to the exit code: 0 written, 1 the set does not do or a file failed, 2 wrong usage.
 */
export async function calibrateCommand(options: CalibrateOptions): Promise<number> {
  if (options.pairs === undefined || options.root === undefined) {
    tell('give --pairs FILE (CSV with first, second, same) and --root DIR');
    return 2;
  }
  const found = readPeople(options.pairs);
  if (!found.ok) return fail(found.text);
  tell(`people told apart by ${manners[found.people.how]}`);
  const { faces, unread } = await readFaces(found.people, options.root, options.faceModel);
  if (unread > 0) return fail(`${unread} files could not be read as photos: mend or remove them`);
  const outcome = calibrate(faces);
  if (!outcome.ok) return fail(outcome.text);
  const { calibration } = outcome;
  const doubtful = unexplained(calibration.suspects, found.pairs);
  if (found.people.how === 'links' && doubtful.length > 0) return fail(describeSuspects(doubtful));
  if (doubtful.length > 0) tell(describeSuspects(doubtful));
  const path = options.out ?? join(options.dataDir, scaleFileName);
  writeScale(path, calibration, options.faceModel);
  process.stdout.write(
    options.json ? `${JSON.stringify({ ...calibration, path })}\n` : report(calibration, path),
  );
  return 0;
}

const manners: Readonly<Record<People['how'], string>> = {
  folder: 'the folder of each photo, which agrees with every pair',
  'file-name': 'the name of each photo without its number, which agrees with every pair',
  links: 'the pairs marked as the same person; all other photos count as different people',
};

function tell(text: string): void {
  process.stderr.write(`selfsame calibrate: ${text}\n`);
}

function fail(text: string): 1 {
  tell(text);
  return 1;
}

type Found =
  | { readonly ok: true; readonly people: People; readonly pairs: readonly LabelledPair[] }
  | { readonly ok: false; readonly text: string };

/** Who is on which photo, and that they are enough: told before an hour of computing, not after. */
function readPeople(path: string): Found {
  const file = readPairsFile(path, true);
  if (!file.ok) return file;
  const pairs = file.rows.map(({ first, second, same }) => ({ first, second, same: same === true }));
  const outcome = findPeople(pairs);
  if (!outcome.ok) return outcome;
  const text = findShortage([...outcome.people.personOf.values()].map((person) => ({ person })));
  return text ? { ok: false, text } : { ok: true, people: outcome.people, pairs };
}

async function readFaces(
  people: People,
  root: string,
  faceModel: FaceModel | null,
): Promise<{ faces: readonly KnownFace[]; unread: number }> {
  const read = openPortraitReader(root, people.personOf.keys(), faceModel);
  const faces: KnownFace[] = [];
  let unread = 0;
  let done = 0;
  for (const [file, person] of people.personOf) {
    const reading = await read(file);
    if (reading.ok) faces.push({ file, person, embedding: reading.embedding });
    else {
      tell(`${file}: ${reading.text}`);
      if (reading.problem !== 'no-face') unread++;
    }
    if (++done % 500 === 0) tell(`${done} of ${people.personOf.size} photos`);
  }
  return { faces, unread };
}

/** Suspects that the file does not itself say to be different people. */
function unexplained(suspects: readonly Suspect[], pairs: readonly LabelledPair[]): readonly Suspect[] {
  const stated = new Set(
    pairs.flatMap(({ first, second }) => [`${first}\n${second}`, `${second}\n${first}`]),
  );
  return suspects.filter(({ first, second }) => !stated.has(`${first}\n${second}`));
}

function describeSuspects(suspects: readonly Suspect[]): string {
  const listed = suspects
    .slice(0, 10)
    .map(({ first, second, cosine }) => `\n  ${cosine.toFixed(3)}  ${first}  ${second}`);
  return (
    `${suspects.length} pairs count as different people but look like one person; each counts as a false match. ` +
    `Where they are one, add a row with same=1; where not, a row with same=0.${listed.join('')}`
  );
}

function writeScale(path: string, calibration: Calibration, faceModel: FaceModel | null): void {
  const scale: ScaleFile = {
    profile: 'own',
    date: new Date().toISOString().slice(0, 10),
    model: embeddingModelName(faceModel),
    knots: calibration.knots,
    measuredOn:
      `the operator's own ${calibration.people} people: ${calibration.impostorPairs} pairs of different people, ` +
      `${calibration.genuinePairs} of the same`,
  };
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, `${JSON.stringify(scale, null, 2)}\n`, { mode: 0o600 });
}

function report(calibration: Calibration, path: string): string {
  const { people, photos, genuinePairs, impostorPairs, curve } = calibration;
  const rows = curve.map(({ similarity, fmr, cosine, fnmr }) => {
    const missed = fnmr
      ? show(fnmr, (rate) => `${(100 * rate).toFixed(2)} %`)
      : 'not measured: no genuine pairs';
    return `${String(similarity).padStart(10)}  ${fmr.toExponential(0).padEnd(6)}  ${show(cosine, (value) => value.toFixed(3)).padEnd(24)}  ${missed}`;
  });
  return [
    `${people} people, ${photos} photos, ${genuinePairs} genuine pairs, ${impostorPairs} impostor pairs`,
    'Intervals: 95 %, bootstrapped over people.',
    '',
    'similarity  FMR     cosine                    FNMR',
    ...rows,
    '',
    `Written to ${path}; the server reads it when it starts.`,
    '',
  ].join('\n');
}

function show({ value, low, high }: Measured, format: (value: number) => string): string {
  return `${format(value)} [${format(low)}, ${format(high)}]`;
}
