import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { colorAt, hasMissedColor, mayChange, mergePrompts, momentAt } from './timeline.ts';

const actions = [
  { action: 'blink', fromMs: 800, toMs: 2800 },
  { action: 'nod', fromMs: 3200, toMs: 5200 },
] as const;
const colors = [
  { color: '#FFFFFF', fromMs: 300, toMs: 700 },
  { color: '#00A0FF', fromMs: 700, toMs: 1100 },
] as const;

describe('the prompts over time', () => {
  test('each is asked for from its beginning to its end, and never before', () => {
    const asked = [0, 799, 800, 2799, 2800, 3199, 3200, 5200].map((atMs) => momentAt(actions, atMs).action);
    assert.deepEqual(asked, [null, null, 'blink', 'blink', null, null, 'nod', null]);
  });

  test('those that are over are counted', () => {
    assert.deepEqual(
      [0, 2800, 5200].map((atMs) => momentAt(actions, atMs).passed),
      [0, 1, 2],
    );
  });

  test('a recording by light alone asks for nothing', () => {
    assert.deepEqual(momentAt([], 1000), { action: null, passed: 0, known: 0 });
  });
});

describe('the light over time', () => {
  const at = (level: 4 | 5, atMs: number) => colorAt(level, colors, atMs)?.color ?? null;

  test('shows each colour exactly in its span, and none that was not asked for', () => {
    assert.deepEqual(
      [0, 299, 300, 699, 700, 1099, 1100, 5000].map((atMs) => at(4, atMs)),
      [null, null, '#FFFFFF', '#FFFFFF', '#00A0FF', '#00A0FF', null, null],
    );
  });

  test('keeps the last colour for a little while the next one is late, instead of a flash of black', () => {
    assert.deepEqual(
      [1099, 1100, 1349, 1350].map((atMs) => at(5, atMs)),
      ['#00A0FF', '#00A0FF', '#00A0FF', null],
    );
  });

  test('never changes more than three times in a second, however late its colours come', () => {
    assert.equal(mayChange([], 5), true);
    assert.equal(mayChange([1000, 1350], 1700), true);
    assert.equal(mayChange([1000, 1600, 1700], 1999), false);
    assert.equal(mayChange([1000, 1600, 1700], 2000), true);
    assert.equal(mayChange([0, 350, 700, 1050], 1349), false);
  });
});

describe('a colour that never came to the screen', () => {
  const [marker, blue] = colors;

  test('is missed once its time is over, and not before', () => {
    assert.equal(hasMissedColor(colors, [marker.fromMs], 1099), false);
    assert.equal(hasMissedColor(colors, [marker.fromMs], 1100), true);
  });

  test('is missed too where the next one was shown, or where it was released too late', () => {
    assert.equal(hasMissedColor(colors, [blue.fromMs], 800), true);
    assert.equal(hasMissedColor([marker, blue], [marker.fromMs], 1500), true);
  });

  test('is none where each was shown, or none was asked for', () => {
    assert.equal(hasMissedColor(colors, [marker.fromMs, blue.fromMs], 5000), false);
    assert.equal(hasMissedColor([], [], 5000), false);
  });
});

describe('prompts that are released one by one', () => {
  const [marker, blue] = colors;
  const early = { actions: [], colors: [marker], markerMs: 300 };
  const late = { actions: [actions[0]], colors: [marker, blue], markerMs: 300 };

  test('an answer that was overtaken by a later one takes nothing away', () => {
    assert.deepEqual(mergePrompts(late, early), late);
    assert.deepEqual(mergePrompts(early, late), late);
  });

  test('the marker is known from the first answer that names it', () => {
    assert.equal(mergePrompts({ actions: [], colors: [], markerMs: null }, early).markerMs, 300);
  });
});
