import { digitsLike, lettersLike } from '../look-alikes.ts';

/** A number found in a line of text, written as its template writes it. */
export type TemplateFit = {
  readonly value: string;
  /** How many characters were read as a look-alike of what may stand there: O for 0, I for 1 and so on. */
  readonly repairs: number;
  /** Places in the text that was searched, for cutting the number out of its line. */
  readonly start: number;
  readonly end: number;
};

const separators = new Set(['-', '–', '—', '_', '~', '.', ' ', ':', '−', '=']);

const dash = /^[-–—−~]$/;

/** More look-alikes than this share of a number, and it is rather a word; with every separator in place it may be more. */
const maxRepairShare = 0.25;
const maxRepairShareSeparated = 0.45;

/**
 * Searches a text for a number of a given form: in the template `0` stands for a digit, `A` for a capital letter, `-`
 * for a separator, and a letter in lower case for that capital itself. `@` is a capital letter too, and where a digit was
 * read the one that looks most like it: for numbers that say themselves apart. Separators may be missing, or be read as another
 * sign, but may not stand elsewhere; single blanks may, where every separator was read: wide type has such. Null where no place fits, or where two different numbers fit equally well.
 */
export function fitTemplate(text: string, template: string): TemplateFit | null {
  const signs = [...text];
  let best: (TemplateFit & { cost: number }) | null = null;
  let rivals = 0;
  for (let start = 0; start < signs.length; start++) {
    if (start > 0 && isDigit(signs[start - 1]!) && isDigit(signs[start]!)) continue;
    const fit = fitAt(signs, start, template);
    if (fit === null) continue;
    if (best === null || fit.cost < best.cost) {
      best = fit;
      rivals = 0;
    } else if (fit.cost === best.cost && fit.value !== best.value) rivals += 1;
  }
  if (best === null || rivals > 0) return null;
  const { cost: _cost, ...fit } = best;
  return fit;
}

type Walk = { place: number; value: string; repairs: number; missing: number; blanks: number };

function fitAt(
  signs: readonly string[],
  start: number,
  template: string,
): (TemplateFit & { cost: number }) | null {
  const walk: Walk = { place: start, value: '', repairs: 0, missing: 0, blanks: 0 };
  for (const slot of template) if (!takeSlot(signs, walk, slot)) return null;
  const next = signs[walk.place];
  if (next !== undefined && isDigit(next)) return null;
  if (walk.blanks > 0 && walk.missing > 0) return null;
  const places = template.replaceAll('-', '').length;
  const share = walk.missing === 0 && template.includes('-') ? maxRepairShareSeparated : maxRepairShare;
  if (walk.repairs > places * share || isPartOfNumber(signs, start, walk.place)) return null;
  if (isWithinWord(signs, start, walk, template)) return null;
  return {
    value: walk.value,
    repairs: walk.repairs,
    start,
    end: walk.place,
    cost: walk.repairs * 2 + walk.missing + walk.blanks,
  };
}

function takeSlot(signs: readonly string[], walk: Walk, slot: string): boolean {
  if (slot === '-') return takeSeparator(signs, walk);
  if (walk.value !== '' && signs[walk.place] === ' ') {
    walk.place += 1;
    walk.blanks += 1;
  }
  const sign = signs[walk.place];
  if (sign === undefined) return false;
  const read = slot === '0' ? asDigit(sign) : asLetter(sign, slot);
  if (read === null) return false;
  if (read !== sign.toUpperCase()) walk.repairs += 1;
  walk.value += read;
  walk.place += 1;
  return true;
}

function takeSeparator(signs: readonly string[], walk: Walk): boolean {
  const from = walk.place;
  while (walk.place < signs.length && separators.has(signs[walk.place]!)) walk.place += 1;
  if (walk.place - from > 3) return false;
  if (walk.place === from) walk.missing += 1;
  walk.value += '-';
  return true;
}

/** Whether the number goes on beyond a dash, before or behind: then this is a part of a longer one. */
function isPartOfNumber(signs: readonly string[], start: number, end: number): boolean {
  const isDashed = (separator: number, digit: number) =>
    dash.test(signs[separator] ?? '') && digitsLike(signs[digit] ?? '').length > 0;
  return isDashed(start - 1, start - 2) || isDashed(end, end + 1);
}

/** A number without any of its separators must stand alone: otherwise every long run of digits would hold one. */
function isWithinWord(signs: readonly string[], start: number, walk: Walk, template: string): boolean {
  const allMissing = walk.missing > 0 && walk.missing === template.split('-').length - 1;
  const next = signs[walk.place];
  if (next !== undefined && /[A-Z]/i.test(next)) return true;
  return allMissing && start > 0 && /[0-9-]/.test(signs[start - 1]!);
}

/** Only where a sign can be one digit and no other: what could be two is no reading. */
function asDigit(sign: string): string | null {
  const [digit, other] = digitsLike(sign);
  return digit === undefined || other !== undefined ? null : digit;
}

function asLetter(sign: string, slot: string): string | null {
  const letters = lettersLike(sign);
  if (slot === '@') return letters[0] ?? null;
  if (slot !== 'A') return letters.find((letter) => letter === slot.toUpperCase()) ?? null;
  return letters.length === 1 ? letters[0]! : null;
}

function isDigit(sign: string): boolean {
  return sign >= '0' && sign <= '9';
}
