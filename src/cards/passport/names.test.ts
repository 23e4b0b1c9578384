import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cardPage, printed } from '../../../test/support/card-page.ts';
import { td3 } from './mrz-format.ts';
import { namePart } from './mrz-names.ts';
import { agreeOnNames } from './names.ts';
import { printedZone } from './printed.ts';

const zone = printedZone(
  cardPage([printed('LEE', 400, 300, 30), printed('CHEE KEONG', 400, 380, 30)]).lines,
  700,
);
const line = (names: string) => `P<MYS${names.padEnd(39, '<')}`;

test('a version that lost the given names is not vouched for by its surname', () => {
  const versions = [line('LEE<<HEE<KEONG'), line('LEE')];
  assert.equal(agreeOnNames(td3, [versions], zone).vouched, 'none');
  const names = agreeOnNames(td3, [versions, [line('LEE<<CHEE<KEONG')]], zone);
  assert.deepEqual(names, { surname: 'LEE', given: 'CHEE KEONG', vouched: 'print' });
});

test('a name part holds the print without its marks', () => {
  assert.equal(namePart({ surname: "O'BRIEN-SMITH", given: 'ANA MARIA' }, 26), 'OBRIEN<SMITH<<ANA<MARIA<<<');
  assert.equal(namePart({ surname: 'SUKARNO', given: '' }, 9), 'SUKARNO<<');
});
