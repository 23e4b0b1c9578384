import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { checkRedirect, withToken } from './redirect.ts';

describe('where customers may be sent', () => {
  it('is http or https and nothing else', () => {
    const bad = [
      '',
      'shop.example/cb',
      '//shop.example',
      'javascript:alert(1)',
      'data:text/html,x',
      'ftp://a.example',
      ' https://a.example',
      'https:\\\\a.example',
      'https://[::1',
      'http://',
    ];
    for (const url of bad) assert.equal(checkRedirect(url).ok, false, url);
    assert.equal(checkRedirect('https://shop.example/cb').ok, true);
    assert.equal(checkRedirect('http://localhost:3000/cb').ok, true);
  });

  it('never hides user info or control characters', () => {
    const bad = ['https://a@shop.example', 'https://:p@shop.example', 'https://shop.example/\r\nX: y'];
    for (const url of bad) assert.equal(checkRedirect(url).ok, false, url);
  });

  it('is only where the rule allows, and the reason names the host', () => {
    const hosts = ['shop.example', '*.shop.example'];
    assert.equal(checkRedirect('https://shop.example/cb', hosts).ok, true);
    assert.equal(checkRedirect('https://www.shop.example/cb', hosts).ok, true);
    assert.deepEqual(checkRedirect('https://evil.example:8443/cb', hosts), {
      ok: false,
      problem: 'the rule does not allow its host evil.example:8443',
    });
  });

  it('keeps query and fragment, as sent, when the token is added', () => {
    const cases = [
      ['https://a.example', 'https://a.example/?token=T'],
      ['https://a.example/cb?x=1&y=%20z', 'https://a.example/cb?x=1&y=%20z&token=T'],
      ['https://a.example/cb?#done', 'https://a.example/cb?token=T#done'],
      ['https://a.example/cb?x#frag?not=query', 'https://a.example/cb?x&token=T#frag?not=query'],
      ['https://a.example/cb?', 'https://a.example/cb?token=T'],
      ['https://a.example/cb?token=mine', 'https://a.example/cb?token=mine&token=T'],
      ['https://a.example/#/done?x=1', 'https://a.example/?token=T#/done?x=1'],
      ['https://a.example/?q#/done?token=x', 'https://a.example/?q&token=T#/done?token=x'],
      ['https://a.example:8443/cb', 'https://a.example:8443/cb?token=T'],
      ['http://localhost:3000/cb?a=b&', 'http://localhost:3000/cb?a=b&&token=T'],
      ['HTTPS:///A.Example', 'https://a.example/?token=T'],
      ['https://a.example/cb?a=1?b=2&c=/?', 'https://a.example/cb?a=1?b=2&c=/?&token=T'],
      ['https://a.example/cb#?a=1#b', 'https://a.example/cb?token=T#?a=1#b'],
      ['https://a.example/a b?c d=%zz&&', 'https://a.example/a%20b?c%20d=%zz&&&token=T'],
      ['https://a.example/cb;v=1?list[]=1&list[]=2', 'https://a.example/cb;v=1?list[]=1&list[]=2&token=T'],
      ['http://[::1]:3000', 'http://[::1]:3000/?token=T'],
      [
        "https://bücher.example/größe?q=é'+%2B#ü",
        'https://xn--bcher-kva.example/gr%C3%B6%C3%9Fe?q=%C3%A9%27+%2B&token=T#%C3%BC',
      ],
    ];
    for (const [url, expected] of cases) assert.equal(withToken(url as string, 'T'), expected);
  });
});
