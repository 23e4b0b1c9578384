import assert from 'node:assert/strict';
import { it } from 'node:test';
import { addressKey } from './address-key.ts';

it('counts an IPv6 customer by the whole /64 that it holds, and IPv4 by the address', () => {
  assert.equal(addressKey('203.0.113.9'), '203.0.113.9');
  assert.equal(addressKey('::ffff:203.0.113.9'), '203.0.113.9');
  assert.equal(addressKey('2001:db8:1:2:3:4:5:6'), addressKey('2001:db8:1:2:ffff::1'));
  assert.notEqual(addressKey('2001:db8:1:2::1'), addressKey('2001:db8:1:3::1'));
});
