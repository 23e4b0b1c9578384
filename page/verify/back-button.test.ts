import assert from 'node:assert/strict';
import { test } from 'node:test';
import { meaningOfBack } from './back-button.ts';
import { flow, type Step } from './flow.ts';

test('Back takes nobody out of the check who has begun it, at whatever step', () => {
  const outside: readonly Step[] = [
    'end',
    'redirect',
    'other-tab',
    'other-browser',
    'following',
    'lost',
    'take-over',
  ];
  const steps = Object.keys(flow) as Step[];
  const left = steps.filter((step) => meaningOfBack(step) === 'leave');
  assert.deepEqual(left.sort(), [...outside].sort());
});

test('Back goes back where there is somewhere to go back to', () => {
  assert.deepEqual(
    ['handover', 'exit'].map((step) => meaningOfBack(step as Step)),
    ['back', 'back'],
  );
});
