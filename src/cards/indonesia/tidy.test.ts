import assert from 'node:assert/strict';
import { test } from 'node:test';
import { asAddress } from './tidy.ts';

test('a long word of an address has letters alone, numbers of houses and blocks their digits', () => {
  assert.equal(
    asAddress('JL. DIPONEG0R0 NO. 113 BLOK B6 PERUMNAS'),
    'JL. DIPONEGORO NO. 113 BLOK B6 PERUMNAS',
  );
  assert.equal(asAddress('GG. 1000 NO. 20A'), 'GG. 1000 NO. 20A');
});
