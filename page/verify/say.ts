import type { Language } from '../../src/capture/page-shapes.ts';
import { directionOf, languageTags, localeOf } from './languages.ts';
import type { WordKey } from './word-keys.ts';

/**
 * Says a text with `{name}` filled in, numbers as the language writes them. Where a text goes by number, `count` is the
 * number. A number that is a name, such as a code, is given as text.
 */
export type Say = (key: WordKey, values?: Readonly<Record<string, string | number>>) => string;

/** Keeps what is filled in from turning the order of right-to-left text around it (Unicode UAX 9: FSI, PDI). */
const isolated = (text: string) => `\u2068${text}\u2069`;

/** The words of one language. `key#category` is what `key` says for a `count` of that plural category of CLDR. */
export function sayWith(words: Readonly<Record<string, string>>, language: Language): Say {
  const tag = languageTags[language];
  const numbers = new Intl.NumberFormat(localeOf(tag), { maximumFractionDigits: 2 });
  const plurals = new Intl.PluralRules(tag);
  const isolate = directionOf(language) === 'rtl' ? isolated : (text: string) => text;

  function textOf(key: string, count: string | number | undefined): string {
    const form = typeof count === 'number' ? words[`${key}#${plurals.select(count)}`] : undefined;
    return form ?? words[key] ?? key;
  }

  function shown(value: string | number): string {
    return isolate(typeof value === 'number' ? numbers.format(value) : value);
  }

  return (key, values = {}) =>
    textOf(key, values.count).replace(/\{(\w+)\}/g, (whole, name: string) => {
      const value = values[name];
      return value === undefined ? whole : shown(value);
    });
}
