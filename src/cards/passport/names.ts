import { fold } from '../fold.ts';
import type { MrzFormat } from './mrz-format.ts';
import { type MrzNames, namesOf } from './mrz-names.ts';
import { type PrintedZone, printedName } from './printed.ts';

/** The holder's names, and what vouches for them: name lines have no check digit. */
export type AgreedNames = MrzNames & {
  /** `print`: the zone above says the same. `readings`: two readings agree. `none`: it stands alone. */
  readonly vouched: 'print' | 'readings' | 'none';
};

/**
 * The names that readings of the name line agree on with the print, else with each other, else the first one's. Given as
 * printed where the print has the same letters. `nameLines`: one list of versions for each reading.
 */
export function agreeOnNames(
  format: MrzFormat,
  nameLines: readonly (readonly string[])[],
  zone: PrintedZone,
): AgreedNames {
  const { from, to } = format.names;
  const read = nameLines.map((versions) => versions.map((line) => namesOf(line.slice(from, to))));
  // A version that lost all given names would be vouched for by its surname alone.
  const hasGiven = read.flat().some(({ given }) => given !== '');
  const complete = read.flat().filter(({ given }) => given !== '' || !hasGiven);
  for (const names of complete.flatMap(splits)) {
    const surname = printedName(zone, names.surname);
    const given = printedName(zone, names.given);
    if (!surname || (names.given && !given)) continue;
    return {
      surname: asPrinted(names.surname, surname.text),
      given: asPrinted(names.given, given?.text),
      vouched: 'print',
    };
  }
  const firsts = read.flatMap((versions) => versions.slice(0, 1));
  const agreed = firsts.find((names, index) => firsts.findIndex((other) => isSame(names, other)) < index);
  const first = agreed ?? firsts[0] ?? { surname: '', given: '' };
  return { ...first, vouched: agreed ? 'readings' : 'none' };
}

/** The names as they are, and with the boundary elsewhere: of the two fillers between them one may have been lost. */
function splits(names: MrzNames): readonly MrzNames[] {
  if (names.given) return [names];
  const words = names.surname.split(' ');
  const others = words.slice(1).map((_, index) => ({
    surname: words.slice(0, index + 1).join(' '),
    given: words.slice(index + 1).join(' '),
  }));
  return [...others, names];
}

/** The print's spelling where its letters are the zone's own; the recogniser takes 0 for O in print. */
function asPrinted(name: string, text: string | undefined): string {
  const letters = (value: string) => value.replace(/[^A-Z]/g, '');
  return text && letters(text.toUpperCase()) === letters(name) ? text.toUpperCase() : name;
}

function isSame(first: MrzNames, second: MrzNames): boolean {
  return fold(first.surname) === fold(second.surname) && fold(first.given) === fold(second.given);
}
