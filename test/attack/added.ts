import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { type Challenge, readChallenge } from '../../src/verify/challenge.ts';
import { loadVision } from '../../src/vision/faces.ts';
import { allSpecies } from './all-species.ts';
import { askedOf } from './challenges.ts';
import { openFileJudge } from './judge-file.ts';
import type { JudgedRow } from './judged-row.ts';
import { type Level, levels } from './species.ts';

/** One line of an operator's `recordings.csv`. */
export type AddedLine = {
  readonly file: string;
  readonly species: string;
  readonly level: Level;
  /** A challenge file in the same folder; empty at level 1. */
  readonly challenge: string;
  readonly person: string;
};

/** Reads `recordings.csv`. Throws a plain sentence about the first line that is wrong. */
export function readAdded(csv: string): readonly AddedLine[] {
  const lines = parse(csv, { columns: true, trim: true, skip_empty_lines: true }) as Record<string, string>[];
  return lines.map((line, at) => {
    const wrong = (text: string) => new Error(`recordings.csv, recording ${at + 1}: ${text}`);
    const { file, species, challenge = '', person } = line;
    const level = levels.find((known) => String(known) === line.level);
    if (!file || !person) throw wrong('"file" and "person" must be given');
    const name = species === 'bona-fide' ? 'bona fide' : species;
    if (!name || !allSpecies.some((known) => known.name === name))
      throw wrong(`there is no species "${species}"`);
    if (!level) throw wrong('"level" must be 1 to 5');
    if (level > 1 && challenge === '') throw wrong(`level ${level} needs a challenge file`);
    return { file, species: name, level, challenge, person };
  });
}

/** Judges an operator's own labelled recordings. Throws where one of the files cannot be read. */
export async function addedRows(folder: string): Promise<readonly JudgedRow[]> {
  const lines = readAdded(await readFile(join(folder, 'recordings.csv'), 'utf8'));
  const judge = await openFileJudge(await loadVision());
  const rows: JudgedRow[] = [];
  for (const [index, line] of lines.entries()) {
    const challenge =
      line.challenge === '' ? null : await challengeOf(join(folder, line.challenge), line.level);
    const begunMs = performance.now();
    const { livenessCode, reasons, signals } = await judge(join(folder, line.file), challenge);
    const { species, level, person } = line;
    const variant = askedOf(challenge);
    const refusals = reasons.filter(({ refuses }) => refuses).map(({ id }) => id);
    const judgedMs = Math.round(performance.now() - begunMs);
    rows.push({
      species,
      level,
      index,
      person,
      variant,
      code: livenessCode,
      refusals,
      signals,
      madeMs: 0,
      judgedMs,
    });
  }
  return rows;
}

async function challengeOf(path: string, level: Level): Promise<Challenge> {
  const reading = readChallenge(await readFile(path, 'utf8'));
  if (!reading.ok) throw new Error(`${path}: ${reading.text}`);
  if (reading.challenge.level !== level)
    throw new Error(`${path}: it is of level ${reading.challenge.level}, not ${level}`);
  return reading.challenge;
}
