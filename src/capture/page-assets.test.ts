import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { gunzipSync } from 'node:zlib';
import fastify, { type FastifyInstance } from 'fastify';
import { registerPageAssets } from './page-assets.ts';

describe('the customer’s page as it is served', () => {
  let app: FastifyInstance;
  let html = '';
  let assets: readonly string[] = [];

  before(async () => {
    app = fastify();
    registerPageAssets(app, 'verify');
    html = (await app.inject('/verify?token=any')).body;
    assets = [...html.matchAll(/(?:src|href)="(\/verify\/assets\/[^"]+)"/g)].map(
      ([, path]) => path as string,
    );
  });
  after(() => app.close());

  test('it holds nothing that the policy forbids: no inline code, no inline style, no foreign host', () => {
    assert.doesNotMatch(html, /<script(?![^>]*\ssrc=")[^>]*>/);
    assert.doesNotMatch(html, /<style|\sstyle=|\son[a-z]+="|javascript:/);
    assert.doesNotMatch(html, /(?:src|href)="(?:https?:)?\/\//);
    assert.ok(assets.length >= 3, `${assets.length} assets`);
  });

  test('its assets are there, kept for ever, and typed', async () => {
    for (const path of assets) {
      const answer = await app.inject(path);
      assert.equal(answer.statusCode, 200, path);
      assert.match(String(answer.headers['cache-control']), /immutable/);
      assert.match(String(answer.headers['content-type']), /javascript|css|svg/);
    }
  });

  test('a browser that reads gzip is sent gzip, with the same content', async () => {
    for (const path of assets) {
      const plain = await app.inject(path);
      const packed = await app.inject({ url: path, headers: { 'accept-encoding': 'gzip' } });
      assert.equal(packed.headers['content-encoding'], 'gzip', path);
      assert.equal(packed.headers['content-type'], plain.headers['content-type']);
      assert.ok(gunzipSync(packed.rawPayload).equals(plain.rawPayload), path);
    }
  });

  test('before the camera a slow line carries at most 40 KB of code and 10 KB of style', async () => {
    const sizes = { js: 0, css: 0 };
    for (const path of assets) {
      const kind = path.endsWith('.js') ? 'js' : path.endsWith('.css') ? 'css' : null;
      const packed = await app.inject({ url: path, headers: { 'accept-encoding': 'gzip' } });
      if (kind) sizes[kind] += packed.rawPayload.length;
    }
    assert.ok(sizes.js > 0 && sizes.js <= 40_960, `${sizes.js} bytes of code`);
    assert.ok(sizes.css > 0 && sizes.css <= 10_240, `${sizes.css} bytes of style`);
  });

  test('the page itself may be shown in no frame and kept in no cache', async () => {
    const { headers } = await app.inject('/verify?token=any');
    assert.match(String(headers['content-security-policy']), /frame-ancestors 'none'/);
    assert.equal(headers['cache-control'], 'no-store');
  });
});
