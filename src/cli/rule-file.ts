import { dirname, resolve } from 'node:path';
import Type, { type Static } from 'typebox';
import { type ApiFailure, failureMessage } from '../errors.ts';
import type { AgreementText, FrameRule, Rule } from '../store/records.ts';
import { hostPatternOf } from '../token/allowed-host.ts';
import { type Language, languages } from '../token/languages.ts';
import { isThemeColor, planOf, type WebConfig } from '../token/web-config.ts';
import { configFieldNames, readConfig } from '../wire/shapes/apply-web-verification.ts';
import { frameOriginOf } from './frame-origin.ts';
import { type Logo, readLogo } from './logo-file.ts';
import { plainName } from './plain-name.ts';
import { readBeside } from './read-beside.ts';
import { didYouMean, problemsOf } from './schema-problems.ts';

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
    name: Type.Optional(Type.String()),
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

function parse(text: string): RuleFile {
  let given: unknown;
  try {
    given = JSON.parse(text);
  } catch (error) {
    throw new Error(`this is not JSON: ${(error as Error).message}`);
  }
  const problems = problemsOf(ruleSchema, given);
  if (problems.length > 0) throw new Error(problems.join('; '));
  return given as RuleFile;
}

/** What the API says is right for it, and too short for who writes a file. */
function configProblem({ code, detail }: ApiFailure): string {
  const text = failureMessage({ code, detail }, 'en-US');
  if (code === 'UnknownParameter') return `${text}${didYouMean(detail, configFieldNames)}`;
  if (code !== 'InvalidParameter') return text;
  return `${text} Numbers, true and false stand without quotation marks, texts with them.`;
}

/**
 * Checked as Apply checks its own, and whole: what would be refused with every Apply is refused now. So is a colour that
 * Apply would take for the default: here somebody is there to mend it.
 */
function configOf(given: RuleFile['config']): WebConfig {
  const read = readConfig(given ?? {});
  const plan = read.ok ? planOf(read.value, false) : read;
  if (!read.ok || !plan.ok) throw new Error(`config: ${plan.ok ? '' : configProblem(plan.failure)}`);
  const { themeColor } = read.value;
  if (themeColor && !isThemeColor(themeColor))
    throw new Error(`config: \`ThemeColor\` ${themeColor} is no colour such as #2d72f1`);
  return read.value;
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
  return { version: plainName(version, `agreement.${language}.version`), text: plain };
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
      throw new Error(`redirectHosts: "${text}" is no host such as shop.example or *.shop.example:8443`);
    return pattern;
  });
}

function frameOf(given: RuleFile['frame']): FrameRule | null {
  if (!given) return null;
  const origins = given.origins.map((text) => {
    const origin = frameOriginOf(text);
    if (origin === null)
      throw new Error(
        `frame.origins: "${text}" is no origin such as https://shop.example (http: localhost alone)`,
      );
    return origin;
  });
  return { origins, redirects: given.redirects ?? false };
}

async function checked(text: string, folder: string): Promise<ReadRule> {
  const given = parse(text);
  return {
    name: given.name === undefined ? null : plainName(given.name, 'name'),
    account: given.account ?? null,
    config: configOf(given.config),
    agreement: agreementOf(given.agreement),
    redirectHosts: hostsOf(given.redirectHosts),
    frame: frameOf(given.frame),
    logo: given.logo === undefined ? null : await readLogo(resolve(folder, given.logo)),
  };
}

/** Reads and checks a rule's file. Throws with what is wrong, and where. */
export async function readRuleFile(path: string): Promise<ReadRule> {
  // Some editors begin with a byte order mark, which is no JSON.
  const text = readBeside(path, 'the rule')
    .toString('utf8')
    .replace(/^\uFEFF/, '');
  try {
    return await checked(text, dirname(path));
  } catch (error) {
    throw new Error(`${path}: ${error instanceof Error ? error.message : error}`, { cause: error });
  }
}
