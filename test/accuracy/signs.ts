// Measures the signs of screens, prints and injected streams, and puts the tables into docs/signs.md:
//   node test/accuracy/signs.ts [--answers FILE]
// FILE keeps what was measured, so that a run broken off goes on. About 15 minutes on an idle core; needs the clips and photos beside
// the checkout.
import { appendFileSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import sharp from 'sharp';
import { strongestLattice } from '../../src/verify/liveness/texture/lattice.ts';
import { patchSide, spectrumOf } from '../../src/vision/spectrum.ts';
import { probeDecoder } from '../../src/vision/video/find-decoder.ts';
import { allSpecies } from '../attack/all-species.ts';
import { type Lab, openLab } from '../attack/lab.ts';
import { makeRecording } from '../attack/make-recording.ts';
import {
  bonaFidePresentations,
  type Presentation,
  replayPresentations,
  stillPresentations,
} from '../support/presentations.ts';
import { lfwPhotos } from '../support/shared-data.ts';
import { putTables } from './put-table.ts';
import { signRocTable } from './sign-rocs.ts';
import { measureSigns, type SignRow } from './sign-rows.ts';
import { latticeTable, rocTable, signThresholdTable, storedTable } from './sign-tables.ts';

/** How many of each the attack lab makes, all at SecurityLevel 1. */
const fromLab = { 'bona fide': 32, 'video on a': 12, 'photo on a': 8, paper: 5 } as const;
const stills = 36;
const photos = 500;

type Task = Pick<SignRow, 'id' | 'kind' | 'group'> & {
  write(path: string): Promise<{ readonly person: string }>;
};

const { values } = parseArgs({ options: { answers: { type: 'string' } } });
const lab = await openLab();
const report = await probeDecoder();
if (!report.ok) throw new Error(report.text);
const { decoder } = report;
const folder = mkdtempSync(join(tmpdir(), 'signs-'));
try {
  const rows = await measureAll(tasksOf(lab));
  const strengths = await measurePhotos();
  const page = new URL('../../docs/signs.md', import.meta.url);
  const tables = {
    lattice: latticeTable(rows),
    roc: rocTable(rows, strengths),
    stored: storedTable(rows),
    'each roc': signRocTable(rows),
    thresholds: signThresholdTable(),
  };
  writeFileSync(page, putTables(readFileSync(page, 'utf8'), tables));
} finally {
  rmSync(folder, { recursive: true });
}

function tasksOf(from: Lab): readonly Task[] {
  const { encoder } = from;
  const presentations = [
    ...bonaFidePresentations(encoder),
    ...replayPresentations(encoder),
    ...stillPresentations(stills, encoder),
  ].map(
    ({ id, kind, species, person, write }: Presentation): Task => ({
      ...{ id, kind, group: species },
      write: async (path) => {
        await write(path);
        return { person };
      },
    }),
  );
  const made = Object.entries(fromLab).flatMap(([part, count]) =>
    allSpecies
      .filter(({ name, levels }) => name.includes(part) && levels.includes(1))
      .flatMap((species) =>
        Array.from({ length: count }, (_, index): Task => {
          const kind = species.kind === 'bona fide' ? 'bona fide' : 'attack';
          const group = kind === 'bona fide' ? 'filmed again by the lab' : `lab, ${species.name}`;
          const write = (path: string) => makeRecording(from, species, 1, index, path);
          return { id: `lab, ${species.name} ${index}`, kind, group, write };
        }),
      ),
  );
  return [...presentations, ...made];
}

async function measureAll(tasks: readonly Task[]): Promise<readonly SignRow[]> {
  const known = new Map(readAnswers().map((row) => [row.id, row]));
  const rows: SignRow[] = [];
  for (const { id, kind, group, write } of tasks) {
    const row = known.get(id) ?? (await measure({ id, kind, group, write }));
    rows.push(row);
    process.stderr.write(`\r${rows.length} of ${tasks.length}`);
  }
  return rows;
}

async function measure({ id, kind, group, write }: Task): Promise<SignRow> {
  const path = join(folder, 'recording');
  const { person } = await write(path);
  const row: SignRow = { id, kind, group, person, ...(await measureSigns(lab.vision, decoder, path)) };
  if (values.answers) appendFileSync(values.answers, `${JSON.stringify(row)}\n`);
  return row;
}

function readAnswers(): readonly SignRow[] {
  if (!values.answers || !existsSync(values.answers)) return [];
  const lines = readFileSync(values.answers, 'utf8').split('\n');
  return lines.filter((line) => line !== '').map((line) => JSON.parse(line) as SignRow);
}

/** The lattice in single photos of people spread over LFW, enlarged so that a face fills the patch as in a recording. */
async function measurePhotos(): Promise<readonly number[]> {
  const firsts = lfwPhotos().filter((photo, at, all) => photo.person !== all[at - 1]?.person);
  const some = Array.from({ length: photos }, (_, at) => firsts[Math.floor((at * firsts.length) / photos)]!);
  const strengths: number[] = [];
  const side = 450;
  const from = (side - patchSide) >> 1;
  for (const { path } of some) {
    const luma = await sharp(path)
      .resize(side, side, { kernel: 'cubic' })
      .extract({ left: from, top: from, width: patchSide, height: patchSide })
      .toColourspace('b-w')
      .raw()
      .toBuffer();
    strengths.push(strongestLattice([spectrumOf(Float64Array.from(luma))]).strength);
  }
  return strengths;
}
