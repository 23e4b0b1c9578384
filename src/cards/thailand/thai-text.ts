import { alignmentsOf } from '../edit-distance.ts';
import { nearest } from '../nearest.ts';
import type { EnglishNames } from './english-names.ts';
import { agreeWithEnglish } from './thai-witness.ts';

/** Titles that stand before a Thai name, longest first: นางสาว begins with นาง. */
const titles = ['นางสาว', 'เด็กชาย', 'เด็กหญิง', 'น.ส.', 'ด.ช.', 'ด.ญ.', 'นาย', 'นาง'];

/** What each English title is in Thai (boys' and girls' are of several). */
const titlesFor: Readonly<Record<string, readonly string[]>> = {
  Mr: ['นาย'],
  Mrs: ['นาง'],
  Miss: ['นางสาว', 'น.ส.', 'เด็กหญิง', 'ด.ญ.'],
  Master: ['เด็กชาย', 'ด.ช.'],
};

const nameLabel = 'ชื่อตัวและชื่อสกุล';

/**
 * The vowel AM as one character, marks in one order and beside their letters, nothing but Thai, full stops, digits and
 * single spaces.
 */
export function tidyThai(text: string): string {
  return text
    .replace(/\u0e4d\u0e32/gu, '\u0e33')
    .replace(/([\u0e48-\u0e4b])([\u0e34-\u0e3a])/gu, '$2$1')
    .replace(/[^\u0e00-\u0e7f\d./\s-]/gu, ' ')
    .replace(/\s+/gu, ' ')
    .replace(/(?<=[\u0e40-\u0e44]) | (?=[\u0e30-\u0e3a\u0e47-\u0e4e])/gu, '')
    .trim();
}

/** What the rows in Latin letters say of the name. */
type EnglishSpelling = Pick<EnglishNames, 'title'> & {
  readonly [part in 'first' | 'last']: { readonly value: string } | null;
};

type TitleAndWords = { readonly title: string | null; readonly words: readonly string[] };

/**
 * A Thai name after its label: title, first name, last name, parted by spaces. The English name tells which title it must
 * be where that was misread, and which of letters that look alike. Null where there are not two words.
 */
export function thaiNameIn(text: string, english: EnglishSpelling): string | null {
  const found = titleAndWords(tidyThai(text), english.title);
  if (!found) return null;
  const { title, words } = found;
  const spelled = english.first && english.last && { first: withoutTitle(english), last: english.last.value };
  return [title, ...(spelled ? agreeWithEnglish(words, spelled) : words)].filter(Boolean).join(' ');
}

function withoutTitle({ title, first }: EnglishSpelling): string {
  const name = first?.value ?? '';
  return title === null ? name : name.slice(title.length).replace(/^[\s.]+/u, '');
}

function titleAndWords(tidy: string, englishTitle: string | null): TitleAndWords | null {
  const wanted = titlesFor[englishTitle ?? ''] ?? titles;
  const title = wanted.find((candidate) => tidy.includes(candidate));
  if (title) return joined(title, wordsOf(tidy.slice(tidy.indexOf(title) + title.length)));
  const words = wordsOf(afterLabel(tidy));
  if (!englishTitle) return joined(null, words);
  const titleRead = words.length > 2 ? words[0]! : null;
  const [only, other] = wanted;
  // A title that was lost is known where the English one has a single Thai form.
  if (titleRead === null) return joined(other ? null : only!, words);
  const alike = wanted.filter((candidate) => candidate.includes('.') === titleRead.includes('.'));
  return joined(nearest(titleRead, alike, mostTitleEdits)?.entry ?? alike[0] ?? only!, words.slice(1));
}

/** A title is one of few: the nearest is taken even where most of its letters are others. */
const mostTitleEdits = 0.75;

function wordsOf(text: string): readonly string[] {
  return text.split(' ').filter((word) => (word.match(/[\u0e01-\u0e2e]/gu)?.length ?? 0) >= 2);
}

function joined(title: string | null, words: readonly string[]): TitleAndWords | null {
  return words.length < 2 ? null : { title, words };
}

/** Edits by which the label may be misread. */
const mostLabelEdits = 6;

/** What follows the label: its first letters run into the card's pattern at times. */
function afterLabel(text: string): string {
  const best = alignmentsOf(
    nameLabel,
    text.slice(0, nameLabel.length + mostLabelEdits),
    mostLabelEdits,
  ).toSorted((first, second) => first.edits - second.edits)[0];
  return best ? [...text].slice(best.end).join('').trim() : text;
}
