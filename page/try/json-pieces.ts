/** A piece of printed JSON and what it is. */
export type Piece = { readonly kind: 'name' | 'text' | 'figure' | 'word' | 'plain'; readonly text: string };

const tokens = /("(?:[^"\\]|\\.)*")(\s*:)?|(-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)|\b(true|false|null)\b/g;

/** Prints a value in two-space JSON, cut into pieces that can be coloured; joined they are the JSON again. */
export function jsonPieces(value: unknown): readonly Piece[] {
  const text = JSON.stringify(value, null, 2);
  const pieces: Piece[] = [];
  let end = 0;
  for (const match of text.matchAll(tokens)) {
    if (match.index > end) pieces.push({ kind: 'plain', text: text.slice(end, match.index) });
    const [whole, quoted, colon, number] = match;
    if (quoted !== undefined && colon !== undefined) {
      pieces.push({ kind: 'name', text: quoted }, { kind: 'plain', text: colon });
    } else {
      const kind = quoted !== undefined ? 'text' : number !== undefined ? 'figure' : 'word';
      pieces.push({ kind, text: whole });
    }
    end = match.index + whole.length;
  }
  if (end < text.length) pieces.push({ kind: 'plain', text: text.slice(end) });
  return pieces;
}
