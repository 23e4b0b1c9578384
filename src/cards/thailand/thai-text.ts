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

/** The vowel AM as one character, marks in one order, nothing but Thai, full stops, digits and single spaces. */
export function tidyThai(text: string): string {
  return text
    .replace(/\u0e4d\u0e32/gu, '\u0e33')
    .replace(/([\u0e48-\u0e4b])([\u0e34-\u0e3a])/gu, '$2$1')
    .replace(/[^\u0e00-\u0e7f\d./\s-]/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim();
}

/**
 * A Thai name after its label: title, first name, last name, parted by spaces. `englishTitle` tells which title it must be
 * where the label was misread. Null where there are not two words.
 */
export function thaiNameIn(text: string, englishTitle: string | null): string | null {
  const tidy = tidyThai(text);
  const wanted = titlesFor[englishTitle ?? ''] ?? titles;
  const title = wanted.find((candidate) => tidy.includes(candidate));
  const after = title ? tidy.slice(tidy.indexOf(title) + title.length) : afterLabel(tidy);
  const words = after.split(' ').filter((word) => /[\u0e01-\u0e2e]{2}|[\u0e40-\u0e44]/u.test(word));
  if (words.length < 2) return null;
  return [title, ...words].filter(Boolean).join(' ');
}

/** What follows the label, by its last syllable at least: its first letters run into the card's pattern at times. */
function afterLabel(text: string): string {
  for (const ending of [nameLabel, 'ชื่อสกุล', 'สกุล']) {
    const place = text.indexOf(ending);
    if (place >= 0) return text.slice(place + ending.length).trim();
  }
  return text;
}
