import type { EndView, PageView } from '../../src/capture/page-shapes.ts';
import type { WordKey } from './word-keys.ts';

/** A result in words: the code that the page names, and where its three sentences are. */
export type ShownResult = {
  readonly code: number;
  readonly tone: 'plain' | 'good' | 'bad';
  readonly heading: WordKey;
  readonly what: WordKey;
  /** Null where there is nothing to do. */
  readonly advice: WordKey | null;
};

const codesWithWords = [
  0, 14, 15, 16, 1001, 1002, 1003, 1004, 1005, 1201, 1202, 1207, 1208, 1209, 1303, 1401, 1409, 1410, 2004,
  2013, 2016,
] as const;
type CodeWithWords = (typeof codesWithWords)[number];

function wordsFor(code: number): CodeWithWords | 'general' {
  return codesWithWords.find((each) => each === code) ?? 'general';
}

/** A failed attempt that may be followed by another. */
export function shownAttempt(code: number): ShownResult {
  const name = wordsFor(code);
  return { code, tone: 'bad', heading: `${name}.heading`, what: `${name}.what`, advice: `${name}.do` };
}

/**
 * The end. The holder is told why: 16 when the tries are used up, with the last try's reason, and 15 when the window
 * closed (contracts §2). Whoever does not hold the verification learns only that it is over, never its result.
 */
export function shownEnd(end: EndView, holder: PageView['holder']): ShownResult {
  const mayKnow = holder === 'this-tab' || holder === 'other-tab' || holder === 'handed-over';
  const plain = (code: 14 | 15 | 1410): ShownResult => ({
    code,
    tone: 'plain',
    heading: `${code}.heading`,
    what: `${code}.what`,
    advice: `${code}.do`,
  });
  if (end.how === 'expired') return plain(15);
  if (!mayKnow) return plain(14);
  const what = `${wordsFor(end.code)}.what` as const;
  switch (end.how) {
    case 'passed':
      return { code: end.code, tone: 'good', heading: '0.heading', what: '0.what', advice: '0.do' };
    case 'abandoned':
      return plain(1410);
    case 'retries-used-up':
      return { code: 16, tone: 'bad', heading: '16.heading', what, advice: '16.do' };
    case 'failed':
      return { ...shownAttempt(end.code), advice: 'end.do' };
  }
}
