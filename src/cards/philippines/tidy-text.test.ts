import assert from 'node:assert/strict';
import { test } from 'node:test';
import { tidyText, withPlainNoughts } from './tidy-text.ts';

test('points and commas stand at the word before them', () => {
  assert.equal(tidyText('45 RIZAL AVE . ,ANGELES CITY'), '45 RIZAL AVE., ANGELES CITY');
});

test('a nought at the end of a short word is an O', () => {
  assert.equal(
    withPlainNoughts('BRGY. ST0. NIÑO, CAGAYAN DE OR0 CITY'),
    'BRGY. STO. NIÑO, CAGAYAN DE ORO CITY',
  );
  assert.equal(withPlainNoughts('BLDG. A0, UNIT B10'), 'BLDG. A0, UNIT B10');
});

test('a nought within a word is an O, one within a number stays', () => {
  assert.equal(
    withPlainNoughts('T0WER 2, QUIRIN0 HIGHWAY, 0RDOÑEZ ST., NO. 2O1'),
    'TOWER 2, QUIRINO HIGHWAY, ORDOÑEZ ST., NO. 201',
  );
  assert.equal(withPlainNoughts('BRGY10 UNIT B0 LOT 20'), 'BRGY10 UNIT B0 LOT 20');
});
