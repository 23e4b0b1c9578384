import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { languages } from '../../src/token/languages.ts';
import { agreementLines } from './agreement-lines.ts';
import { agreementVersion } from './agreement-version.ts';
import { sayWith } from './say.ts';

/** A version names one text for ever: who has agreed to it can be shown what it said. */
const known = {
  version: '2026-11-26.3',
  sha256: '057507039914c17db444b9ddb5f06dc6b366f3fb2b132ef0e20addc6bd8cd88b',
};

const wordsOf = (path: string): Record<string, string> =>
  JSON.parse(readFileSync(new URL(`./i18n/${path}.json`, import.meta.url), 'utf8'));

test('the agreement’s version changes with its words, in whichever language and mode', () => {
  const texts = languages.flatMap((language) => {
    const say = sayWith({ ...wordsOf(language), ...wordsOf(`card/${language}`) }, language);
    return ([1, 2, 3, 4] as const).map((checkMode) =>
      agreementLines(say, { checkMode, keptSeconds: 259_200 }),
    );
  });
  const sha256 = createHash('sha256').update(JSON.stringify(texts)).digest('hex');
  assert.deepEqual(
    { version: agreementVersion, sha256 },
    known,
    'new words: a new version, and both go here',
  );
});
