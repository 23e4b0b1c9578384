import type { SeededRandom } from '../support/seeded-random.ts';

/** What strangers put where a text, a number or an object belongs. */
const values: readonly unknown[] = [
  null,
  true,
  false,
  0,
  -1,
  99,
  3.5,
  1e300,
  Number.MAX_SAFE_INTEGER + 2,
  '',
  ' ',
  'null',
  'true',
  '\u0000',
  '\ud800',
  '🤡'.repeat(50),
  '../../etc/passwd',
  "' OR 1=1 --",
  '%00%ff',
  'A'.repeat(5000),
  [],
  [[]],
  {},
  { toString: 'x', length: -1 },
  // Parsed, so that it is a member of its own and not the prototype.
  JSON.parse('{"__proto__":{"polluted":true},"constructor":{"prototype":1}}'),
  Array.from({ length: 300 }, (_, index) => index),
];

const names = [
  'RedirectURL',
  'CompareImageBase64',
  'Extra',
  'RuleId',
  'Config',
  'BizToken',
  '__proto__',
  'constructor',
  '',
  '$schema',
  'Config.CheckMode',
  'x'.repeat(3000),
];

const configNames = [
  'CheckMode',
  'SecurityLevel',
  'IDCardType',
  'IdCardType',
  'ActionList',
  'LivenessTimeout',
  'LivenessRetryLimit',
  'ThemeColor',
  'Language',
  'Version',
  'AutoDowngrade',
  'AutoSkip',
  'SelectedWarningCodes',
  '__proto__',
  'hasOwnProperty',
];

/** What an honest merchant would send: an Apply, or a Get of one of these tokens. */
function honestParameters(kind: CallKind, tokens: readonly string[], random: SeededRandom) {
  const parameters: Record<string, unknown> =
    kind === 'apply'
      ? {
          RedirectURL: 'https://a.example/cb',
          Extra: 'order 7',
          Config: { CheckMode: 3, SecurityLevel: 1, AutoSkip: true, LivenessRetryLimit: 3 },
        }
      : { BizToken: random.pick(tokens) };
  return parameters;
}

function change(parameters: Record<string, unknown>, random: SeededRandom): void {
  const isInside = random.next() < 0.5;
  const target = isInside ? (parameters.Config ?? {}) : parameters;
  if (typeof target !== 'object' || target === null || Array.isArray(target)) return;
  Object.defineProperty(target, random.pick(isInside ? configNames : names), {
    // A copy: a later change must not reach into the list, or make an object its own member.
    value: structuredClone(random.pick(values)),
    enumerable: true,
    configurable: true,
    writable: true,
  });
}

export type CallKind = 'apply' | 'get';

/** Parameters that are right (two in five, so that what lies behind every check is reached too), nearly, or not at all. */
export function hostileParameters(
  kind: CallKind,
  tokens: readonly string[],
  random: SeededRandom,
): Record<string, unknown> {
  const parameters = honestParameters(kind, tokens, random);
  const changes = random.next() < 0.4 ? 0 : 1 + Math.floor(random.next() * 3);
  for (let made = 0; made < changes; made++) change(parameters, random);
  return parameters;
}

/** JSON texts that no object makes: deep, doubled, cut off, out of range. */
const texts: readonly string[] = [
  '['.repeat(100_000),
  `${'{"a":'.repeat(20_000)}1${'}'.repeat(20_000)}`,
  '{"BizToken":"a","BizToken":"b"}',
  '{"BizToken":1e999}',
  '{"BizToken":NaN}',
  '{"__proto__":{"x":1},"BizToken":"x"}',
  '{"BizToken":"\\ud800"}',
  '\ufeff{}',
  '{"BizToken":"x"}garbage',
  '',
  'BizToken=x',
  '<xml/>',
];

/** Bytes of a body: right or nearly right JSON, odd JSON, or either with bytes turned, lost or doubled. */
export function hostileBody(kind: CallKind, tokens: readonly string[], random: SeededRandom): Buffer {
  const text =
    random.next() < 0.7 ? JSON.stringify(hostileParameters(kind, tokens, random)) : random.pick(texts);
  const bytes = Buffer.from(text);
  if (random.next() < 0.6 || bytes.length === 0) return bytes;
  const at = Math.floor(random.next() * bytes.length);
  const damage = random.next();
  if (damage < 0.5) bytes[at] = Math.floor(random.next() * 256);
  else if (damage < 0.8) return bytes.subarray(0, at);
  else return Buffer.concat([bytes, bytes.subarray(at)]);
  return bytes;
}
