import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cardPage, printed } from '../../../test/support/card-page.ts';
import { withEnye } from './enye.ts';

/** What becomes of a text when a Spanish reading of it says `again`; and how often it was looked at. */
async function look(text: string, again: string, onlyKnownWords = false) {
  let looks = 0;
  const page = cardPage([], {
    again: () => {
      looks += 1;
      return [printed(again, 0, 0)];
    },
  });
  const box = { left: 0, top: 0, right: 400, bottom: 30 };
  const piece = await withEnye(page, { text, boxes: [box], score: 0.9 }, onlyKnownWords);
  return { text: piece.text, looks };
}

test('an N becomes Ñ where both readings agree on the rest of the word', async () => {
  assert.equal((await look('DELA PENA, IBA', 'DELA PEÑA, IBA')).text, 'DELA PEÑA, IBA');
  assert.equal((await look('MUNOZ,ANA', 'MUÑOZ, ANA')).text, 'MUÑOZ,ANA');
});

test('a name is not given a tilde because others of its kind have one', async () => {
  assert.equal((await look('PENA', 'PENA')).text, 'PENA');
  assert.equal((await look('PENA', '')).text, 'PENA');
});

test('a reading that spells the rest otherwise is not believed, but by one letter of a known name', async () => {
  assert.equal((await look('MARIANO', 'MARIAÑD')).text, 'MARIANO');
  assert.equal((await look('CASTANEDA', 'CASTAÑEDR')).text, 'CASTAÑEDA');
  assert.equal((await look('CASTANEDA', 'CASFAÑEDR')).text, 'CASTANEDA');
});

test('names where no Ñ can stand are not looked at again', async () => {
  assert.equal((await look('SANTOS FERNANDEZ', '')).looks, 0);
  assert.equal((await look('12 LUNA ST, MANILA', '', true)).looks, 0);
  assert.deepEqual(await look('12 LUNA ST, PARANAQUE', '12 LUNA ST, PARAÑAQUE', true), {
    text: '12 LUNA ST, PARAÑAQUE',
    looks: 1,
  });
});
