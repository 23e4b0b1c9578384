import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { collect } from './collect.ts';

const piece = { text: 'BUDl', boxes: [{ left: 0, top: 0, right: 40, bottom: 20 }], score: 0.9 };

describe('collecting a reading', () => {
  it('keeps value, score and place of what was printed', () => {
    const card = collect(['name', 'sex']);
    card.print('name', piece, 'BUDI');
    card.print('sex', null);
    const reading = card.finish(true);
    assert.deepEqual(reading.fields, { name: 'BUDI', sex: null });
    assert.deepEqual(reading.confidence, { name: 0.9 });
    assert.deepEqual(reading.zones, { name: piece.boxes });
    assert.equal(reading.numberHolds, true);
  });
  it('gives no place to what was derived, even over a printed value', () => {
    const card = collect(['name']);
    card.print('name', piece);
    card.derive('name', 'BUDI', 0.7);
    assert.deepEqual(card.finish(true).zones, {});
    assert.equal(card.valueOf('name'), 'BUDI');
  });
  it('tells what is missing, without telling any value', () => {
    const card = collect(['name', 'sex']);
    card.print('name', piece);
    card.because('unsure', 'name', 'The name is blurred.');
    assert.deepEqual(
      card.finish(false, ['name', 'sex']).reasons.map(({ kind, field }) => [kind, field]),
      [
        ['unsure', 'name'],
        ['missing', 'sex'],
      ],
    );
  });
});
