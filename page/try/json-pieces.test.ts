import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { jsonPieces } from './json-pieces.ts';

describe('JSON for people', () => {
  const value = {
    ErrorCode: 0,
    Extra: null,
    Note: 'a "quoted": 1, true',
    List: [{ Similarity: -8.25 }],
    ok: true,
  };

  it('is the JSON itself when its pieces are joined', () => {
    const text = jsonPieces(value)
      .map((piece) => piece.text)
      .join('');
    assert.equal(text, JSON.stringify(value, null, 2));
  });

  it('tells names, texts, numbers and words apart, whatever a text holds', () => {
    const of = (kind: string) =>
      jsonPieces(value)
        .filter((piece) => piece.kind === kind)
        .map((piece) => piece.text);
    assert.deepEqual(of('name'), ['"ErrorCode"', '"Extra"', '"Note"', '"List"', '"Similarity"', '"ok"']);
    assert.deepEqual(of('text'), ['"a \\"quoted\\": 1, true"']);
    assert.deepEqual(of('figure'), ['0', '-8.25']);
    assert.deepEqual(of('word'), ['null', 'true']);
  });
});
