// A shop that has its customers verified both ways: by a redirect and back, and in a frame of its own page.
// node examples/web/shop.mjs RULE_ID [data/credentials.json] [http://localhost:8080] [3000]
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { promisify } from 'node:util';
import tencentcloud from 'tencentcloud-sdk-nodejs-intl-en';
import common from 'tencentcloud-sdk-nodejs-intl-en/tencentcloud/common/index.js';

const [ruleId, credentials = 'data/credentials.json', server = 'http://localhost:8080', port = '3000'] =
  process.argv.slice(2);
if (!ruleId) throw new Error('Name the rule that allows this shop to frame the page: shop.mjs RULE_ID');
const { secretId, secretKey } = JSON.parse(readFileSync(credentials, 'utf8'));
const { protocol, host, origin: pageOrigin } = new URL(server);

const profile = new common.ClientProfile();
profile.httpProfile = Object.assign(new common.HttpProfile(), { endpoint: host, protocol: `${protocol}//` });
const credential = new common.Credential(secretId, secretKey);
const client = new tencentcloud.faceid.v20180301.Client(credential, 'ap-singapore', profile);
const apply = promisify(client.ApplyWebVerificationBizTokenIntl.bind(client));
const get = promisify(client.GetWebVerificationResultIntl.bind(client));

/** Asks for a verification whose end comes back to this shop, under the very name that the customer has it by. */
async function verificationUrl(shop) {
  const Config = { CheckMode: 3, SecurityLevel: 1 };
  return (await apply({ RedirectURL: `${shop}/back?order=7`, RuleId: ruleId, Config })).VerificationURL;
}

const page = (body) =>
  `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<link rel="icon" href="data:,"><title>Shop</title>${body}`;
const escaped = (text) => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');

const frame = (url) => `<h1>Please verify yourself</h1>
<iframe src="${escaped(url)}" data-origin="${escaped(pageOrigin)}" allow="camera; screen-wake-lock" title="Identity check"
  width="390" height="700"></iframe>
<ol id="heard"></ol>
<script type="module" src="/frame.js"></script>`;

const routes = {
  '/': () =>
    page('<h1>Shop</h1><p><a href="/redirect">By redirect</a> or <a href="/embed">in a frame</a></p>'),
  '/redirect': async ({ shop }) => ({ location: await verificationUrl(shop) }),
  '/embed': async ({ shop }) => page(frame(await verificationUrl(shop))),
  // Whatever brought the customer here, redirect or message, only the API says how it went.
  '/back': async ({ query }) => {
    const { ErrorCode, ErrorMsg } = await get({ BizToken: query.getAll('token').at(-1) ?? '' });
    return page(
      `<h1 data-code="${ErrorCode}">${ErrorCode === 0 ? 'Welcome' : escaped(`Not verified: ${ErrorMsg}`)}</h1>`,
    );
  },
};
const script = readFileSync(new URL('./frame.js', import.meta.url));

createServer(async (request, response) => {
  const shop = `http://${request.headers.host}`;
  const { pathname, searchParams: query } = new URL(request.url ?? '/', shop);
  try {
    if (pathname === '/frame.js') return response.setHeader('content-type', 'text/javascript').end(script);
    const answer = Object.hasOwn(routes, pathname) ? await routes[pathname]({ shop, query }) : null;
    if (answer?.location) return response.writeHead(302, answer).end();
    response
      .writeHead(answer ? 200 : 404, { 'content-type': 'text/html' })
      .end(answer ?? page('<h1>Nothing here</h1>'));
  } catch (error) {
    console.error(error);
    response
      .writeHead(502, { 'content-type': 'text/html' })
      .end(page('<h1>The verification is not to be had</h1>'));
  }
}).listen(Number(port), '127.0.0.1', () => console.log(`The shop is open: http://127.0.0.1:${port}`));
