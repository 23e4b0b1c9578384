import assert from 'node:assert/strict';
import dns from 'node:dns';
import { after, before, describe, it, mock } from 'node:test';
import { type SdkError, type SdkProfile, sdkClient } from '../support/sdk.ts';
import { startWireServer, type WireServer } from '../support/wire-server.ts';

/** The vendor's Node SDK, unchanged: whatever a merchant may set in it must do. */
describe("the vendor's Node SDK", () => {
  let server: WireServer;
  before(async () => {
    // Names under .localhost are this machine (RFC 6761 §6.3), but this resolver may not know it.
    const { lookup } = dns;
    mock.method(dns, 'lookup', (host: string, options: unknown, callback: unknown) =>
      lookup(host.endsWith('.localhost') ? '127.0.0.1' : host, options as never, callback as never),
    );
    server = await startWireServer();
  });
  after(async () => {
    mock.restoreAll();
    await server.stop();
  });

  const client = (profile: SdkProfile, host: string, region?: string | null, secretKey?: string) =>
    sdkClient(
      { ...server.credentials, ...(secretKey && { secretKey }) },
      `${host}:${server.port}`,
      profile,
      region,
    );

  const settings: readonly (readonly [name: string, profile: SdkProfile])[] = [
    ['as it comes (v1, HmacSHA256, form POST)', {}],
    ['TC3 and JSON', { signMethod: 'TC3-HMAC-SHA256' }],
    ['HmacSHA1', { signMethod: 'HmacSHA1' }],
    ['GET with v1', { httpProfile: { reqMethod: 'GET' } }],
    ['GET with TC3', { signMethod: 'TC3-HMAC-SHA256', httpProfile: { reqMethod: 'GET' } }],
  ];
  const hosts = ['127.0.0.1', 'localhost', 'kyc.shop.localhost'];

  for (const [name, profile] of settings) {
    for (const host of hosts) {
      it(`applies and gets, ${name}, at ${host}`, async () => {
        const sdk = client(profile, host);
        const applied = await sdk.apply({
          RedirectURL: 'https://a.example/cb?x=1&y=é ü+z',
          Extra: 'order 7 ünd 身份',
          Config: { CheckMode: 3, SecurityLevel: 1, AutoSkip: true, LivenessRetryLimit: 3 },
        });
        assert.match(
          applied.BizToken,
          /^[0-9A-F]{8}-[0-9A-F]{4}-4[0-9A-F]{3}-[89AB][0-9A-F]{3}-[0-9A-F]{12}$/,
        );
        assert.equal(applied.VerificationURL, `https://kyc.example/verify?token=${applied.BizToken}`);
        assert.equal(applied.VerificationUrl, applied.VerificationURL);
        const result = await sdk.result(applied.BizToken);
        assert.equal(result.Extra, 'order 7 ünd 身份');
        assert.deepEqual(
          [result.ErrorCode, result.ErrorMsg, result.VideoBase64, result.BestFrameBase64],
          [null, null, null, null],
        );
        assert.deepEqual(result.VerificationDetailList, []);
        assert.match(result.RequestId, /^[0-9a-f-]{36}$/);
      });
    }
  }

  for (const [name, profile] of settings) {
    it(`learns code, text and request id of an error, ${name}`, async () => {
      const sdk = client(profile, '127.0.0.1');
      const error: SdkError = await sdk.result('nobody').then(
        () => assert.fail('was answered'),
        (thrown: SdkError) => thrown,
      );
      assert.equal(error.code, 'InvalidParameterValue.BizTokenIllegal');
      assert.equal(error.message, 'Invalid BizToken.');
      assert.match(error.requestId, /^[0-9a-f-]{36}$/);
    });

    it(`is refused with another secret, ${name}`, async () => {
      const sdk = client(profile, '127.0.0.1', 'ap-singapore', 'not-the-secret');
      await assert.rejects(sdk.result('x'), (error: SdkError) => {
        assert.equal(error.code, 'AuthFailure.SignatureFailure');
        return true;
      });
    });

    it(`may leave its region out, ${name}`, async () => {
      const sdk = client(profile, '127.0.0.1', null);
      await assert.rejects(sdk.result('x'), {
        code: 'InvalidParameterValue.BizTokenIllegal',
      });
    });
  }
});
