import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { after, before, describe, test } from 'node:test';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import fastify, { type FastifyInstance } from 'fastify';
import { registerPageAssets } from './page-assets.ts';

const dist = new URL('../../page/dist/', import.meta.url);
const files = globSync('*/{index.html,assets/*.{js,css,svg,bin}}', { cwd: dist });
/** Where each file of the customer's page is served that browsers keep. */
const built = files.filter((name) => /^verify\/assets\//.test(name)).map((name) => `/${name}`);

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

  test('every asset that was built, the detector’s weights too, is kept for ever under the name of its content', async () => {
    assert.ok(built.length > 50 && built.some((path) => path.endsWith('.bin')), `${built.length} assets`);
    for (const path of built) {
      assert.match(path, /-[\w-]{8}\.(js|css|svg|bin)$/);
      const { statusCode, headers } = await app.inject({ method: 'HEAD', url: path });
      assert.equal(statusCode, 200, path);
      assert.equal(headers['cache-control'], 'public, max-age=31536000, immutable', path);
      assert.match(String(headers['content-type']), /javascript|css|svg|octet-stream/, path);
    }
  });

  test('every asset was compressed when it was built: brotli for who reads it, else gzip, with the same content', async () => {
    const unpack = { br: brotliDecompressSync, gzip: gunzipSync };
    const bytes = { br: 0, gzip: 0 };
    for (const path of built) {
      const plain = await app.inject(path);
      assert.equal(plain.headers['content-encoding'], undefined, path);
      for (const [accepted, coding] of [
        ['gzip, deflate, br, zstd', 'br'],
        ['gzip', 'gzip'],
      ] as const) {
        const packed = await app.inject({ url: path, headers: { 'accept-encoding': accepted } });
        assert.equal(packed.headers['content-encoding'], coding, path);
        assert.equal(packed.headers['content-type'], plain.headers['content-type']);
        assert.ok(unpack[coding](packed.rawPayload).equals(plain.rawPayload), path);
        bytes[coding] += packed.rawPayload.length;
      }
    }
    assert.ok(bytes.br < bytes.gzip, `${bytes.br} bytes by brotli, ${bytes.gzip} by gzip`);
  });

  test('no asset names a host that it could ask for anything', () => {
    // Names of vocabularies, which nobody asks; and the merchant that `/try` makes up.
    const harmless = /^https?:\/\/(www\.w3\.org\/|shop\.example\/)/;
    for (const name of files) {
      const text = readFileSync(new URL(name, dist), 'utf8');
      const hosts = [...text.matchAll(/\b(?:https?|wss?):\/\/[\w.-]+\.[a-z]{2,}\/?/g)].map(([url]) => url);
      assert.deepEqual(
        hosts.filter((url) => !harmless.test(url)),
        [],
        name,
      );
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
