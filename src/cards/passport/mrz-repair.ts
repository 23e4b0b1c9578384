import { digitsLike, lettersLike } from '../look-alikes.ts';
import { failingChecks } from './mrz-check.ts';
import { type Check, cut, kindAt, type MrzFormat, type Span } from './mrz-format.ts';
import { isLikelyRepair } from './number.ts';
import { isState } from './states.ts';

/** Two guesses in one part are the most: a check digit finds one wrong combination in ten to be right. */
const mostGuesses = 2;

/** Lines put right, and whether a guess that only a check digit vouches for was needed. */
export type Repaired = { readonly lines: readonly string[]; readonly isRepaired: boolean };

/**
 * Puts right what position and check digits settle: a letter in a place for digits is the digit that it looks like, and
 * the other way about; in places that hold both, look-alikes are exchanged where a check fails and exactly one exchange
 * makes it hold. `mayBeNumber` says which numbers a repair may end in.
 */
export function repairMrz(
  format: MrzFormat,
  read: readonly string[],
  mayBeNumber: (number: string, read: string) => boolean = isLikelyRepair,
): Repaired {
  let lines = withRightKinds(format, read);
  const before = lines.join();
  for (const check of format.checks) {
    if (!failingChecks(format, lines).includes(check.of)) continue;
    const open = check.of === 'composite' ? [...format.optional, check.digit] : [...check.over, check.digit];
    const accepts = (fixed: readonly string[]) =>
      check.of !== 'number' || mayBeNumber(numberIn(format, fixed), numberIn(format, lines));
    lines = onlyExchange(format, lines, check.of, open, read, accepts) ?? lines;
  }
  lines = withOneState(format, lines);
  return { lines, isRepaired: lines.join() !== before };
}

/** Most people's passports are of their own state: where one of the two codes is none, and one letter away, it is the other. */
function withOneState(format: MrzFormat, lines: readonly string[]): readonly string[] {
  const [issuer, nationality] = [cut(lines, format.issuer), cut(lines, format.nationality)];
  if (isState(issuer) === isState(nationality)) return lines;
  const differing = [...issuer].filter((letter, at) => letter !== nationality[at]).length;
  if (differing !== 1) return lines;
  const [from, to] = isState(issuer) ? [issuer, format.nationality] : [nationality, format.issuer];
  return lines.map((text, line) =>
    line === to.line ? text.slice(0, to.from) + from + text.slice(to.to) : text,
  );
}

function numberIn(format: MrzFormat, lines: readonly string[]): string {
  return cut(lines, format.number).replace(/<+$/, '');
}

function withRightKinds(format: MrzFormat, lines: readonly string[]): readonly string[] {
  return lines.map((text, line) =>
    [...text]
      .map((character, place) => {
        if (character === '<') return character;
        const kind = kindAt(format, line, place);
        if (kind === 'digits') return digitsLike(character)[0] ?? character;
        if (kind === 'sex') return sexLike(character);
        if (kind === 'letters') return lettersLike(character)[0] ?? character;
        return character;
      })
      .join(''),
  );
}

/** No check digit covers the sex; but of F, M and the filler each other letter looks like one at most. */
function sexLike(character: string): string {
  if (/^[EPR]$/i.test(character)) return 'F';
  return /^[NHW]$/i.test(character) ? 'M' : character;
}

type Exchange = { readonly line: number; readonly place: number; readonly characters: readonly string[] };

/** The lines after the one exchange of at most two characters that makes a check hold; null if none or several do. */
function onlyExchange(
  format: MrzFormat,
  lines: readonly string[],
  check: Check['of'],
  parts: readonly Span[],
  read: readonly string[],
  accepts: (lines: readonly string[]) => boolean,
): readonly string[] | null {
  const exchanges = parts.flatMap((part) => exchangesIn(format, lines, part, read));
  for (let guesses = 1; guesses <= mostGuesses; guesses++) {
    const holding = combinations(lines, exchanges, guesses)
      .filter((changed) => !failingChecks(format, changed).includes(check))
      .filter(accepts);
    if (holding.length === 1) return holding[0]!;
    if (holding.length > 1) return null;
  }
  return null;
}

function exchangesIn(
  format: MrzFormat,
  lines: readonly string[],
  part: Span,
  read: readonly string[],
): readonly Exchange[] {
  return [...cut(lines, part)].flatMap((character, index) => {
    const place = part.from + index;
    const original = read[part.line]?.[place] ?? character;
    const characters = alternatives(format, part.line, place, original).filter(
      (other) => other !== character,
    );
    return characters.length > 0 ? [{ line: part.line, place, characters }] : [];
  });
}

/** What else may have been printed where this was read. Digits are never taken for other digits. */
function alternatives(format: MrzFormat, line: number, place: number, read: string): readonly string[] {
  const kind = kindAt(format, line, place);
  const isDigit = /[0-9]/.test(read);
  if (kind === 'digits') return isDigit ? [] : digitsLike(read);
  if (kind === 'sex') return [];
  if (kind === 'letters') return isDigit ? lettersLike(read) : [];
  return isDigit ? lettersLike(read) : digitsLike(read);
}

function combinations(
  lines: readonly string[],
  exchanges: readonly Exchange[],
  guesses: number,
): readonly (readonly string[])[] {
  if (guesses === 0) return [lines];
  return exchanges.flatMap((exchange, index) =>
    exchange.characters.flatMap((character) =>
      combinations(put(lines, exchange, character), exchanges.slice(index + 1), guesses - 1),
    ),
  );
}

function put(lines: readonly string[], { line, place }: Exchange, character: string): readonly string[] {
  return lines.map((text, index) =>
    index === line ? text.slice(0, place) + character + text.slice(place + 1) : text,
  );
}
