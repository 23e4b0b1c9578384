/** Where a part of a machine readable zone stands: characters `from` up to, not including, `to` of line `line`. */
export type Span = { readonly line: number; readonly from: number; readonly to: number };

/** What may stand in a part: digits and fillers, letters and fillers, all three, or F, M and the filler. */
export type Kind = 'digits' | 'letters' | 'any' | 'sex';

/** A check digit, and the parts that it is worked out over, in their order. */
export type Check = {
  readonly of: 'number' | 'birth' | 'expiry' | 'optional' | 'composite';
  readonly over: readonly Span[];
  readonly digit: Span;
  /** A filler may stand for 0 where all that it checks is fillers (ICAO 9303 part 4 §4.2.2, positions 43). */
  readonly mayBeFiller?: boolean;
};

/** One of the three sizes of travel document (ICAO 9303 parts 4, 5 and 6). */
export type MrzFormat = {
  readonly name: 'TD1' | 'TD2' | 'TD3';
  readonly lines: number;
  readonly length: number;
  readonly code: Span;
  readonly issuer: Span;
  readonly names: Span;
  readonly number: Span;
  readonly nationality: Span;
  readonly birth: Span;
  readonly sex: Span;
  readonly expiry: Span;
  readonly optional: readonly Span[];
  readonly checks: readonly Check[];
};

const span = (line: number, from: number, to: number): Span => ({ line, from, to });

/** Passports' data pages, two lines of 44 (part 4 §4.2). */
export const td3: MrzFormat = {
  name: 'TD3',
  lines: 2,
  length: 44,
  code: span(0, 0, 2),
  issuer: span(0, 2, 5),
  names: span(0, 5, 44),
  number: span(1, 0, 9),
  nationality: span(1, 10, 13),
  birth: span(1, 13, 19),
  sex: span(1, 20, 21),
  expiry: span(1, 21, 27),
  optional: [span(1, 28, 42)],
  checks: [
    { of: 'number', over: [span(1, 0, 9)], digit: span(1, 9, 10) },
    { of: 'birth', over: [span(1, 13, 19)], digit: span(1, 19, 20) },
    { of: 'expiry', over: [span(1, 21, 27)], digit: span(1, 27, 28) },
    { of: 'optional', over: [span(1, 28, 42)], digit: span(1, 42, 43), mayBeFiller: true },
    {
      of: 'composite',
      over: [span(1, 0, 10), span(1, 13, 20), span(1, 21, 43)],
      digit: span(1, 43, 44),
    },
  ],
};

/** Two lines of 36 (part 6 §4.2). */
export const td2: MrzFormat = {
  name: 'TD2',
  lines: 2,
  length: 36,
  code: span(0, 0, 2),
  issuer: span(0, 2, 5),
  names: span(0, 5, 36),
  number: span(1, 0, 9),
  nationality: span(1, 10, 13),
  birth: span(1, 13, 19),
  sex: span(1, 20, 21),
  expiry: span(1, 21, 27),
  optional: [span(1, 28, 35)],
  checks: [
    { of: 'number', over: [span(1, 0, 9)], digit: span(1, 9, 10) },
    { of: 'birth', over: [span(1, 13, 19)], digit: span(1, 19, 20) },
    { of: 'expiry', over: [span(1, 21, 27)], digit: span(1, 27, 28) },
    {
      of: 'composite',
      over: [span(1, 0, 10), span(1, 13, 20), span(1, 21, 35)],
      digit: span(1, 35, 36),
    },
  ],
};

/** Passport cards and identity cards, three lines of 30 (part 5 §4.2). */
export const td1: MrzFormat = {
  name: 'TD1',
  lines: 3,
  length: 30,
  code: span(0, 0, 2),
  issuer: span(0, 2, 5),
  names: span(2, 0, 30),
  number: span(0, 5, 14),
  nationality: span(1, 15, 18),
  birth: span(1, 0, 6),
  sex: span(1, 7, 8),
  expiry: span(1, 8, 14),
  optional: [span(0, 15, 30), span(1, 18, 29)],
  checks: [
    { of: 'number', over: [span(0, 5, 14)], digit: span(0, 14, 15) },
    { of: 'birth', over: [span(1, 0, 6)], digit: span(1, 6, 7) },
    { of: 'expiry', over: [span(1, 8, 14)], digit: span(1, 14, 15) },
    {
      of: 'composite',
      over: [span(0, 5, 30), span(1, 0, 7), span(1, 8, 15), span(1, 18, 29)],
      digit: span(1, 29, 30),
    },
  ],
};

export const mrzFormats: readonly MrzFormat[] = [td3, td2, td1];

/** The characters of a part; shorter where the line is. */
export function cut(lines: readonly string[], { line, from, to }: Span): string {
  return (lines[line] ?? '').slice(from, to);
}

/** The kind of character that belongs at a place. */
export function kindAt(format: MrzFormat, line: number, place: number): Kind {
  const holds = (part: Span) => part.line === line && place >= part.from && place < part.to;
  if (format.checks.some((check) => holds(check.digit))) return 'digits';
  if (holds(format.birth) || holds(format.expiry)) return 'digits';
  if (holds(format.sex)) return 'sex';
  const words = [format.code, format.issuer, format.names, format.nationality];
  return words.some(holds) ? 'letters' : 'any';
}
