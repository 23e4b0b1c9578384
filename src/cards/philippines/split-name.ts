/** The parts of a Philippine name; null where the name has none. */
export type NameParts = {
  readonly last: string | null;
  readonly first: string | null;
  readonly middle: string | null;
};

/**
 * Words that belong to the surname after them. From the Spanish naming of the Philippines (Clavería's catalogue of
 * 1849 has DE, DEL, DE LA, SAN, SANTA among its surnames); the joined forms are how registers print them.
 */
const particles = new Set(
  'DE DEL DELA DELAS DELOS DELO LA LAS LOS SAN SANTA SANTO STA STA. STO STO. VAN VON DA DOS DI LE ABU BIN BINTI AL EL MAC'.split(
    ' ',
  ),
);
const suffixes = new Set('JR JR. SR SR. II III IV V VI'.split(' '));

export function isSuffix(word: string): boolean {
  return suffixes.has(word.toUpperCase());
}

/**
 * Splits `LAST, FIRST MIDDLE` as the licence and the TIN card print it. The middle name is the mother's surname: the
 * last word, with the particles before it (`JUAN PEDRO DELA CRUZ`: middle `DELA CRUZ`). A suffix (JR, III) stays where
 * it was printed: with the surname, or with the first name. A single given word leaves the middle name empty.
 */
export function splitName(text: string): NameParts {
  const [last, ...rest] = text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
  if (last === undefined) return { last: null, first: null, middle: null };
  if (rest.length === 0) return { last, first: null, middle: null };
  if (rest.length > 1 && isSuffix(rest[0]!)) {
    return { last: `${last}, ${rest[0]}`, ...splitGiven(rest.slice(1).join(' ')) };
  }
  if (rest.length > 1 && isSuffix(rest.at(-1)!)) {
    const given = splitGiven(rest.slice(0, -1).join(' '));
    return { last, first: `${given.first} ${rest.at(-1)}`, middle: given.middle };
  }
  if (rest.length > 1) return { last, first: rest.slice(0, -1).join(' '), middle: rest.at(-1)! };
  return { last, ...splitGiven(rest[0]!) };
}

/** Splits given names from the middle name behind them. */
export function splitGiven(text: string): { readonly first: string; readonly middle: string | null } {
  const words = text.split(/\s+/).filter((word) => word !== '');
  const ending: string[] = [];
  while (words.length > 1 && isSuffix(words.at(-1)!)) ending.unshift(words.pop()!);
  if (words.length < 2) return { first: [...words, ...ending].join(' '), middle: null };
  let from = words.length - 1;
  while (from > 1 && particles.has(words[from - 1]!.toUpperCase())) from -= 1;
  return {
    first: [...words.slice(0, from), ...ending].join(' '),
    middle: words.slice(from).join(' '),
  };
}
