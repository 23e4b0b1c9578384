import assert from 'node:assert/strict';
import { test } from 'node:test';
import { namedScale } from '../verify/similarity.ts';
import { bannerText } from './banner.ts';

const origin = 'http://127.0.0.1:8080';
const addresses = {
  http: { host: '127.0.0.1', port: 8080 },
  https: null,
  publicUrl: origin,
  apiOrigin: origin,
};

test('a shipped scale is called provisional, the own one is not', () => {
  const shipped = namedScale('default');
  const facts = { addresses, tryUrl: null, madeKey: null, credentialsFile: 'credentials.json' };
  assert.match(
    bannerText({ ...facts, scale: shipped }),
    /default\/.*measured on pairs within one country.*provisional/s,
  );
  const own = { ...shipped, id: 'own/2026-11-25/face-embed', isProvisional: false, measuredOn: 'own people' };
  const text = bannerText({ ...facts, scale: own });
  assert.match(text, /own\/2026-11-25\/face-embed, measured on own people/);
  assert.doesNotMatch(text, /provisional/);
});
