import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { gunzipSync, inflateRawSync } from 'node:zlib';
import { newCredentials } from '../../src/operate/credentials.ts';
import { type Answer, callJson, callTc3, send, tc3Headers, v1Parameters } from '../support/signed-call.ts';
import { startWireServer, type WireServer } from '../support/wire-server.ts';

const get = 'GetWebVerificationResultIntl';
const apply = 'ApplyWebVerificationBizTokenIntl';
const nobody = { BizToken: '81EEF678-28EE-4759-A82E-6CBBBE6BC442' };

describe('the door', () => {
  let server: WireServer;
  let host: string;
  before(async () => {
    server = await startWireServer();
    host = `127.0.0.1:${server.port}`;
  });
  after(() => server.stop());

  const codeOf = ({ status, Response }: Answer) => {
    assert.equal(status, 200, 'errors are HTTP 200, or the SDKs lose their codes');
    return Response.Error?.Code;
  };
  const illegal = 'InvalidParameterValue.BizTokenIllegal';
  const json = (more = {}, body: unknown = nobody) =>
    callJson(server.port, server.credentials, get, body, more);

  describe('takes what other SDKs send', () => {
    it('Java: a charset in the content type', async () => {
      assert.equal(codeOf(await json({ contentType: 'application/json; charset=utf-8' })), illegal);
    });
    it('Go, Python, PHP, Java: the host with its port, whatever service', async () => {
      for (const service of ['faceid', '127', 'kyc', 'localhost:8443']) {
        assert.equal(codeOf(await json({ service })), illegal);
      }
    });
    it('Node: the host without its port', async () => {
      assert.equal(codeOf(await json({ signedHost: '127.0.0.1' })), illegal);
    });
    it('a name that a proxy rewrote', async () => {
      assert.equal(codeOf(await json({ signedHost: 'kyc.example' })), illegal);
    });
    it('Go: an unsigned payload', async () => {
      assert.equal(codeOf(await json({ isUnsignedPayload: true })), illegal);
    });
    it('Python: non-ASCII as escapes', async () => {
      const body =
        '{"RedirectURL":"https://a.example","Extra":"\\u8eab\\u4efd","Config":{"CheckMode":3,"SecurityLevel":1}}';
      const { Response } = await callTc3(server.port, server.credentials, { action: apply, body });
      assert.equal(Response.Error, undefined);
      const read = await json({}, { BizToken: Response.BizToken });
      assert.equal(read.Response.Extra, '身份');
    });
    it('Go: + for a space in a signed form', async () => {
      const parameters = v1Parameters(
        server.credentials,
        { action: apply, host },
        {
          RedirectURL: 'https://a.example/x',
          Extra: 'a b+c',
          'Config.CheckMode': '3',
          'Config.SecurityLevel': '1',
        },
      );
      const form = { host, 'content-type': 'application/x-www-form-urlencoded' };
      const body = new URLSearchParams(parameters).toString();
      assert.ok(body.includes('a+b%2Bc'));
      const { Response } = await send(server.port, { headers: form }, body);
      assert.equal((await json({}, { BizToken: Response.BizToken })).Response.Extra, 'a b+c');
    });
    it('a form whose signature method is left out is HmacSHA1', async () => {
      const parameters = v1Parameters(server.credentials, { action: get, host, hash: 'sha1' }, nobody);
      const form = { host, 'content-type': 'application/x-www-form-urlencoded' };
      assert.equal(
        codeOf(await send(server.port, { headers: form }, new URLSearchParams(parameters).toString())),
        illegal,
      );
    });
    it('multipart, signed over its raw bytes', async () => {
      const boundary = 'x7MA4YWxkTrZu0gW';
      const part = `--${boundary}\r\nContent-Disposition: form-data; name="BizToken"\r\n\r\n${nobody.BizToken}\r\n--${boundary}--\r\n`;
      const contentType = `multipart/form-data; boundary=${boundary}`;
      assert.equal(
        codeOf(await callTc3(server.port, server.credentials, { action: get, body: part, contentType })),
        illegal,
      );
      const broken = part.slice(0, -8);
      assert.equal(
        codeOf(await callTc3(server.port, server.credentials, { action: get, body: broken, contentType })),
        'InvalidRequest',
      );
    });
    it('a raw body, which none of our actions has a place for', async () => {
      const raw = { action: get, body: 'bytes', contentType: 'application/octet-stream; charset=utf-8' };
      assert.equal(codeOf(await callTc3(server.port, server.credentials, raw)), 'InvalidParameter');
    });
    it("the reference page's printed example, whose action lacks Intl", async () => {
      assert.equal(
        codeOf(await callJson(server.port, server.credentials, 'GetWebVerificationResult', nobody)),
        illegal,
      );
    });
  });

  describe('turns away', () => {
    it('a call that was told to skip signing', async () => {
      assert.equal(
        codeOf(await json({ headers: { authorization: 'SKIP' } })),
        'AuthFailure.InvalidAuthorization',
      );
    });
    it('an unknown key and a wrong secret, apart', async () => {
      const stranger = newCredentials();
      assert.equal(
        codeOf(await callJson(server.port, stranger, get, nobody)),
        'AuthFailure.SecretIdNotFound',
      );
      const thief = { ...stranger, secretId: server.credentials.secretId };
      const refused = await callJson(server.port, thief, get, nobody);
      assert.equal(codeOf(refused), 'AuthFailure.SignatureFailure');
      assert.equal(
        refused.Response.Error?.Message,
        'The provided credentials could not be validated. Please check your signature is correct.',
      );
    });
    it('a disabled key, while the second one goes on working', async () => {
      const second = newCredentials();
      await server.store.accounts.addKey('account', second.secretId, second.secretKey, Date.now());
      assert.equal(codeOf(await callJson(server.port, second, get, nobody)), illegal);
      await server.store.accounts.disableKey(second.secretId, Date.now());
      assert.equal(codeOf(await callJson(server.port, second, get, nobody)), 'AuthFailure.SecretIdNotFound');
      assert.equal(codeOf(await json()), illegal);
    });
    it('an action that the key is not for', async () => {
      const reader = newCredentials();
      const { accounts } = server.store;
      await accounts.addKey('account', reader.secretId, reader.secretKey, Date.now(), [get]);
      assert.equal(codeOf(await callJson(server.port, reader, get, nobody)), illegal);
      assert.equal(codeOf(await callJson(server.port, reader, apply, {})), 'OperationDenied');
      await accounts.disableKey(reader.secretId, Date.now());
    });
    it('a session token, since keys here are lasting ones', async () => {
      assert.equal(codeOf(await json({ headers: { 'x-tc-token': 'session' } })), 'AuthFailure.TokenFailure');
    });
    it('a query of more than 32 KB, and takes one that is just below', async () => {
      for (const [length, code] of [
        [32_000, illegal],
        [33_000, 'RequestSizeLimitExceeded'],
      ] as const) {
        const call = { action: get, method: 'GET', query: `BizToken=${'x'.repeat(length)}` };
        const inForm = { ...call, contentType: 'application/x-www-form-urlencoded' };
        assert.equal(codeOf(await callTc3(server.port, server.credentials, inForm)), code);
      }
    });
    it('a signature older or newer than 300 s, not a second less', async () => {
      const nowSeconds = Math.floor(Date.now() / 1000);
      server.clock.nowMs = () => nowSeconds * 1000;
      try {
        for (const off of [-300, 300])
          assert.equal(codeOf(await json({ seconds: nowSeconds + off })), illegal);
        for (const off of [-301, 301]) {
          assert.equal(codeOf(await json({ seconds: nowSeconds + off })), 'AuthFailure.SignatureExpire');
        }
      } finally {
        server.clock.nowMs = () => Date.now();
      }
    });
    it('a body changed after it was signed, by a space or by its encoding', async () => {
      const headers = tc3Headers(server.credentials, { action: get, body: JSON.stringify(nobody) }, host);
      const changed = await send(server.port, { headers }, `${JSON.stringify(nobody)} `);
      assert.equal(codeOf(changed), 'AuthFailure.SignatureFailure');
    });
    it('methods other than GET and POST', async () => {
      for (const method of ['PUT', 'DELETE', 'PATCH', 'OPTIONS']) {
        assert.equal(codeOf(await send(server.port, { method, headers: { host } })), 'UnsupportedProtocol');
      }
    });
    it('an unknown action and an unknown version', async () => {
      assert.equal(
        codeOf(await callJson(server.port, server.credentials, 'CloneAPerson', {})),
        'InvalidAction',
      );
      assert.equal(codeOf(await json({ headers: { 'x-tc-version': '2017-01-01' } })), 'NoSuchVersion');
    });
    it('JSON that is none, before it is anything else', async () => {
      for (const body of ['{', '[]', 'null', '7', '"x"', Buffer.from([0x7b, 0xff, 0x7d])]) {
        assert.equal(
          codeOf(await callTc3(server.port, server.credentials, { action: get, body })),
          'InvalidParameter',
        );
      }
    });
    it('more than 10 MB', async () => {
      const body = JSON.stringify({ BizToken: 'x'.repeat(13_000_000) });
      assert.equal(
        codeOf(await callTc3(server.port, server.credentials, { action: get, body })),
        'RequestSizeLimitExceeded',
      );
    });
    it('the 21st call in a second, in the vendor’s words', async () => {
      const key = newCredentials();
      await server.store.accounts.create({ id: 'slow', name: 'slow', kind: 'merchant', ratePerSecond: 20 });
      await server.store.accounts.addKey('slow', key.secretId, key.secretKey, Date.now());
      const calls = Array.from({ length: 25 }, () => callJson(server.port, key, get, nobody));
      const refused = (await Promise.all(calls)).filter(
        (answer) => codeOf(answer) === 'RequestLimitExceeded',
      );
      assert.equal(refused.length, 5);
      assert.ok(
        refused.some(
          ({ Response }) =>
            Response.Error?.Message ===
            'Your current request times equals to `21` in a second, which exceeds the frequency limit `20` for a second. ' +
              'Please reduce the frequency of calls.',
        ),
      );
      assert.equal(
        codeOf(await callJson(server.port, key, apply, {})),
        'MissingParameter',
        'another action counts apart',
      );
    });
  });

  describe('answers', () => {
    it('in Chinese when asked', async () => {
      const { Response } = await json({ headers: { 'x-tc-language': 'zh-CN' } }, { Nothing: 1 });
      assert.equal(Response.Error?.Message, '参数 `Nothing` 无法识别。');
      const wrong = { ...server.credentials, secretKey: 'x' };
      const refused = await callJson(server.port, wrong, get, nobody, {
        headers: { 'x-tc-language': 'zh-CN' },
      });
      assert.equal(refused.Response.Error?.Message, '请求签名验证失败，请检查您的签名计算是否正确。');
    });
    it('with a RequestId of its own each time, and the trace id of the caller', async () => {
      const traced = { headers: { 'x-tc-traceid': '0d8a4d0e-1111-4222-8333-444455556666' } };
      const [one, other] = [await json(traced), await json(traced)];
      for (const { Response, headers } of [one, other]) {
        assert.match(
          Response.RequestId,
          /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
        );
        assert.equal(headers['x-tc-traceid'], '0d8a4d0e-1111-4222-8333-444455556666');
        assert.match(String(headers['content-type']), /^application\/json/);
      }
      assert.notEqual(one.Response.RequestId, other.Response.RequestId);
    });
    it('compressed only when asked, as gzip or as the raw deflate that Go reads, never br', async () => {
      const long = { headers: { 'accept-encoding': 'br' } };
      const { Response } = await callJson(server.port, server.credentials, apply, {
        RedirectURL: 'https://a.example',
        Extra: 'x'.repeat(1000),
        Config: { CheckMode: 3, SecurityLevel: 1 },
      });
      const read = { BizToken: Response.BizToken };
      assert.equal((await json(long, read)).headers['content-encoding'], undefined);
      const gzip = await json({ headers: { 'accept-encoding': 'gzip,deflate' } }, read);
      assert.equal(gzip.headers['content-encoding'], 'gzip');
      assert.match(gunzipSync(gzip.bytes).toString(), /^\{"Response":\{/);
      const deflate = await json({ headers: { 'accept-encoding': 'deflate' } }, read);
      assert.equal(deflate.headers['content-encoding'], 'deflate');
      assert.match(inflateRawSync(deflate.bytes).toString(), /^\{"Response":\{/);
    });
    it('to nobody why a signature failed; the log says it', async () => {
      server.log.length = 0;
      await json({ seconds: Math.floor(Date.now() / 1000) - 4000 });
      await json({ signedHost: 'another.example' });
      const causes = server.log.map((line) => (JSON.parse(line) as { cause?: string }).cause);
      assert.deepEqual(causes, ['clock', 'secret key, host or body']);
      assert.equal(server.log.join('').includes(server.credentials.secretKey), false);
    });
  });
});
