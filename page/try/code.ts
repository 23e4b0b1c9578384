import type { StartRequest } from './call.ts';

/** What the page's examples are filled with. */
export type CodeFacts = {
  /** Origin of the API, as an SDK on the merchant's machine reaches it. */
  readonly apiOrigin: string;
  readonly checkMode: StartRequest['checkMode'];
  /** Null where the customer may choose. */
  readonly cardType: StartRequest['cardType'];
  readonly securityLevel: StartRequest['securityLevel'];
};

function clientCode(apiOrigin: string): string {
  const { protocol, host } = new URL(apiOrigin);
  return `import { readFileSync } from 'node:fs';
import { promisify } from 'node:util';
import tencentcloud from 'tencentcloud-sdk-nodejs-intl-en';
import common from 'tencentcloud-sdk-nodejs-intl-en/tencentcloud/common/index.js';

const key = JSON.parse(readFileSync('data/credentials.json'));
const profile = new common.ClientProfile();
profile.httpProfile = new common.HttpProfile();
profile.httpProfile.endpoint = '${host}'; // the one change
profile.httpProfile.protocol = '${protocol}//';
const client = new tencentcloud.faceid.v20180301.Client(
  new common.Credential(key.secretId, key.secretKey), 'ap-singapore', profile);
const apply = promisify(client.ApplyWebVerificationBizTokenIntl.bind(client));
const get = promisify(client.GetWebVerificationResultIntl.bind(client));`;
}

/** The vendor's Node SDK, pointed at this server; both of the other pieces follow on it. */
export const setUpCode = ({ apiOrigin }: CodeFacts): string => clientCode(apiOrigin);

/** Before the customer comes. */
export function applyCode({ checkMode, cardType, securityLevel }: CodeFacts): string {
  const photo = checkMode === 2 ? "\n  CompareImageBase64: readFileSync('photo.jpg', 'base64')," : '';
  const type = cardType ? ` IDCardType: '${cardType}',` : '';
  return `const issued = await apply({
  RedirectURL: 'https://shop.example/back',${photo}
  Config: { CheckMode: ${checkMode},${type} SecurityLevel: ${securityLevel} },
});
console.log(issued.VerificationURL); // the customer opens this`;
}

/** After the customer has come back with \`?token=\`. */
export function getCode(hasCard: boolean): string {
  const card = hasCard ? ', result.OCRResult[0].NormalCardInfo' : '';
  return `const result = await get({ BizToken: issued.BizToken });
if (result.ErrorCode === 0) console.log('verified'${card});`;
}
