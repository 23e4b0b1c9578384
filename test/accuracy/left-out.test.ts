import assert from 'node:assert/strict';
import { test } from 'node:test';
import { leaveEachOut, leftOutTable } from './left-out.ts';

const shown = (values: Readonly<Record<string, readonly number[]>>) =>
  Object.entries(values).flatMap(([person, own]) => own.map((value) => ({ person, value })));

test('who stands apart from all others is refused by a mark set without them', () => {
  const mark = {
    name: 'least',
    value: 8,
    refuses: 'below' as const,
    shown: shown({ a: [10, 30], b: [40], c: [50] }),
  };
  const rows = leaveEachOut(mark)!;
  // Shipped at 0.8 of the nearest: without a, that is 0.8 of 40.
  assert.deepEqual(
    rows.map(({ person, mark: set, refused }) => [person, set, refused]),
    [
      ['a', 32, 2],
      ['b', 8, 0],
      ['c', 8, 0],
    ],
  );
});

test('a mark from above keeps its distance too', () => {
  const mark = {
    name: 'most',
    value: 4,
    refuses: 'above' as const,
    shown: shown({ a: [2], b: [1], c: [1] }),
  };
  const rows = leaveEachOut(mark)!;
  assert.deepEqual(
    rows.map(({ mark: set, refused }) => [set, refused]),
    [
      [2, 0],
      [4, 0],
      [4, 0],
    ],
  );
});

test('who is refused by the shipped mark sets none, and is tried all the same', () => {
  const mark = {
    name: 'some',
    value: 8,
    refuses: 'below' as const,
    shown: shown({ a: [2, 10], b: [20], c: [20] }),
  };
  assert.deepEqual(
    leaveEachOut(mark)!.map(({ mark: set, refused }) => [set, refused]),
    [
      [16, 2],
      [8, 0],
      [8, 0],
    ],
  );
});

test('one person, and people who all stand at nothing, set no mark, and the table says so', () => {
  const one = { name: 'one', value: 3, refuses: 'below', shown: shown({ a: [4] }) } as const;
  const nothing = { name: 'none', value: 3, refuses: 'above', shown: shown({ a: [0], b: [0] }) } as const;
  assert.deepEqual([leaveEachOut(one), leaveEachOut(nothing)], [null, null]);
  const table = leftOutTable([one, nothing]);
  assert.match(table, /1 person/);
  assert.match(table, /all stand at 0/);
});
