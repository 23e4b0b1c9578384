import type { SeededRandom } from '../support/seeded-random.ts';

/** What strangers put where a text, a number or an object belongs. */
const values: readonly unknown[] = [
  null,
  true,
  false,
  0,
  -1,
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
  { __proto__: { polluted: true }, constructor: { prototype: 1 } },
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

/** Parameters that are nearly right, or not at all. */
export function hostileParameters(random: SeededRandom): Record<string, unknown> {
  const parameters: Record<string, unknown> = {
    RedirectURL: 'https://a.example/cb',
    Config: { CheckMode: 3, SecurityLevel: 1 },
  };
  const changes = 1 + Math.floor(random.next() * 3);
  for (let change = 0; change < changes; change++) {
    const target = random.next() < 0.5 ? parameters : ((parameters.Config ?? {}) as Record<string, unknown>);
    const name = random.pick(target === parameters ? names : configNames);
    if (typeof target === 'object' && !Array.isArray(target)) {
      Object.defineProperty(target, name, {
        value: random.pick(values),
        enumerable: true,
        configurable: true,
        writable: true,
      });
    }
  }
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

/** Bytes of a body: nearly right JSON, odd JSON, or either with bytes turned, lost or doubled. */
export function hostileBody(random: SeededRandom): Buffer {
  const text = random.next() < 0.7 ? JSON.stringify(hostileParameters(random)) : random.pick(texts);
  const bytes = Buffer.from(text);
  if (random.next() < 0.6 || bytes.length === 0) return bytes;
  const at = Math.floor(random.next() * bytes.length);
  const kind = random.next();
  if (kind < 0.5) bytes[at] = Math.floor(random.next() * 256);
  else if (kind < 0.8) return bytes.subarray(0, at);
  else return Buffer.concat([bytes, bytes.subarray(at)]);
  return bytes;
}
