import { readFileSync } from 'node:fs';
import { agreementLines } from '../../page/verify/agreement-lines.ts';
import { agreementVersion } from '../../page/verify/agreement-version.ts';
import { sayWith } from '../../page/verify/say.ts';
import type { Consent, Rule, Verification } from '../store/records.ts';
import type { Language } from '../token/languages.ts';
import type { Agreement } from './page-shapes.ts';
import { Refused } from './refused.ts';

/** The page's own words, where the page has them. */
const wordsFolder = new URL('../../page/verify/i18n/', import.meta.url);

function wordsOf(path: string): Readonly<Record<string, string>> {
  return JSON.parse(readFileSync(new URL(path, wordsFolder), 'utf8'));
}

/** Our own agreement as the page shows it for this verification: by the page's words and the page's function. */
function ownText({ plan, issuedAtMs, readableUntilMs }: Verification, language: Language): string {
  const words = { ...wordsOf(`${language}.json`), ...wordsOf(`card/${language}.json`) };
  const keptSeconds = (readableUntilMs - issuedAtMs) / 1000;
  const look = { checkMode: plan.checkMode, keptSeconds };
  const { intro, points, tick } = agreementLines(sayWith(words, language), look);
  return [intro, ...points, tick].join('\n\n');
}

/** The rule's agreement in the language, in English where it has none; null where the rule has none at all. */
export function ruleAgreement(rule: Rule | null, language: Language): Agreement | null {
  const texts = rule?.agreement;
  if (!texts) return null;
  const shown = texts[language] ? language : 'en';
  const text = texts[shown];
  if (!text) throw new Error(`the rule ${rule.id} has an agreement, and not in English`);
  return { language: shown, ...text };
}

/**
 * What is stored of a consent. The page says which text it showed, by language and version; the text itself is the
 * server's. Throws `Refused` where the page showed another.
 */
export function consentTo(
  verification: Verification,
  rule: Rule | null,
  said: { readonly agreementVersion: string; readonly language: Language },
  nowMs: number,
): Consent {
  const { language, agreementVersion: saidVersion } = said;
  const ofRule = ruleAgreement(rule, language);
  const version = ofRule?.version ?? agreementVersion;
  if (saidVersion !== version || (ofRule && ofRule.language !== language)) throw new Refused('wrong-content');
  const text = ofRule?.text ?? ownText(verification, language);
  return { version, language, atMs: nowMs, of: ofRule ? 'rule' : 'service', text };
}
