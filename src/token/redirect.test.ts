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
    ];
    for (const url of bad) assert.equal(checkRedirect(url).ok, false, url);
    assert.equal(checkRedirect('https://shop.example/cb').ok, true);
    assert.equal(checkRedirect('http://localhost:3000/cb').ok, true);
  });

  it('never hides user info or control characters', () => {
    const bad = ['https://a@shop.example', 'https://:p@shop.example', 'https://shop.example/\r\nX: y'];
    for (const url of bad) assert.equal(checkRedirect(url).ok, false, url);
  });

  it('keeps query and fragment, as sent, when the token is added', () => {
    const cases = [
      ['https://a.example', 'https://a.example/?token=T'],
      ['https://a.example/cb?x=1&y=%20z', 'https://a.example/cb?x=1&y=%20z&token=T'],
      ['https://a.example/cb?#done', 'https://a.example/cb?token=T#done'],
      ['https://a.example/cb?x#frag?not=query', 'https://a.example/cb?x&token=T#frag?not=query'],
    ];
    for (const [url, expected] of cases) assert.equal(withToken(url as string, 'T'), expected);
  });
});
