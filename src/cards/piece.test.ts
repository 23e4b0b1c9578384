import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { textLine } from '../../test/support/card-page.ts';
import { boundsOf, joinPieces, pieceOf, wordsOf } from './piece.ts';

describe('a piece of print', () => {
  it('is cut out of its line by characters, blanks trimmed, with its own box', () => {
    const piece = pieceOf(textLine(['AB  CD', 100, 0, 160, 20, 0.8]), 2);
    assert.deepEqual(piece, {
      text: 'CD',
      boxes: [{ left: 140, top: 0, right: 160, bottom: 20 }],
      score: 0.8,
    });
    assert.equal(pieceOf(textLine(['AB  CD', 100, 0, 160, 20]), 2, 4), null);
  });

  it('counts a rare Chinese character as one', () => {
    assert.equal(pieceOf(textLine(['𠮷田X', 0, 0, 30, 10]), 1, 2)?.text, '田');
  });

  it('is joined to others by one space and keeps all their boxes', () => {
    const lines = [textLine(['NO 11', 0, 0, 50, 20, 1]), textLine(['IPOH P', 0, 30, 60, 50, 0.45])];
    const joined = joinPieces(lines.map((line) => pieceOf(line)!));
    assert.equal(joined?.text, 'NO 11 IPOH P');
    assert.equal(joined?.boxes.length, 2);
    assert.ok(Math.abs(joined!.score - 0.7) < 1e-9);
    assert.deepEqual(boundsOf(joined!.boxes), { left: 0, top: 0, right: 60, bottom: 50 });
    assert.equal(joinPieces([]), null);
  });

  it('is one word or many', () => {
    assert.deepEqual(
      wordsOf(textLine(['NO 11 IPOH', 0, 0, 100, 20])).map(({ text }) => text),
      ['NO', '11', 'IPOH'],
    );
  });
});
