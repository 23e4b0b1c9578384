// Measures how actions are found and puts the tables into docs/liveness.md:
//   node test/accuracy/actions.ts [clips] [stills] [turns] [thresholds]
// With names only these tables are made anew.
// Takes about 5 minutes on an idle core; needs the clips and photos beside the checkout.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { actionNames, type Challenge } from '../../src/verify/challenge.ts';
import { type Actions, measureActions } from '../../src/verify/liveness/actions/actions.ts';
import { type Lab, openLab } from '../attack/lab.ts';
import { readStretch } from '../support/clip-window.ts';
import { stillPresentations } from '../support/presentations.ts';
import { type ClipName, clipPath } from '../support/shared-data.ts';
import type { Encoding, Pictures } from '../support/video-encoder.ts';
import { watchRecording } from '../support/watched-recording.ts';
import { actionMark, countFalseHits, countHits, type ReadRecording } from './action-figures.ts';
import { falseHitTable, hitTable, stillTable, thresholdTable, turnTable } from './action-tables.ts';
import { leftOutTable } from './left-out.ts';
import { putTables } from './put-table.ts';
import { type TurnedFace, turnedFramesPerSecond, turnHead, turnSheet } from './turned-faces.ts';

const clips: Readonly<Record<ClipName, number>> = { d0: 3.1, d3: 11.7, d10: 14.8, d13: 11.6, d18: 7.1 };
const versions: Readonly<Record<string, Encoding>> = {
  'again, H.264, 25 a second': { codec: 'h264', framesPerSecond: 25, kilobitsPerSecond: 1000 },
  'again, WebM, 350 kbit/s': { codec: 'vp8', framesPerSecond: 25, kilobitsPerSecond: 350 },
  'again, 12 a second': { codec: 'h264', framesPerSecond: 12, kilobitsPerSecond: 500 },
};
const counts = { stills: 24, heads: 24, sheets: 18 };
const sheetRadians = [0.35, 0.5, 0.65] as const;

const folder = mkdtempSync(join(tmpdir(), 'actions-'));
const recordingPath = join(folder, 'recording');
const opened = await openLab();
try {
  const page = new URL('../../docs/liveness.md', import.meta.url);
  const tables = await measure(opened);
  writeFileSync(page, putTables(readFileSync(page, 'utf8'), tables));
} finally {
  rmSync(folder, { recursive: true });
}

async function measure(lab: Lab): Promise<Readonly<Record<string, string>>> {
  const names = process.argv.slice(2);
  const wanted = (name: string) => names.length === 0 || names.includes(name);
  return {
    ...(wanted('clips') ? await measureClips(lab) : {}),
    ...(wanted('stills') ? { 'action stills': stillTable(await readStills(lab)) } : {}),
    ...(wanted('turns') ? { 'action turns': turnTable(await readHeads(lab), await readSheets(lab)) } : {}),
    ...(wanted('thresholds') ? { 'action thresholds': thresholdTable() } : {}),
  };
}

async function measureClips(lab: Lab): Promise<Readonly<Record<string, string>>> {
  const asTheyAre = await readClips(lab, 'as it is', null);
  const again: (readonly ReadRecording[])[] = [];
  for (const [name, encoding] of Object.entries(versions)) again.push(await readClips(lab, name, encoding));
  const hits = [asTheyAre, ...again].flatMap((recordings) => [
    countHits(recordings, 'blink'),
    countHits(recordings, 'mouth'),
  ]);
  const falseHits = [
    ...actionNames.map((action) => countFalseHits(asTheyAre, action)),
    ...(['mouth', 'nod', 'shake'] as const).map((action) => countFalseHits(asTheyAre, action, true)),
  ];
  const all = [asTheyAre, ...again].flat();
  const marks = (['blink', 'mouth'] as const).map((action) => actionMark(all, action));
  return {
    'action hits': hitTable(hits),
    'action left out': leftOutTable(marks),
    'action false hits': falseHitTable(falseHits),
  };
}

/** A challenge that asks for something at a time, so that everything is looked for. */
function asking(fromMs: number): Challenge {
  const durationMs = 20_000;
  const actions = [{ action: 'nod', fromMs, toMs: durationMs }] as const;
  return { level: 2, durationMs, actions, colors: [], markerMs: null, shown: [] };
}

async function readActions({ vision }: Lab, path: string): Promise<{ durationMs: number; actions: Actions }> {
  const sightings = await watchRecording(vision, path);
  const actions = measureActions(asking(0), sightings);
  if (!actions) throw new Error(`Nothing could be measured in ${path}.`);
  return { durationMs: sightings.at(-1)!.timestampMs, actions };
}

async function readClips(
  lab: Lab,
  version: string,
  encoding: Encoding | null,
): Promise<readonly ReadRecording[]> {
  const read: ReadRecording[] = [];
  for (const [clip, seconds] of Object.entries(clips)) {
    const path = clipPath(clip as ClipName)!;
    if (encoding) {
      const stretch = { path, fromSeconds: 0, seconds, framesPerSecond: encoding.framesPerSecond };
      await lab.encoder.encode(recordingPath, readStretch(stretch, lab.encoder.name), encoding);
    }
    read.push({ version, person: clip, ...(await readActions(lab, encoding ? recordingPath : path)) });
  }
  return read;
}

async function readStills(lab: Lab): Promise<readonly Actions[]> {
  const read: Actions[] = [];
  for (const still of stillPresentations(counts.stills, lab.encoder)) {
    await still.write(recordingPath);
    read.push((await readActions(lab, recordingPath)).actions);
  }
  return read;
}

async function readHeads(lab: Lab): Promise<readonly Actions[]> {
  const read: Actions[] = [];
  for (let index = 0; index < counts.heads; index++) {
    const head = await turnHead(lab, index);
    if (head) read.push(await readTurned(lab, head));
  }
  return read;
}

async function readSheets(lab: Lab): Promise<ReadonlyMap<number, readonly Actions[]>> {
  const read = new Map<number, Actions[]>(sheetRadians.map((radians) => [radians, []]));
  for (let index = 0; index < counts.sheets; index++) {
    const radians = sheetRadians[index % sheetRadians.length]!;
    read.get(radians)!.push(await readTurned(lab, await turnSheet(lab, 100 + index, radians)));
  }
  return read;
}

async function readTurned(lab: Lab, { pictures }: TurnedFace): Promise<Actions> {
  const encoding = { codec: 'h264', framesPerSecond: turnedFramesPerSecond, kilobitsPerSecond: 800 } as const;
  await lab.encoder.encode(recordingPath, pictures satisfies Pictures, encoding);
  return (await readActions(lab, recordingPath)).actions;
}
