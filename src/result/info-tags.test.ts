import assert from 'node:assert/strict';
import { test } from 'node:test';
import { infoTagsOf } from './info-tags.ts';

const judged = (...ids: readonly string[]) =>
  JSON.stringify({
    reasons: ids.map((id) => ({ id, text: '', score: null, threshold: null, refuses: true })),
  });

test('each reason earns the tag that the web flow has for it', () => {
  const expected: readonly (readonly [string, readonly string[]])[] = [
    ['actions.blink-unseen', ['02']],
    ['actions.nod-mistaken', ['02']],
    ['life.still', ['03']],
    ['passive.not-real', ['03']],
    ['screen.pattern', ['03']],
    ['actions.flat-turn', ['03']],
    ['injection.looped', ['04']],
    ['actions.other-challenge', ['05']],
    ['light.other-colors', ['05']],
    ['timing.late', ['05']],
    ['replay.seen-before', ['05']],
    ['light.flat', ['07']],
    ['light.faint', ['07']],
    ['light.spot', ['07']],
    ['light.patchy', ['07']],
    ['light.unmeasured', ['07']],
    ['persons.changed', ['08']],
    ['light.dark', ['09']],
    ['light.burnt-out', ['09']],
    ['face.small', ['10']],
    ['face.eyes-covered', ['14']],
    ['face.mouth-covered', ['14']],
    ['persons.several', []],
    ['duration.short', []],
    ['similarity.low', []],
  ];
  for (const [id, tags] of expected) assert.deepEqual(infoTagsOf(judged(id)), tags, id);
});

test('several reasons give each tag once, in order', () => {
  const judgement = judged('light.flat', 'actions.blink-unseen', 'actions.mouth-unseen', 'life.still');
  assert.deepEqual(infoTagsOf(judgement), ['02', '03', '07']);
});

test('what was only noted earns no tag', () => {
  const note = { id: 'injection.virtual-camera', text: '', score: null, threshold: null, refuses: false };
  assert.deepEqual(infoTagsOf(JSON.stringify({ reasons: [note] })), []);
});

test('an attempt without a judgement has no tags', () => {
  assert.deepEqual([infoTagsOf(null), infoTagsOf('{}')], [[], []]);
});
