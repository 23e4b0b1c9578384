import { toLetters } from '../look-alikes.ts';
import { type Failure, failingChecks } from './mrz-check.ts';
import { byPitch, fitLine } from './mrz-fit.ts';
import { cut, type MrzFormat, mrzFormats } from './mrz-format.ts';
import { withoutNoise } from './mrz-names.ts';
import { repairMrz } from './mrz-repair.ts';
import type { MrzRow } from './mrz-rows.ts';

/** A machine readable zone that was read. */
export type Mrz = {
  readonly format: MrzFormat;
  /** Each of the format's length. */
  readonly lines: readonly string[];
  /** Checks that fail. */
  readonly failing: readonly Failure[];
  readonly isRepaired: boolean;
};

/** More combinations of fitted lines than this are not tried. */
const mostCombinations = 64;
/** Readings whose number of characters is further from a format's length are not of that format. */
const mostLengthError = 7;

/**
 * The zone that rows of print are, one list of readings for each printed row, the first reading first: of all formats
 * and all ways to fit the lines, the one with the fewest failing checks, unrepaired before repaired. Null where the rows
 * fit no format.
 */
export function chooseMrz(
  readings: readonly (readonly MrzRow[])[],
  mayBeNumber?: (number: string, read: string) => boolean,
): Mrz | null {
  let best: Mrz | null = null;
  for (const format of mrzFormats) {
    if (readings.length < format.lines) continue;
    const rows = readings.slice(-format.lines);
    for (const lines of combine(rows.map((row, line) => waysToRead(format, row, line)))) {
      const mrz = judged(format, lines, mayBeNumber);
      if (!best || costOf(mrz) < costOf(best)) best = mrz;
      if (costOf(best) === 0) return best;
    }
  }
  return best;
}

function judged(
  format: MrzFormat,
  read: readonly string[],
  mayBeNumber?: (a: string, b: string) => boolean,
): Mrz {
  const { lines, isRepaired } = repairMrz(format, read, mayBeNumber);
  return { format, lines, failing: failingChecks(format, lines), isRepaired };
}

function costOf(mrz: Mrz): number {
  return mrz.failing.length + (mrz.isRepaired ? 0.5 : 0);
}

/** Name lines have no check digit: there the first way to fit each reading is enough. */
function waysToRead(format: MrzFormat, readings: readonly MrzRow[], line: number): readonly string[] {
  const near = readings.filter(({ glyphs }) => Math.abs(glyphs.length - format.length) <= mostLengthError);
  const isChecked = format.checks.some(({ digit }) => digit.line === line);
  if (isChecked) return [...new Set(near.flatMap((row) => fitLine(row, format.length)))];
  return nameLines(format, readings).flat().slice(0, 1);
}

/**
 * The name line as each reading has it, its fillers put right: by the print's pitch, then as they were counted. One list
 * for each reading.
 */
export function nameLines(format: MrzFormat, readings: readonly MrzRow[]): readonly (readonly string[])[] {
  const { from, to } = format.names;
  return readings.map(({ glyphs }) => {
    const texts = new Set([byPitch(glyphs), glyphs.map(({ character }) => character).join('')]);
    const long = [...texts].filter((text) => text.length > from);
    return long.map((text) => text.slice(0, from) + withoutNoise(toLetters(text.slice(from)), to - from));
  });
}

function combine(ways: readonly (readonly string[])[]): readonly (readonly string[])[] {
  return ways
    .reduce<readonly (readonly string[])[]>(
      (found, next) => found.flatMap((lines) => next.map((line) => [...lines, line])),
      [[]],
    )
    .slice(0, mostCombinations);
}

/** The number of a zone without its fillers. */
export function numberOf({ format, lines }: Mrz): string {
  return cut(lines, format.number).replace(/<+$/, '');
}
