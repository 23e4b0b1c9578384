import { createRequire } from 'node:module';
import { promisify } from 'node:util';
import type { Credentials } from '../../src/operate/credentials.ts';

/** One attempt, as the SDK hands it out. */
export type SdkAttempt = {
  readonly ErrorCode: number | null;
  readonly ErrorMsg: string | null;
  readonly LivenessErrorCode: number | null;
  readonly CompareErrorCode: number | null;
  readonly ReqTimestamp: number;
  readonly Similarity: number | null;
  readonly Seq: string;
};
export type SdkResult = {
  readonly ErrorCode: number | null;
  readonly ErrorMsg: string | null;
  readonly VerificationDetailList: readonly SdkAttempt[];
  readonly VideoBase64: string | null;
  readonly BestFrameBase64: string | null;
  readonly OCRResult: readonly unknown[] | null;
  readonly Extra: string | null;
  readonly RequestId: string;
};
export type SdkIssued = {
  readonly BizToken: string;
  readonly VerificationURL: string;
  readonly VerificationUrl: string;
  readonly RequestId: string;
};
export type SdkError = { readonly code: string; readonly message: string; readonly requestId: string };

export type SdkProfile = {
  readonly signMethod?: string;
  readonly httpProfile?: Readonly<Record<string, unknown>>;
};

type Callback = (error: SdkError | null, answer: unknown) => void;
type Method = (parameters: unknown, callback: Callback) => void;
type Client = { ApplyWebVerificationBizTokenIntl: Method; GetWebVerificationResultIntl: Method };

type HttpProfile = { endpoint: string; protocol: string };
type ClientProfile = { signMethod: string; httpProfile: HttpProfile };

// The package declares no types; these are the classes that its README tells merchants to use.
const require = createRequire(import.meta.url);
const { v20180301 } = (require('tencentcloud-sdk-nodejs-intl-en') as { faceid: { v20180301: FaceId } })
  .faceid;
const common = 'tencentcloud-sdk-nodejs-intl-en/tencentcloud/common';
const Credential = require(`${common}/credential`) as new (secretId: string, secretKey: string) => object;
const ClientProfile = require(`${common}/profile/client_profile`) as new () => ClientProfile;
const HttpProfile = require(`${common}/profile/http_profile`) as new () => HttpProfile;
type FaceId = {
  readonly Client: new (credential: object, region: string | undefined, profile: ClientProfile) => Client;
};

export type Sdk = {
  apply(parameters: unknown): Promise<SdkIssued>;
  result(bizToken: string): Promise<SdkResult>;
};

/** The vendor's Node SDK, unchanged but for the endpoint (`host:port`). */
export function sdkClient(
  key: Credentials,
  endpoint: string,
  profile: SdkProfile = {},
  region: string | null = 'ap-singapore',
): Sdk {
  const settings = new ClientProfile();
  const http = Object.assign(new HttpProfile(), { endpoint, protocol: 'http://' }, profile.httpProfile);
  Object.assign(settings, profile, { httpProfile: http });
  const credential = new Credential(key.secretId, key.secretKey);
  const client = new v20180301.Client(credential, region ?? undefined, settings);
  const apply = promisify(client.ApplyWebVerificationBizTokenIntl.bind(client));
  const result = promisify(client.GetWebVerificationResultIntl.bind(client));
  return {
    apply: async (parameters) => (await apply(parameters)) as SdkIssued,
    result: async (BizToken) => (await result({ BizToken })) as SdkResult,
  };
}
