import { fail, type Outcome, succeed } from '../errors.ts';
import type { RawParameters } from './call.ts';

/** One row of an action's table: a parameter as the vendor spells it, and what it may be. */
export type ParameterRow = {
  readonly name: string;
  readonly type: 'string' | 'integer' | 'boolean' | 'object';
  readonly required?: boolean;
  /** Other spellings that are taken; the name itself wins. */
  readonly aliases?: readonly string[];
  /** Inclusive bounds of an integer. */
  readonly range?: readonly [least: number, most: number];
  /** An empty one is taken as nothing said, and not named where another is refused. */
  readonly oneOf?: readonly string[];
  /** In UTF-16 units, as the vendor's consoles count. */
  readonly maxCharacters?: number;
  /** Members of an object. Members that no row names are ignored: SDK versions differ (contracts §1). */
  readonly members?: readonly ParameterRow[];
};

function typeError(path: string): ReturnType<typeof fail> {
  return fail('InvalidParameter', `Parameter \`${path}\` type error.`);
}

function readInteger(value: unknown, path: string, isTextual: boolean): Outcome<number> {
  if (!isTextual) return Number.isSafeInteger(value) ? succeed(value as number) : typeError(path);
  // A group or list has no place here, and `Number` would read `[3]` as 3.
  if (typeof value !== 'string' || !/^-?\d{1,15}$/.test(value)) return typeError(path);
  return succeed(Number(value));
}

/** Python's `urlencode` writes True and False (wire specification §1.2.4). */
const booleanTexts: Readonly<Record<string, boolean>> = {
  true: true,
  True: true,
  false: false,
  False: false,
};

function readBoolean(value: unknown, path: string, isTextual: boolean): Outcome<boolean> {
  if (!isTextual) return typeof value === 'boolean' ? succeed(value) : typeError(path);
  const read =
    typeof value === 'string' && Object.hasOwn(booleanTexts, value) ? booleanTexts[value] : undefined;
  return read === undefined ? typeError(path) : succeed(read);
}

function readValue(row: ParameterRow, value: unknown, path: string, isTextual: boolean): Outcome<unknown> {
  if (row.type === 'integer') return readInteger(value, path, isTextual);
  if (row.type === 'boolean') return readBoolean(value, path, isTextual);
  if (row.type === 'string') return typeof value === 'string' ? succeed(value) : typeError(path);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return typeError(path);
  return readRows(row.members ?? [], value as RawParameters, isTextual, `${path}.`);
}

function checkBounds(row: ParameterRow, value: unknown, path: string): Outcome<null> {
  const { range, oneOf, maxCharacters } = row;
  if (range && typeof value === 'number' && (value < range[0] || value > range[1])) {
    return fail('InvalidParameterValue', `\`${path}\` must be from ${range[0]} to ${range[1]}.`);
  }
  if (oneOf && typeof value === 'string' && !oneOf.includes(value)) {
    const named = oneOf.filter((each) => each !== '').join(', ');
    return fail('InvalidParameterValue', `\`${path}\` must be one of ${named}.`);
  }
  if (maxCharacters !== undefined && typeof value === 'string' && value.length > maxCharacters) {
    return fail('InvalidParameterValue', `\`${path}\` must not be longer than ${maxCharacters} characters.`);
  }
  return succeed(null);
}

function givenValue(row: ParameterRow, given: RawParameters): unknown {
  const spelling = [row.name, ...(row.aliases ?? [])].find(
    (name) => Object.hasOwn(given, name) && given[name] !== null && given[name] !== undefined,
  );
  return spelling === undefined ? undefined : given[spelling];
}

function readRows(
  rows: readonly ParameterRow[],
  given: RawParameters,
  isTextual: boolean,
  prefix: string,
): Outcome<Record<string, unknown>> {
  const read: Record<string, unknown> = {};
  for (const row of rows) {
    const path = prefix + row.name;
    const value = givenValue(row, given);
    if (value === undefined) {
      if (row.required) return fail('MissingParameter', path);
      continue;
    }
    const typed = readValue(row, value, path, isTextual);
    if (!typed.ok) return typed;
    const bounded = checkBounds(row, typed.value, path);
    if (!bounded.ok) return bounded;
    read[row.name] = typed.value;
  }
  return succeed(read);
}

/**
 * Checks a call's parameters against its action's table. Types are strict in JSON; in forms and queries, where all
 * is text, numbers and booleans are converted. A null counts as absent. Names that no row knows are refused.
 */
export function readParameters(
  rows: readonly ParameterRow[],
  given: RawParameters,
  isTextual: boolean,
): Outcome<Record<string, unknown>> {
  const known = new Set(rows.flatMap((row) => [row.name, ...(row.aliases ?? [])]));
  const unknown = Object.keys(given).find((name) => !known.has(name));
  if (unknown !== undefined) return fail('UnknownParameter', unknown.slice(0, 100));
  return readRows(rows, given, isTextual, '');
}
