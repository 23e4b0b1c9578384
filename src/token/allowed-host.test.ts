import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { hostPatternOf, isHostAllowed } from './allowed-host.ts';

describe('hosts that a rule allows', () => {
  const allows = (pattern: string, url: string) => isHostAllowed(url, [hostPatternOf(pattern) as string]);

  it('are the very host, whatever its case, and no other that looks like it', () => {
    assert.ok(allows('Shop.Example', 'https://shop.example/back?x=1#y'));
    for (const url of [
      'https://shop.example.evil.test/',
      'https://evilshop.example/',
      'https://www.shop.example/',
      'https://evil.test/?shop.example',
      'https://evil.test/#shop.example',
    ]) {
      assert.equal(allows('shop.example', url), false, url);
    }
  });

  it('with a star are all below it, not itself and not its neighbours', () => {
    assert.ok(allows('*.shop.example', 'https://www.shop.example/'));
    assert.ok(allows('*.shop.example', 'https://a.b.shop.example/'));
    for (const url of ['https://shop.example/', 'https://evilshop.example/', 'https://shop.example.evil/']) {
      assert.equal(allows('*.shop.example', url), false, url);
    }
  });

  it('have the usual port of the scheme, unless they name one', () => {
    assert.ok(allows('shop.example', 'http://shop.example:80/'));
    assert.equal(allows('shop.example', 'https://shop.example:8443/'), false);
    assert.ok(allows('shop.example:8443', 'https://shop.example:8443/'));
    assert.equal(allows('shop.example:8443', 'https://shop.example/'), false);
    assert.ok(allows('shop.example:443', 'https://shop.example/'));
    assert.equal(allows('shop.example:443', 'http://shop.example/'), false);
    assert.ok(allows('[::1]:3000', 'http://[::1]:3000/back'));
    assert.ok(allows('127.0.0.1:3000', 'http://127.0.0.1:3000/back'));
  });

  it('beyond ASCII are what browsers make of them', () => {
    assert.ok(allows('bücher.example', 'https://xn--bcher-kva.example/'));
    assert.ok(isHostAllowed(new URL('https://BÜCHER.example/').href, ['xn--bcher-kva.example']));
  });

  it('are refused where they are no host at all', () => {
    for (const text of [
      '',
      '*',
      '*.',
      '*.com',
      '*.127.0.0.1',
      'https://shop.example',
      'shop.example/back',
      'a b',
      'shop.*.example',
      'user@shop.example',
      'shop.example:0',
      'shop.example:99999',
      'shop.example:x',
    ]) {
      assert.equal(hostPatternOf(text), null, text);
    }
  });
});
