import { type Check, cut, type MrzFormat } from './mrz-format.ts';
import { checkDigitOf } from './number.ts';
import { isState } from './states.ts';

/** What may be wrong with a zone: a check digit, or a code that no state has. */
export type Failure = Check['of'] | 'issuer' | 'nationality';

/** The names of the checks of a zone that fail, in the format's order; then of codes that are none. */
export function failingChecks(format: MrzFormat, lines: readonly string[]): readonly Failure[] {
  const digits = format.checks.filter((check) => !holds(format, check, lines)).map((check) => check.of);
  const states = (['issuer', 'nationality'] as const).filter((part) => !isState(cut(lines, format[part])));
  return [...digits, ...states];
}

function holds(format: MrzFormat, check: Check, lines: readonly string[]): boolean {
  const digit = cut(lines, check.digit);
  if (check.of === 'number' && digit === '<') return longNumberOf(format, lines) !== null;
  const text = check.over.map((part) => cut(lines, part)).join('');
  if (check.mayBeFiller && digit === '<' && /^<*$/.test(text)) return true;
  return digit === checkDigitOf(text);
}

/**
 * A number of more than nine characters goes on in the optional part, its check digit behind it (ICAO 9303 part 5 §4.2.2
 * note j). Null where it does not, or its check digit is wrong.
 */
export function longNumberOf(format: MrzFormat, lines: readonly string[]): string | null {
  const [optional] = format.optional;
  const digit = format.checks.find((check) => check.of === 'number')!.digit;
  if (format.name === 'TD3' || cut(lines, digit) !== '<') return null;
  const rest = /^[A-Z0-9]{2,}/.exec(optional ? cut(lines, optional) : '')?.[0];
  if (!rest) return null;
  const number = cut(lines, format.number) + rest.slice(0, -1);
  return checkDigitOf(number) === rest.at(-1) ? number : null;
}
