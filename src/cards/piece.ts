import type { Box } from '../vision/geometry.ts';
import type { TextLine } from '../vision/ocr/text-line.ts';

/** A stretch of print that belongs together: part of a line, a line, or several. */
export type Piece = {
  readonly text: string;
  /** Where it stands; one box for each line that it was taken from. */
  readonly boxes: readonly Box[];
  /** Mean score of its lines, by their share of the characters, 0 to 1. */
  readonly score: number;
};

function spacing(line: TextLine): number {
  return (line.box.right - line.box.left) / Math.max(1, line.characterX.length);
}

/** Characters `start` up to `end` (code points) of a line, trimmed; null if only blanks are left. */
export function pieceOf(line: TextLine, start = 0, end = Infinity): Piece | null {
  const characters = [...line.text];
  let first = Math.max(0, start);
  let last = Math.min(characters.length, end) - 1;
  while (first <= last && characters[first] === ' ') first++;
  while (last >= first && characters[last] === ' ') last--;
  if (first > last) return null;
  const half = spacing(line) / 2;
  const { box, characterX } = line;
  const left = first === 0 ? box.left : Math.max(box.left, (characterX[first] ?? box.left) - half);
  const isLast = last === characters.length - 1;
  const right = isLast ? box.right : Math.min(box.right, (characterX[last] ?? box.right) + half);
  const text = characters.slice(first, last + 1).join('');
  return { text, boxes: [{ ...box, left, right }], score: line.score };
}

/** Pieces one after the other, with one space between: the lines of an address or a name. Null if there are none. */
export function joinPieces(pieces: readonly Piece[]): Piece | null {
  if (pieces.length === 0) return null;
  let characters = 0;
  let total = 0;
  for (const piece of pieces) {
    characters += piece.text.length;
    total += piece.text.length * piece.score;
  }
  return {
    text: pieces.map((piece) => piece.text).join(' '),
    boxes: pieces.flatMap((piece) => piece.boxes),
    score: total / characters,
  };
}

/** The smallest box around some boxes. */
export function boundsOf(boxes: readonly Box[]): Box {
  return {
    left: Math.min(...boxes.map((box) => box.left)),
    top: Math.min(...boxes.map((box) => box.top)),
    right: Math.max(...boxes.map((box) => box.right)),
    bottom: Math.max(...boxes.map((box) => box.bottom)),
  };
}

/**
 * The words of a line, left to right. A gap of more than 2.5 times the usual step between characters parts words even
 * where no space was read: values of neighbouring columns come as one line at times.
 */
export function wordsOf(line: TextLine): readonly Piece[] {
  const characters = [...line.text];
  const steps = line.characterX.slice(1).map((x, index) => x - line.characterX[index]!);
  const usual = steps.toSorted((a, b) => a - b)[steps.length >> 1] ?? Infinity;
  const words: Piece[] = [];
  let start = 0;
  for (let index = 1; index <= characters.length; index++) {
    const isWide = index < characters.length && steps[index - 1]! > 2.5 * usual;
    if (index < characters.length && characters[index] !== ' ' && !isWide) continue;
    const word = pieceOf(line, start, index);
    if (word) words.push(word);
    start = index;
  }
  return words;
}
