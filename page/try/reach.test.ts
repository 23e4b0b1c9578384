import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { reachOf } from './reach.ts';

describe('the reach of a phone', () => {
  it('ends at loopback addresses and plain HTTP', () => {
    for (const url of ['http://localhost:8080', 'http://127.0.0.1:8080', 'http://[::1]:8080']) {
      assert.equal(reachOf(url).kind, 'unreachable', url);
    }
    assert.equal(reachOf('http://192.168.1.20:8080').kind, 'no-camera');
  });

  it('warns of our own certificate where the address is bare', () => {
    assert.equal(reachOf('https://192.168.1.20:8081').kind, 'reached-with-warning');
    assert.equal(reachOf('https://kyc.example.com').kind, 'reached');
  });
});
