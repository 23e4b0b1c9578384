type LookAlike = {
  readonly read: RegExp;
  readonly is: string;
  /** Without one of these the English name cannot spell what was read. */
  readonly readNeeds: RegExp;
  /** And without one of these not what it is taken for instead. */
  readonly needs: RegExp;
};

/**
 * Letters that the reader of Thai takes for others (measured on simulated cards, 2026-11): THO THAN for CHO CHANG with the
 * mark that its foot looks like, NO NEN for YO YING. Romanised they have no letter in common.
 */
const lookAlikes: readonly LookAlike[] = [
  { read: /ช[ิีุู]?/u, is: 'ฐ', readNeeds: /ch|j|sh|x/i, needs: /t/i },
  { read: /^ญ(?=ณ)/u, is: '', readNeeds: /y/i, needs: /n/i },
  { read: /^ญ/u, is: 'ณ', readNeeds: /y/i, needs: /n/i },
];

/** The mark of a silent letter cannot stand on the first one: there it is MAI HAN AKAT, which looks alike. */
const silentFirst = /^([\u0e01-\u0e2e])\u0e4c/u;

function agree(word: string, english: string): string {
  return lookAlikes.reduce(
    (text, { read, is, readNeeds, needs }) =>
      readNeeds.test(english) || !needs.test(english) ? text : text.replace(read, is),
    word.replace(silentFirst, '$1\u0e31'),
  );
}

/**
 * The words of a Thai name without its title, in accord with its English spelling: that is printed below it, word for
 * word, and read more surely. Words at the front that are too many are the label or the title read twice.
 */
export function agreeWithEnglish(
  words: readonly string[],
  english: { readonly first: string; readonly last: string },
): readonly string[] {
  const spelled = [english.first, english.last].flatMap((text) => text.split(' ').filter(Boolean));
  const kept = words.slice(Math.max(0, words.length - spelled.length));
  return kept.length === spelled.length ? kept.map((word, at) => agree(word, spelled[at] as string)) : kept;
}
