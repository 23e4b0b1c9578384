import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readAdded } from './added.ts';

const head = 'file,species,level,challenge,person\n';

describe('an operator’s recordings.csv', () => {
  it('names recordings, bona fide and attacks', () => {
    assert.deepEqual(readAdded(`${head}a.webm,bona-fide,4,a.json,anna\nb.mp4,loop,1,,bert\n`), [
      { file: 'a.webm', species: 'bona fide', level: 4, challenge: 'a.json', person: 'anna' },
      { file: 'b.mp4', species: 'loop', level: 1, challenge: '', person: 'bert' },
    ]);
  });

  it('is refused where a species is misspelt, so that nothing is counted nowhere', () => {
    assert.throws(() => readAdded(`${head}a.webm,lop,1,,anna\n`), /recording 1: there is no species "lop"/);
  });

  it('is refused where a level has no challenge, or a recording no person', () => {
    assert.throws(() => readAdded(`${head}a.webm,loop,3,,anna\n`), /needs a challenge file/);
    assert.throws(() => readAdded(`${head}a.webm,loop,1,,\n`), /"person" must be given/);
    assert.throws(() => readAdded(`${head}a.webm,loop,6,x.json,anna\n`), /must be 1 to 5/);
  });
});
