import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import type { PageView } from '../../src/capture/page-shapes.ts';
import type { StartRequest } from '../../src/try/try-shapes.ts';
import { emptyPhoto, portraitPhoto } from '../support/face-photos.ts';
import { type SdkError, sdkClient } from '../support/sdk.ts';
import { type ServerProgram, startServerProgram } from '../support/server-program.ts';

type Envelope = {
  readonly Response: Readonly<Record<string, unknown>> & {
    readonly Error?: { readonly Code: string; readonly Message: string };
  };
};
type Started = {
  readonly token: string;
  readonly setCookie: string;
  readonly cookie: string;
  readonly envelope: Envelope;
};

const runsPerHour = 15;

describe('what stands behind /try', () => {
  let server: ServerProgram;
  let origin: string;
  let portrait: string;
  before(async () => {
    server = await startServerProgram(['--try-runs-per-hour', String(runsPerHour), '--judge-workers', '1']);
    origin = `http://127.0.0.1:${server.port}`;
    portrait = Buffer.from(await portraitPhoto('anna')).toString('base64');
  });
  after(() => server?.stop());

  async function start(
    request: Partial<StartRequest>,
    headers: Record<string, string> = {},
  ): Promise<Started> {
    // The account of /try may do five a second, all visitors together.
    await sleep(210);
    const response = await fetch(`${origin}/try/api/start`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify({
        ...{ photoBase64: null, checkMode: 3, cardType: null, securityLevel: 1, where: 'here' },
        ...request,
      }),
    });
    const envelope = (await response.json()) as Envelope;
    const setCookie = response.headers.get('set-cookie') ?? '';
    return {
      token: String(envelope.Response.BizToken),
      setCookie,
      cookie: setCookie.split(';')[0] ?? '',
      envelope,
    };
  }

  async function result(token: string, cookie: string): Promise<Envelope> {
    const response = await fetch(`${origin}/try/api/result`, { headers: { 'x-biz-token': token, cookie } });
    return (await response.json()) as Envelope;
  }

  const picture = (token: string, cookie: string) =>
    fetch(`${origin}/try/api/card/cut`, { headers: { 'x-biz-token': token, cookie } });

  it('answers as Apply does, and then as Get does, to the browser that asked', async () => {
    const { token, cookie, setCookie, envelope } = await start({ photoBase64: portrait, checkMode: 2 });
    assert.deepEqual(Object.keys(envelope.Response).sort(), [
      'BizToken',
      'RequestId',
      'VerificationURL',
      'VerificationUrl',
    ]);
    assert.match(setCookie, /Path=\/try; HttpOnly/);
    assert.match(setCookie, /SameSite=Strict/);
    const { Response } = await result(token, cookie);
    assert.deepEqual([Response.ErrorCode, Response.VerificationDetailList], [null, []]);
  });

  it('shows a result to no other browser, with whatever token or cookie it comes', async () => {
    const [mine, theirs] = [await start({}), await start({})];
    for (const cookie of [
      '',
      theirs.cookie,
      mine.cookie.replace(/.$/, ''),
      theirs.cookie.replace(/=.*/, '='),
    ]) {
      assert.equal(
        (await result(mine.token, cookie)).Response.Error?.Code,
        'InvalidParameterValue.BizTokenIllegal',
      );
    }
    // The value of one run's cookie under the name of another's.
    const swapped = `${mine.cookie.split('=')[0]}=${theirs.cookie.split('=')[1]}`;
    assert.equal(
      (await result(mine.token, swapped)).Response.Error?.Code,
      'InvalidParameterValue.BizTokenIllegal',
    );
  });

  it('is an account apart: no merchant reads its runs, and it reads no merchant’s', async () => {
    const sdk = sdkClient(server.credentials, `127.0.0.1:${server.port}`);
    const { token, cookie } = await start({});
    await assert.rejects(
      sdk.result(token),
      (error: SdkError) => error.code === 'InvalidParameterValue.BizTokenIllegal',
    );
    const issued = await sdk.apply({
      RedirectURL: 'https://shop.example/',
      Config: { CheckMode: 3, SecurityLevel: 1 },
    });
    const { Response } = await result(issued.BizToken, cookie);
    assert.equal(Response.Error?.Code, 'InvalidParameterValue.BizTokenIllegal');
  });

  it('comes back to the origin that the browser knows it by, with the token, and says how it went', async () => {
    const { token, cookie, setCookie } = await start({}, { origin });
    // http://localhost and its like: Safari takes no Secure cookie from there.
    assert.doesNotMatch(setCookie, /Secure/);
    const customer: Record<string, string> = { 'x-biz-token': token, 'x-tab-id': randomUUID() };
    const call = async (path: string) => {
      const headers = { ...customer, 'content-type': 'application/json' };
      const response = await fetch(`${origin}/verify/api/${path}`, { method: 'POST', headers, body: '{}' });
      customer.cookie ??= String(response.headers.get('set-cookie')).split(';')[0] ?? '';
      return (await response.json()) as { end: { redirectUrl: string } | null };
    };
    await call('open');
    assert.equal((await call('exit')).end?.redirectUrl, `${origin}/try?token=${token}`);
    assert.equal((await result(token, cookie)).Response.ErrorCode, 1410);
  });

  it('believes no Origin that is not its own Host, and marks the cookie Secure then', async () => {
    assert.match((await start({}, { origin: 'https://evil.example' })).setCookie, /Secure/);
  });

  it('says why a photo is refused, in the API’s own words', async () => {
    const empty = Buffer.from(await emptyPhoto()).toString('base64');
    const { envelope } = await start({ photoBase64: empty, checkMode: 2 });
    assert.equal(envelope.Response.Error?.Code, 'InvalidParameterValue');
    assert.match(envelope.Response.Error?.Message ?? '', /CompareImageBase64.*face/);
    const none = await start({ checkMode: 2 });
    assert.equal(none.envelope.Response.Error?.Code, 'MissingParameter');
    const wrong = await start({ checkMode: 5 as 3 });
    assert.equal(wrong.envelope.Response.Error?.Code, 'InvalidParameter');
  });

  it('asks for a card where one is wanted, of the type that was chosen or of any', async () => {
    for (const [checkMode, cardType] of [
      [1, null],
      [4, 'ThailandIDCard'],
    ] as const) {
      const { token, cookie } = await start({ checkMode, cardType });
      const customer = { 'x-biz-token': token, 'x-tab-id': randomUUID(), 'content-type': 'application/json' };
      const opened = await fetch(`${origin}/verify/api/open`, {
        method: 'POST',
        headers: customer,
        body: '{}',
      });
      const view = (await opened.json()) as PageView;
      assert.deepEqual([view.checkMode, view.card?.type], [checkMode, cardType]);
      assert.equal((await result(token, cookie)).Response.OCRResult, null);
      assert.equal((await picture(token, cookie)).status, 404, 'no card was read yet');
    }
    const wrong = await start({ checkMode: 4, cardType: 'LibraryCard' as 'ThailandIDCard' });
    assert.equal(wrong.envelope.Response.Error?.Code, 'InvalidParameter');
  });

  it('serves a page without inline code or foreign hosts, and its assets for ever', async () => {
    const page = await fetch(`${origin}/try`);
    const html = await page.text();
    const policy = page.headers.get('content-security-policy') ?? '';
    assert.match(policy, /default-src 'none'; script-src 'self'; style-src 'self'/);
    assert.doesNotMatch(policy, /unsafe|https?:/);
    assert.doesNotMatch(html, /<script(?![^>]*src=)|<style|style=|https?:\/\//);
    const assets = [...html.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, path]) => String(path));
    assert.ok(assets.length >= 3);
    for (const path of assets) {
      assert.match(path, /^\/try\/assets\//);
      const asset = await fetch(`${origin}${path}`);
      assert.equal(asset.status, 200);
      assert.match(asset.headers.get('cache-control') ?? '', /immutable/);
      await asset.arrayBuffer();
    }
  });

  // The last one: it uses up what this address may start.
  it('lets one address start so many runs an hour and no more', async () => {
    let last: Started | null = null;
    for (let run = 0; run < runsPerHour; run++) last = await start({});
    const refusal = last?.envelope.Response.Error;
    assert.equal(refusal?.Code, 'RequestLimitExceeded');
    assert.match(refusal?.Message ?? '', /15 runs an hour/);
  });
});

describe('a server on the open internet', () => {
  it('serves no /try unless told to', async () => {
    const server = await startServerProgram([
      '--public-url',
      'https://kyc.example.com',
      '--judge-workers',
      '1',
    ]);
    try {
      for (const path of ['/try', '/try/api/about']) {
        assert.equal((await fetch(`http://127.0.0.1:${server.port}${path}`)).status, 404, path);
      }
      assert.doesNotMatch(server.said(), /\/try/);
    } finally {
      await server.stop();
    }
  });
});
