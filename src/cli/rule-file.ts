import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import Type, { type Static } from 'typebox';
import Value from 'typebox/value';
import { failureMessage } from '../errors.ts';
import type { AgreementText, FrameRule, Rule } from '../store/records.ts';
import { hostPatternOf } from '../token/allowed-host.ts';
import { type Language, languages } from '../token/languages.ts';
import { planOf, type WebConfig } from '../token/web-config.ts';
import { readConfig } from '../wire/shapes/apply-web-verification.ts';
import { frameOriginOf } from './frame-origin.ts';
import { type Logo, readLogo } from './logo-file.ts';

const closed = { additionalProperties: false } as const;

/** Longer texts are not read by anybody, and travel to each customer. */
const mostTextCharacters = 20_000;

const agreementSchema = Type.Object(
  {
    version: Type.String({ minLength: 1, maxLength: 50 }),
    text: Type.String({ minLength: 1, maxLength: mostTextCharacters }),
  },
  closed,
);

/** `rule.json`, as `docs/rules.md` describes it. */
const ruleSchema = Type.Object(
  {
    name: Type.Optional(Type.String({ minLength: 1, maxLength: 100 })),
    account: Type.Optional(Type.String({ minLength: 1 })),
    config: Type.Optional(Type.Record(Type.String(), Type.Unknown())),
    agreement: Type.Optional(
      Type.Object(
        Object.fromEntries(languages.map((language) => [language, Type.Optional(agreementSchema)])),
        closed,
      ),
    ),
    logo: Type.Optional(Type.String({ minLength: 1 })),
    redirectHosts: Type.Optional(Type.Array(Type.String(), { minItems: 1, maxItems: 100 })),
    frame: Type.Optional(
      Type.Object(
        {
          origins: Type.Array(Type.String(), { minItems: 1, maxItems: 20 }),
          redirects: Type.Optional(Type.Boolean()),
        },
        closed,
      ),
    ),
  },
  closed,
);
type RuleFile = Static<typeof ruleSchema>;

/** What a file says of a rule, checked; the picture beside it. */
export type ReadRule = Pick<Rule, 'config' | 'agreement' | 'redirectHosts' | 'frame'> & {
  readonly name: string | null;
  readonly account: string | null;
  readonly logo: Logo | null;
};

type Problem = ReturnType<typeof Value.Errors>[number];

function problemText({ instancePath, keyword, message, params }: Problem): readonly string[] {
  const place = instancePath.slice(1).replaceAll('/', '.');
  // The same key is told of once more, by the object that it is in.
  if (keyword === 'boolean') return [];
  if (keyword !== 'additionalProperties') return [`${place || 'the file'} ${message}`];
  const unknown = (params as { additionalProperties: readonly string[] }).additionalProperties;
  return unknown.map((name) => `${place ? `${place}.` : ''}${name} is not known`);
}

function parse(path: string): RuleFile {
  const text = readFileSync(path, 'utf8');
  let given: unknown;
  try {
    given = JSON.parse(text);
  } catch (error) {
    throw new Error(`${path} is not JSON: ${(error as Error).message}`);
  }
  const problems = [...Value.Errors(ruleSchema, given)].flatMap(problemText);
  if (problems.length > 0) throw new Error(`${path}: ${problems.join('; ')}`);
  return given as RuleFile;
}

/** Checked as Apply checks its own, and whole: what would be refused with every Apply is refused now. */
function configOf(given: RuleFile['config']): WebConfig {
  const read = readConfig(given ?? {});
  const plan = read.ok ? planOf(read.value, false) : read;
  if (read.ok && plan.ok) return read.value;
  throw new Error(`config: ${plan.ok ? '' : failureMessage(plan.failure, 'en-US')}`);
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const controlCharacters = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/;

function textOf(language: string, { version, text }: AgreementText): AgreementText {
  const place = `agreement.${language}.text`;
  const [tag] = /<\/?[a-z][^>]*>/i.exec(text) ?? [];
  if (tag) throw new Error(`${place} is plain text, shown as it stands, and holds ${tag}`);
  const plain = text.replaceAll('\r\n', '\n').trim();
  if (plain === '' || controlCharacters.test(plain))
    throw new Error(`${place} is empty or holds control characters`);
  return { version, text: plain };
}

function agreementOf(given: RuleFile['agreement']): Rule['agreement'] {
  if (!given) return null;
  if (!given.en) throw new Error('agreement.en is missing: it is shown where a language has no text');
  const texts = Object.entries(given as Record<Language, AgreementText>);
  return Object.fromEntries(texts.map(([language, text]) => [language, textOf(language, text)]));
}

function hostsOf(given: RuleFile['redirectHosts']): Rule['redirectHosts'] {
  if (!given) return null;
  return given.map((text) => {
    const pattern = hostPatternOf(text);
    if (pattern === null)
      throw new Error(`redirectHosts: ${text} is no host such as shop.example or *.shop.example:8443`);
    return pattern;
  });
}

function frameOf(given: RuleFile['frame']): FrameRule | null {
  if (!given) return null;
  const origins = given.origins.map((text) => {
    const origin = frameOriginOf(text);
    if (origin === null)
      throw new Error(
        `frame.origins: ${text} is no origin such as https://shop.example (http: localhost alone)`,
      );
    return origin;
  });
  return { origins, redirects: given.redirects ?? false };
}

/** Reads and checks a rule's file. Throws with what is wrong, and where. */
export async function readRuleFile(path: string): Promise<ReadRule> {
  const given = parse(path);
  return {
    name: given.name ?? null,
    account: given.account ?? null,
    config: configOf(given.config),
    agreement: agreementOf(given.agreement),
    redirectHosts: hostsOf(given.redirectHosts),
    frame: frameOf(given.frame),
    logo: given.logo === undefined ? null : await readLogo(resolve(dirname(path), given.logo)),
  };
}
