/** Words of the card's own print; a line that holds one is no name. */
const notNames = /HONG\s*KONG|IDENTITY|PERMANENT|\bCARD\b|DATE\s*OF|BIRTH|ISSUE|SPECIMEN|SAMPLE/iu;

/** Digits that were read for letters: as the case around them asks. */
function withLetters(text: string): string {
  return text
    .replace(/0/g, (_, at: number) => (/[a-z]/.test(text[at - 1] ?? '') ? 'o' : 'O'))
    .replace(/[1|]/g, (_, at: number) => (/[a-z]/.test(text[at - 1] ?? '') ? 'l' : 'I'));
}

/** Surnames stand in capitals: what was read as a small letter in one is a capital, a small L most often an I. */
function surname(text: string): string {
  return text.replaceAll('l', 'I').toUpperCase();
}

/**
 * A given name's word: a capital I within it is a small L, a small L in front of it a capital I; a last letter that looks
 * the same in both cases is small.
 */
function givenWord(word: string): string {
  return word
    .replace(/(?<=[a-z])I/g, 'l')
    .replace(/^l(?=[a-z])/, 'I')
    .replace(/(?<=[a-z])[COSUVWXZ]$/, (last) => last.toLowerCase());
}

/** Whether a line may be an English name: letters nearly alone, and none of the card's own words. */
export function mayBeName(text: string): boolean {
  const letters = text.match(/[A-Za-z]/g)?.length ?? 0;
  const others = text.match(/[^A-Za-z\s,.'’-]/g)?.length ?? 0;
  return letters >= 3 && others <= letters / 6 && !notNames.test(text);
}

/** How much a line looks like `SURNAME, Given Given`: 0 if not at all. */
export function nameLikeness(text: string): number {
  if (!mayBeName(text)) return 0;
  const hasComma = /^[A-Z0-9'’ -]{2,}[,，;.]\s?[A-Za-z0-9]/u.test(text);
  const hasCases = /[A-Z]{2,}[,.;\s]+[A-Z][a-z]/u.test(text);
  return 1 + (hasComma ? 2 : 0) + (hasCases ? 2 : 0);
}

function tidy(text: string): string {
  return withLetters(text.normalize('NFKC'))
    .replace(/[’`´]/g, "'")
    .replace(/(?<=')\s(?=\p{Lu})/gu, '')
    .replace(/\s+/g, ' ')
    .trim();
}

/**
 * A name in the form that the API's example has, `SAN, Nan`: surname in capitals, a comma and a space, then the given
 * names, parted where a capital follows a small letter. A comma that was lost is put where the capitals end.
 */
export function formatName(text: string): string {
  const clean = tidy(text);
  const parted =
    clean.match(/^(.+?)\s?[,;]\s?(.*)$/u) ??
    clean.match(/^([A-Zl' -]{2,}?)\s?\.\s?([A-Za-z].*)$/u) ??
    clean.match(/^([A-Z' -]*[A-Z]{2,}l?)\s?([A-Z][a-z].*)$/u);
  if (!parted) return clean;
  const given = parted[2]!
    .replace(/[,.;]+$/u, '')
    .replace(/(?<=[a-z])(?=[A-HJ-Z][a-z])/g, ' ')
    .split(' ')
    .map(givenWord)
    .join(' ');
  return given === '' ? surname(parted[1]!) : `${surname(parted[1]!)}, ${given}`;
}
