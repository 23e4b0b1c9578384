/**
 * Text as a card prints it, from text as a recogniser gives it: one space after a comma and none before, no stray
 * signs at the ends. Nothing else is changed, the case is left alone.
 */
export function tidyText(text: string): string {
  return text
    .replace(/[，、]/g, ',')
    .replace(/\s*,(?:\s*,)*\s*/g, ', ')
    .replace(/(?<=\p{L})\s+\.(?!\d)/gu, '.')
    .replace(/(?<=[A-Za-zÑñ]{2,})\.(?=[A-Z]{2,})/g, '. ')
    .replace(/\s+/g, ' ')
    .replace(/^[\s,.:;|*_'"`~-]+/, '')
    .replace(/[\s,:;|*_'"`~-]+$/, '')
    .trim();
}

/** `T0WER`, `QUIRIN0`: a lone nought within a word, or at either end of a longer one, is an O; `2O1` is a number. */
export function withPlainNoughts(text: string): string {
  return text
    .replace(/(?<=\p{L})0(?=\p{L})|(?<=\p{L}{2})0(?![\p{L}\p{N}])|(?<![\p{L}\p{N}])0(?=\p{L}{3})/gu, 'O')
    .replace(/(?<=\d)O(?=\d)/g, '0');
}

/** A name as printed: letters, spaces, and the few signs that names have. Null where too little is left for a name. */
export function tidyName(text: string): string | null {
  const name = tidyText(text.replace(/[^\p{L}\s,.'’-]/gu, ' '));
  return [...name.matchAll(/\p{L}/gu)].length >= 2 ? name : null;
}
