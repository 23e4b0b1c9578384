/** Primary and secondary identifier of a zone, words parted by spaces; `given` empty where there is none. */
export type MrzNames = { readonly surname: string; readonly given: string };

/**
 * The names in a name part: the surname, two fillers, the given names, fillers to the end (ICAO 9303 part 3 §4.6).
 * Whatever follows further fillers is noise: no name comes after them.
 */
export function namesOf(part: string): MrzNames {
  const found = /^([A-Z]+(?:<[A-Z]+)*)(?:<<([A-Z]+(?:<[A-Z]+)*))?/.exec(part);
  const words = (text: string | undefined) => (text ?? '').replace(/</g, ' ');
  return { surname: words(found?.[1]), given: words(found?.[2]) };
}

/** A name part as it was printed: the names, then fillers up to `length`. */
export function withoutNoise(part: string, length: number): string {
  const { surname, given } = namesOf(part);
  const names = given ? `${surname}<<${given}` : surname;
  return names.replace(/ /g, '<').padEnd(length, '<').slice(0, length);
}

/** A name part that says these names: without apostrophes, other marks and blanks as fillers (part 3 §4.6). */
export function namePart({ surname, given }: MrzNames, length: number): string {
  const [primary, secondary] = [surname, given].map((name) =>
    name.replace(/['’.]/g, '').replace(/[^A-Z]+/g, '<'),
  );
  const names = secondary ? `${primary}<<${secondary}` : primary!;
  return names.padEnd(length, '<').slice(0, length);
}
