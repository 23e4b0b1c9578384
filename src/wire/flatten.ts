import { fail, type Outcome, succeed } from '../errors.ts';
import type { RawParameters } from './call.ts';
import type { Pairs } from './v1.ts';

/** Deeper or wider than any action has parameters for. */
const depthLimit = 6;
const pairLimit = 2_000;

/** A name that reaches into an object's machinery is no parameter of anybody's. */
const forbidden = new Set(['__proto__', 'constructor', 'prototype']);

type Node = Map<string, Node | string>;

function place(root: Node, name: string, value: string): Outcome<null> {
  const steps = name.split('.');
  const isUsable = steps.length <= depthLimit && steps.every((step) => step !== '' && !forbidden.has(step));
  if (!isUsable) return fail('UnknownParameter', name);
  let node = root;
  for (const step of steps.slice(0, -1)) {
    const next = node.get(step) ?? new Map();
    if (typeof next === 'string')
      return fail('InvalidParameter', `Parameter \`${name}\` is both a value and a group.`);
    node.set(step, next);
    node = next;
  }
  const last = steps.at(-1) as string;
  if (node.has(last)) return fail('InvalidParameter', `Parameter \`${name}\` is given more than once.`);
  node.set(last, value);
  return succeed(null);
}

/** Groups whose names are 0, 1, 2… are lists. */
function toValue(node: Node | string): unknown {
  if (typeof node === 'string') return node;
  const names = [...node.keys()];
  if (names.length > 0 && names.every((name) => /^\d{1,4}$/.test(name))) {
    return names
      .sort((a, b) => Number(a) - Number(b))
      .map((name) => toValue(node.get(name) as Node | string));
  }
  return Object.fromEntries(names.map((name) => [name, toValue(node.get(name) as Node | string)]));
}

/**
 * Turns the flat names of forms and queries into nested values: `Config.AutoSkip=true` is an object's member,
 * `List.0=a` a list's (wire specification §1.2.4). Values stay texts; their types are declared elsewhere.
 */
export function unflatten(pairs: Pairs): Outcome<RawParameters> {
  if (pairs.length > pairLimit) return fail('InvalidParameter', `More than ${pairLimit} parameters.`);
  const root: Node = new Map();
  for (const [name, value] of pairs) {
    const placed = place(root, name, value);
    if (!placed.ok) return placed;
  }
  return succeed(Object.fromEntries([...root].map(([name, node]) => [name, toValue(node)])));
}
