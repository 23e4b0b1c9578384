/** Marks as wide as a letter, which bring the blank after them: Chinese and Japanese. */
const withBlank = /[。！？：]$/u;

/** What stands between a sentence or a colon and what comes next: nothing where its own mark brings the blank. */
export const gapAfter = (text: string): '' | ' ' => (withBlank.test(text) ? '' : ' ');
