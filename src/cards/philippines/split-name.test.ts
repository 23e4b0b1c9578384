import assert from 'node:assert/strict';
import { test } from 'node:test';
import { splitName } from './split-name.ts';

const cases: readonly [string, string | null, string | null, string | null][] = [
  ['DAGOT, BENZON MAGURA', 'DAGOT', 'BENZON', 'MAGURA'],
  ['DELA CRUZ, JUAN PEDRO SAN JOSE', 'DELA CRUZ', 'JUAN PEDRO', 'SAN JOSE'],
  ['REYES, MARIA CLARA DE LOS SANTOS', 'REYES', 'MARIA CLARA', 'DE LOS SANTOS'],
  ['LIM, JOSE STA. MARIA', 'LIM', 'JOSE', 'STA. MARIA'],
  ['PERLO, JUVEN', 'PERLO', 'JUVEN', null],
  ['CRUZ, JUAN JR. SANTOS', 'CRUZ', 'JUAN JR.', 'SANTOS'],
  ['CRUZ JR, JUAN SANTOS', 'CRUZ JR', 'JUAN', 'SANTOS'],
  ['CRUZ, JUAN SANTOS III', 'CRUZ', 'JUAN III', 'SANTOS'],
  ['CRUZ, JUAN, SANTOS', 'CRUZ', 'JUAN', 'SANTOS'],
  ['CRUZ, DELA ROSA', 'CRUZ', 'DELA', 'ROSA'],
  ['CHER', 'CHER', null, null],
];

for (const [text, last, first, middle] of cases) {
  test(`${text} comes apart as the register means it`, () => {
    assert.deepEqual(splitName(text), { last, first, middle });
  });
}
