import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readConfig } from '../config.ts';
import { addressesOf, isLocalUrl, isTryServed } from './addresses.ts';

const config = (flags: Record<string, unknown>) => readConfig({ data: 'nowhere', ...flags }, {});

describe('the addresses', () => {
  it('are this machine’s alone by default', () => {
    const { http, https, publicUrl, apiOrigin } = addressesOf(config({ port: 9000 }));
    assert.deepEqual([http, https], [{ host: '127.0.0.1', port: 9000 }, null]);
    assert.deepEqual([publicUrl, apiOrigin], ['http://localhost:9000', 'http://127.0.0.1:9000']);
  });

  it('keep plain HTTP on loopback where there is HTTPS, whatever the host', () => {
    const { http, https, publicUrl } = addressesOf(config({ port: 9000, https: true, host: '0.0.0.0' }));
    assert.deepEqual([http.host, https], ['127.0.0.1', { host: '0.0.0.0', port: 9001 }]);
    assert.match(publicUrl, /^https:\/\/.+:9001$/);
  });

  it('take the public URL as given', () => {
    assert.equal(
      addressesOf(config({ publicUrl: 'https://kyc.example.com/' })).publicUrl,
      'https://kyc.example.com',
    );
  });
});

describe('a local URL', () => {
  it('has a loopback or private host', () => {
    const local = [
      'localhost',
      'a.localhost',
      '127.0.0.1',
      '10.1.2.3',
      '172.16.0.1',
      '192.168.1.1',
      '192.0.2.2',
      '[::1]',
      '[fd12::1]',
    ];
    for (const host of local) assert.equal(isLocalUrl(`http://${host}:8080`), true, host);
  });

  it('has no name that only looks like one', () => {
    const foreign = [
      '10.example.com',
      '127.0.0.1.example.com',
      '192.168.example.com',
      '8.8.8.8',
      '172.32.0.1',
      '[2606:4700::1]',
      'localhost.example.com',
    ];
    for (const host of foreign) assert.equal(isLocalUrl(`http://${host}:8080`), false, host);
  });
});

describe('/try', () => {
  it('is served by default only where the public URL is local', () => {
    assert.equal(isTryServed(config({})), true);
    assert.equal(isTryServed(config({ publicUrl: 'https://kyc.example.com' })), false);
  });

  it('is served or not as the operator says', () => {
    assert.equal(isTryServed(config({ publicUrl: 'https://kyc.example.com', try: true })), true);
    assert.equal(isTryServed(config({ try: false })), false);
  });
});
