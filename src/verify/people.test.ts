import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findPeople, type LabelledPair } from './people.ts';

function pair(first: string, second: string, same: boolean): LabelledPair {
  return { first, second, same };
}

/** 30 people with two photos each: one pair of the same, one of different people for each. */
function set(nameOf: (person: number, photo: number) => string): LabelledPair[] {
  return Array.from({ length: 30 }, (_, person) => [
    pair(nameOf(person, 1), nameOf(person, 2), true),
    pair(nameOf(person, 1), nameOf((person + 1) % 30, 3), false),
  ]).flat();
}

function found(pairs: readonly LabelledPair[]) {
  const outcome = findPeople(pairs);
  assert.ok(outcome.ok, outcome.ok ? '' : outcome.text);
  return outcome.people;
}

test('folders name people where every pair agrees', () => {
  const { how, personOf } = found(set((person, photo) => `person${person}/${photo}.jpg`));
  assert.equal(how, 'folder');
  assert.equal(new Set(personOf.values()).size, 30);
});

test('names with a number at the end name people, so that a third photo is joined that no pair joins', () => {
  const { how, personOf } = found(
    set((person, photo) => `Person_${'abcdef'[person % 6]}${'xyzuv'[person % 5]}_000${photo}.jpg`),
  );
  assert.equal(how, 'file-name');
  assert.equal(personOf.get('Person_ax_0001.jpg'), personOf.get('Person_ax_0003.jpg'));
});

test('one pair that contradicts a naming habit rules it out', () => {
  const pairs = [
    ...set((person, photo) => `person${person}/${photo}.jpg`),
    pair('person1/1.jpg', 'person9/2.jpg', true),
  ];
  assert.equal(found(pairs).how, 'links');
});

test('names that say nothing leave the links: photos joined by several pairs are one person', () => {
  const { how, personOf } = found([
    pair('a', 'b', true),
    pair('c', 'b', true),
    pair('d', 'e', true),
    pair('f', 'a', false),
  ]);
  assert.equal(how, 'links');
  assert.equal(personOf.get('a'), personOf.get('c'));
  assert.notEqual(personOf.get('a'), personOf.get('d'));
  assert.equal(new Set(personOf.values()).size, 3);
});

test('pairs that contradict each other are told, not averaged', () => {
  const outcome = findPeople([pair('a', 'b', true), pair('b', 'c', true), pair('a', 'c', false)]);
  assert.ok(!outcome.ok);
  assert.match(outcome.text, /a and c are said to be different/);
});
