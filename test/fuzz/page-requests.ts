import { agreementVersion } from '../../page/verify/agreement-version.ts';
import type { SeededRandom } from '../support/seeded-random.ts';
import type { HostileRequest } from './hostile-requests.ts';

/** A browser in the middle of a verification, for strangers to imitate. */
export type Prey = {
  readonly headers: Readonly<Record<string, string>>;
  /** Its running attempt; null where it has none yet. */
  readonly seq: string | null;
};

const huge = '9'.repeat(400);
const texts = ['', ' ', 'null', '-1', '1e9', huge, '%00', 'é☃', '../../x', "' OR 1=1 --", 'a'.repeat(3000)];
const values: readonly unknown[] = [
  ...[null, true, 0, -1, 0.5, 1e300, Number.MAX_SAFE_INTEGER + 2, [], {}, [[]], { toString: 'x' }],
  ...texts,
  JSON.parse('{"__proto__":{"polluted":true}}'),
];
const bodies: readonly string[] = [
  '',
  '{',
  'null',
  '"text"',
  '[1]',
  '{"bytes":1e999}',
  '{"__proto__":{"x":1}}',
  '{"constructor":{"prototype":{"x":1}}}',
  '\ufeff{}',
  `${'['.repeat(20_000)}`,
  '{"sha256":"\\ud800"}',
  'x'.repeat(70_000),
];
const contentTypes = [
  'application/json',
  'application/octet-stream',
  'text/plain',
  'multipart/form-data; boundary=b',
  'application/json; charset=nonsense',
  '',
  'x',
];
const offsets = ['0', '1', '-1', '1.5', '1e3', '0x10', '', ' 0', '131072', '999999999999', huge, 'NaN'];
const oddPaths = [
  '/../../../../etc/passwd',
  '/..%2f..%2fselfsame.db',
  '/%2e%2e/%2e%2e/package.json',
  '/attempts/..%2f..%2fx/video',
  '/attempts/%00/video',
  '/attempts/%zz/video',
  `/attempts/${'a'.repeat(5000)}/video`,
  '/attempts//recording',
  '/view?token[]=a&token[]=b',
  '/view?token=%ff&tab=%00',
  '//view',
  '/view/',
  '/nothing',
  '',
];

type Route = {
  readonly method: string;
  readonly path: (seq: string) => string;
  readonly body: Record<string, unknown> | null;
};

/** What the prey said that its recording has, so that a piece of this size is a whole one, of the wrong hash. */
export const recordingBytes = 20_000;

const hash = 'a'.repeat(64);
const piece: Route = { method: 'PATCH', path: (seq) => `/attempts/${seq}/video`, body: null };
// Pieces come most often, as they do in life; leaving ends all else, so it is rare.
const routes: readonly Route[] = [
  ...[piece, piece, piece, piece, piece, piece, piece, piece],
  { method: 'GET', path: () => '/view', body: null },
  { method: 'GET', path: () => '/events', body: null },
  { method: 'GET', path: () => '/agreement?language=th', body: null },
  { method: 'POST', path: () => '/open', body: { handover: 'x', framed: true } },
  { method: 'POST', path: () => '/consent', body: { agreementVersion, language: 'en' } },
  {
    method: 'POST',
    path: () => '/attempts',
    body: {
      source: 'stream',
      mimeType: 'video/mp4',
      cameraLabel: 'front',
      frameWidth: 480,
      frameHeight: 640,
    },
  },
  { method: 'PUT', path: (seq) => `/attempts/${seq}/recording`, body: { bytes: 5, sha256: hash } },
  {
    method: 'PUT',
    path: (seq) => `/attempts/${seq}/recording`,
    body: { bytes: 5, sha256: hash, shown: [{ what: 'blink', atMs: 900 }] },
  },
  { method: 'POST', path: (seq) => `/attempts/${seq}/chunks`, body: { index: 0, bytes: 5, sha256: hash } },
  { method: 'GET', path: (seq) => `/attempts/${seq}/prompts`, body: null },
  { method: 'DELETE', path: (seq) => `/attempts/${seq}?why=face-lost`, body: null },
  { method: 'HEAD', path: (seq) => `/attempts/${seq}/video`, body: null },
  { method: 'DELETE', path: (seq) => `/attempts/${seq}`, body: null },
  { method: 'POST', path: () => '/handover', body: null },
];
const leave: Route = { method: 'POST', path: () => '/exit', body: null };

/** The body that a route wants, with a member or two that it does not. */
function hostileBody({ method, body }: Route, random: SeededRandom): Buffer {
  if (method === 'PATCH') {
    const someBytes = Math.floor(random.next() ** 4 * 1_200_000);
    return Buffer.alloc(random.pick([0, 1, recordingBytes, recordingBytes, someBytes]), 7);
  }
  if (random.next() < 0.3) return Buffer.from(random.pick(bodies));
  const changed: Record<string, unknown> = { ...body };
  for (const name of Object.keys(changed)) {
    if (random.next() < 0.4) changed[name] = random.pick(values);
    if (random.next() < 0.1) delete changed[name];
  }
  if (random.next() < 0.1) changed[random.pick(texts)] = random.pick(values);
  return Buffer.from(JSON.stringify(changed));
}

const printable = (text: string) => text.replace(/[^\x20-\xff]/g, '?').trim();

function hostileHeaders(prey: Prey, route: Route, random: SeededRandom): Record<string, string> {
  const headers: Record<string, string> = { ...prey.headers };
  if (route.method === 'PATCH') {
    headers['upload-offset'] = random.next() < 0.4 ? '0' : random.pick(offsets).trim();
    headers['content-type'] = 'application/octet-stream';
  } else if (route.method !== 'GET' && route.method !== 'HEAD') headers['content-type'] = 'application/json';
  if (random.next() < 0.15) headers['content-type'] = random.pick(contentTypes);
  if (random.next() < 0.15) {
    const name = random.pick(['x-biz-token', 'x-tab-id', 'x-binding', 'cookie', 'x-forwarded-for', 'accept']);
    if (random.next() < 0.3) delete headers[name];
    else headers[name] = printable(random.pick(texts));
  }
  return headers;
}

/** One call of the page's API as a stranger would make it: right in most of its parts, so that it gets far. */
export function pageRequest(prey: Prey, random: SeededRandom): HostileRequest {
  const route = random.next() < 0.02 ? leave : random.pick(routes);
  const seq = random.next() < 0.85 && prey.seq ? prey.seq : random.pick(['x', hash, '%2e%2e', 'null']);
  const path = random.next() < 0.06 ? random.pick(oddPaths) : route.path(seq);
  const method = random.next() < 0.04 ? random.pick(['PUT', 'OPTIONS', 'TRACE', 'POST']) : route.method;
  const bodiless = method === 'GET' || method === 'HEAD';
  const body = bodiless ? Buffer.alloc(0) : hostileBody(route, random);
  return { method, path: `/verify/api${path}`, headers: hostileHeaders(prey, route, random), body };
}
