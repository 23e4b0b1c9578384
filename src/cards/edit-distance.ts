/** Where a phrase lies in a longer text, and how many edits (insert, drop, change) it is away there. */
export type Alignment = {
  readonly edits: number;
  /** Characters of the text from `start` up to, not including, `end`. */
  readonly start: number;
  readonly end: number;
};

type Row = { readonly edits: Int32Array; readonly starts: Int32Array };

/** One row of the table: the phrase up to this character against every stretch of the text. */
function nextRow(previous: Row, character: string, text: readonly string[]): Row {
  const edits = new Int32Array(text.length + 1);
  const starts = new Int32Array(text.length + 1);
  edits[0] = previous.edits[0]! + 1;
  starts[0] = previous.starts[0]!;
  for (let column = 1; column <= text.length; column++) {
    const change = previous.edits[column - 1]! + (character === text[column - 1] ? 0 : 1);
    const drop = previous.edits[column]! + 1;
    const insert = edits[column - 1]! + 1;
    edits[column] = Math.min(change, drop, insert);
    if (edits[column] === change) starts[column] = previous.starts[column - 1]!;
    else if (edits[column] === drop) starts[column] = previous.starts[column]!;
    else starts[column] = starts[column - 1]!;
  }
  return { edits, starts };
}

/** Levenshtein's distance between two texts, by code points. */
export function editDistance(first: string, second: string): number {
  const text = [...second];
  const columns = Int32Array.from({ length: text.length + 1 }, (_, column) => column);
  let row: Row = { edits: columns, starts: new Int32Array(text.length + 1) };
  for (const character of first) row = nextRow(row, character, text);
  return row.edits[text.length]!;
}

/**
 * Every end at which the phrase comes within `maxEdits` of a stretch of the text (Sellers' algorithm), in order. Places
 * count code points. Neighbouring ends of one and the same occurrence are all given: the caller takes the best.
 */
export function alignmentsOf(phrase: string, text: string, maxEdits: number): readonly Alignment[] {
  const characters = [...text];
  const free = Int32Array.from({ length: characters.length + 1 }, (_, column) => column);
  let row: Row = { edits: new Int32Array(characters.length + 1), starts: free };
  for (const character of phrase) row = nextRow(row, character, characters);
  const found: Alignment[] = [];
  for (let end = 0; end <= characters.length; end++) {
    if (row.edits[end]! <= maxEdits) found.push({ edits: row.edits[end]!, start: row.starts[end]!, end });
  }
  return found;
}
