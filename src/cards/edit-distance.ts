/** Where a phrase lies in a longer text, and how many edits (insert, drop, change) it is away there. */
export type Alignment = {
  readonly edits: number;
  /** Characters of the text from `start` up to, not including, `end`. */
  readonly start: number;
  readonly end: number;
};

type Row = { edits: Int32Array; starts: Int32Array };

/** One row of the table, written into `row`: the phrase up to this character against every stretch of the text. */
function fillRow(row: Row, previous: Row, character: string, text: readonly string[]): void {
  const { edits, starts } = row;
  edits[0] = previous.edits[0]! + 1;
  starts[0] = previous.starts[0]!;
  for (let column = 1; column <= text.length; column++) {
    const change = previous.edits[column - 1]! + (character === text[column - 1] ? 0 : 1);
    const drop = previous.edits[column]! + 1;
    const insert = edits[column - 1]! + 1;
    const least = Math.min(change, drop, insert);
    edits[column] = least;
    if (least === change) starts[column] = previous.starts[column - 1]!;
    else if (least === drop) starts[column] = previous.starts[column]!;
    else starts[column] = starts[column - 1]!;
  }
}

/** The last row of the table, from a first row of these edits. */
function lastRow(phrase: string, text: readonly string[], firstEdits: Int32Array): Row {
  const columns = Int32Array.from({ length: text.length + 1 }, (_, column) => column);
  let row: Row = { edits: firstEdits, starts: columns };
  let spare: Row = { edits: new Int32Array(text.length + 1), starts: new Int32Array(text.length + 1) };
  for (const character of phrase) {
    fillRow(spare, row, character, text);
    [row, spare] = [spare, row];
  }
  return row;
}

/** Levenshtein's distance between two texts, by code points. */
export function editDistance(first: string, second: string): number {
  const text = [...second];
  const columns = Int32Array.from({ length: text.length + 1 }, (_, column) => column);
  return lastRow(first, text, columns).edits[text.length]!;
}

/** Whether more characters of the phrase occur nowhere in the text than edits are allowed: most pairs end here. */
function lacksTooMany(phrase: string, text: string, maxEdits: number): boolean {
  let lacking = 0;
  for (const character of phrase) {
    if (!text.includes(character) && ++lacking > maxEdits) return true;
  }
  return false;
}

/**
 * Every end at which the phrase comes within `maxEdits` of a stretch of the text (Sellers' algorithm), in order. Places
 * count code points. Neighbouring ends of one and the same occurrence are all given: the caller takes the best.
 */
export function alignmentsOf(phrase: string, text: string, maxEdits: number): readonly Alignment[] {
  if (lacksTooMany(phrase, text, maxEdits)) return [];
  const characters = [...text];
  const row = lastRow(phrase, characters, new Int32Array(characters.length + 1));
  const found: Alignment[] = [];
  for (let end = 0; end <= characters.length; end++) {
    if (row.edits[end]! <= maxEdits) found.push({ edits: row.edits[end]!, start: row.starts[end]!, end });
  }
  return found;
}
