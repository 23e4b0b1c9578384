/**
 * The least number of edits (a character put in, left out or exchanged) between `phrase` and any part of `text`, by
 * Sellers' algorithm: edit distance with a free beginning and end. `phrase.length` where nothing of it is there.
 */
export function fewestEdits(phrase: string, text: string): number {
  const column = Array.from({ length: phrase.length + 1 }, (_, row) => row);
  let fewest = phrase.length;
  for (const character of text) {
    let diagonal = 0;
    for (let row = 1; row <= phrase.length; row++) {
      const above = column[row]!;
      const exchanged = diagonal + (phrase[row - 1] === character ? 0 : 1);
      column[row] = Math.min(exchanged, above + 1, column[row - 1]! + 1);
      diagonal = above;
    }
    fewest = Math.min(fewest, column[phrase.length]!);
  }
  return fewest;
}
