/** As wide as a list is read, and as an alternative text is listened to. */
const mostNameCharacters = 100;

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const controlCharacters = /[\u0000-\u001f\u007f-\u009f]/;

/** A name as it stands in lists: one line of plain text. Throws with what is wrong with it at `place`. */
export function plainName(text: string, place: string): string {
  const name = text.trim();
  if (name === '' || controlCharacters.test(name))
    throw new Error(`${place} is empty, or not one line of plain text`);
  if (name.length > mostNameCharacters)
    throw new Error(`${place} has ${name.length} characters; at most ${mostNameCharacters} are taken`);
  return name;
}
