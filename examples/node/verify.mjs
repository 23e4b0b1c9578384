// Verifies one person with the vendor's SDK; only the endpoint says that the server is ours.
// node examples/node/verify.mjs photo.jpg [data/credentials.json] [http://127.0.0.1:8080]
import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import tencentcloud from 'tencentcloud-sdk-nodejs-intl-en';
import common from 'tencentcloud-sdk-nodejs-intl-en/tencentcloud/common/index.js';

const [photo, credentials = 'data/credentials.json', server = 'http://127.0.0.1:8080'] =
  process.argv.slice(2);
if (!photo) throw new Error('Name a photo of the person: verify.mjs photo.jpg');
const { secretId, secretKey } = JSON.parse(readFileSync(credentials, 'utf8'));
const { protocol, host } = new URL(server);

const profile = new common.ClientProfile();
profile.httpProfile = Object.assign(new common.HttpProfile(), { endpoint: host, protocol: `${protocol}//` });
const credential = new common.Credential(secretId, secretKey);
const client = new tencentcloud.faceid.v20180301.Client(credential, 'ap-singapore', profile);
const apply = promisify(client.ApplyWebVerificationBizTokenIntl.bind(client));
const get = promisify(client.GetWebVerificationResultIntl.bind(client));

const { BizToken, VerificationURL } = await apply({
  RedirectURL: 'https://shop.example/back',
  CompareImageBase64: readFileSync(photo, 'base64'),
  Config: { CheckMode: 2, SecurityLevel: 1 },
});
console.log(`Open this in a browser with a camera:\n${VerificationURL}\n`);

let result = await get({ BizToken });
while (result.ErrorCode === null) {
  await sleep(1000);
  result = await get({ BizToken });
}
const short = (name, value) => (/Base64$/.test(name) && value ? `(${value.length} characters)` : value);
console.log(JSON.stringify(result, short, 2));
