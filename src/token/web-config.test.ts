import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { planOf } from './web-config.ts';

describe("a merchant's wish for a level", () => {
  const mayBeLower = (securityLevel: number, forbidDowngrade: boolean) => {
    const plan = planOf({ checkMode: 3, securityLevel, autoDowngrade: 1 }, forbidDowngrade);
    return plan.ok && plan.value.mayBeLower;
  };

  it('is never lowered where the operator forbids it, whatever AutoDowngrade says', () => {
    for (const level of [1, 2, 3, 4, 5]) assert.equal(mayBeLower(level, true), false);
    assert.equal(mayBeLower(4, false), true);
  });

  it('is planned at every level, forbidden downgrade or not', () => {
    for (const securityLevel of [1, 2, 3, 4, 5]) {
      for (const autoDowngrade of [1, 2]) {
        const plan = planOf({ checkMode: 3, securityLevel, autoDowngrade }, autoDowngrade === 2);
        assert.ok(plan.ok && plan.value.askedSecurityLevel === securityLevel);
      }
    }
  });
});
