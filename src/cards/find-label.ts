import type { Box } from '../vision/geometry.ts';
import type { TextLine } from '../vision/ocr/text-line.ts';
import { alignmentsOf } from './edit-distance.ts';
import { fold, foldWithPlaces } from './fold.ts';
import { pieceOf } from './piece.ts';

/** A printed label where it was found: characters `start` up to `end` (code points) of `line`. */
export type FoundLabel = {
  readonly line: TextLine;
  readonly start: number;
  readonly end: number;
  readonly box: Box;
  /** Edits in shares of the phrase's length, with a surcharge where it does not stand as a word of its own. */
  readonly cost: number;
};

/** Edits by which a label may differ, in shares of its length (design/cards.md §4.5). */
const maxEditShare = 0.25;
/** Shorter labels than this are never looked for within a longer word: `Name` is not in `Surname`. */
const minLettersInsideWord = 6;
/** What it costs, in edits, to begin within a word, and to end within one. */
const beginsInsideEdits = 1;
const endsInsideEdits = 0.25;

const isPartOfWord = (character: string | undefined) =>
  character !== undefined && /[\p{L}\p{N}]/u.test(character);

/** Whether a word goes on from one character to the next: `a` to `B`, as in `NamaBUDI`, begins a new one. */
function isInsideWord(before: string | undefined, after: string | undefined): boolean {
  if (!isPartOfWord(before) || !isPartOfWord(after)) return false;
  if (/\p{Ll}/u.test(before!) && /\p{Lu}/u.test(after!)) return false;
  return /\p{N}/u.test(before!) === /\p{N}/u.test(after!);
}

function findInLine(line: TextLine, phrase: string): FoundLabel | null {
  const wanted = fold(phrase);
  const { text, places } = foldWithPlaces(line.text);
  const characters = [...line.text];
  let best: FoundLabel | null = null;
  for (const { edits, start, end } of alignmentsOf(wanted, text, wanted.length * maxEditShare)) {
    if (start === end) continue;
    const first = places[start]!;
    const last = places[end - 1]!;
    const beginsInside = isInsideWord(characters[first - 1], characters[first]);
    if (beginsInside && wanted.length < minLettersInsideWord) continue;
    const endsInside = isInsideWord(characters[last], characters[last + 1]);
    const surcharge = (beginsInside ? beginsInsideEdits : 0) + (endsInside ? endsInsideEdits : 0);
    const cost = (edits + surcharge) / wanted.length;
    // A name's beginning is no misread label: `PANGILINAN` holds no `Pangalan`, `CAMELLA` no `Name`.
    const insides = (beginsInside ? beginsInsideEdits : 0) + (endsInside && edits > 0 ? 1 : 0);
    if (edits + insides > wanted.length * maxEditShare) continue;
    if (best && best.cost <= cost) continue;
    const box = pieceOf(line, first, last + 1)!.boxes[0]!;
    best = { line, start: first, end: last + 1, box, cost };
  }
  return best;
}

function candidatesOf(lines: readonly TextLine[], phrases: readonly string[]): readonly FoundLabel[] {
  const found: FoundLabel[] = [];
  for (const line of lines) {
    for (const phrase of phrases) {
      const label = findInLine(line, phrase);
      if (label) found.push(label);
    }
  }
  const length = (label: FoundLabel) => label.end - label.start;
  return found.toSorted((a, b) => a.cost - b.cost || length(b) - length(a));
}

/**
 * The place that is nearest to one of a label's printed phrases, within a quarter of its letters in edits; null if
 * there is none. Spaces, case, colons and look-alike characters do not count, and the value may stand in the same
 * line: `NamaBUDI` and `N4MA : BUDI` hold the label `Nama`. Among equals the longer, then the upper one wins.
 */
export function findLabel(lines: readonly TextLine[], phrases: readonly string[]): FoundLabel | null {
  return candidatesOf(lines, phrases)[0] ?? null;
}

const overlap = (a: FoundLabel, b: FoundLabel) => a.line === b.line && a.start < b.end && b.start < a.end;

/**
 * All labels of a card at once: the nearest match of any of them is taken first, and no piece of print is given to two.
 * So `Surname` is not also the `Name`, where both are asked for. Labels that were not found are absent.
 *
 *     const labels = findLabels(page.lines, { name: ['Nama', 'Name'], religion: ['Agama'] });
 *     if (labels.name) valueBeside(page.lines, labels.name, labels);
 */
export function findLabels<Name extends string>(
  lines: readonly TextLine[],
  phrases: Readonly<Record<Name, readonly string[]>>,
): Partial<Record<Name, FoundLabel>> {
  const names = Object.keys(phrases) as Name[];
  const all = names.flatMap((name) =>
    candidatesOf(lines, phrases[name]).map((label) => ({ name, label, letters: label.end - label.start })),
  );
  const taken: Partial<Record<Name, FoundLabel>> = {};
  for (const { name, label } of all.toSorted(
    (a, b) => a.label.cost - b.label.cost || b.letters - a.letters,
  )) {
    if (taken[name]) continue;
    if (names.some((other) => taken[other] && overlap(taken[other], label))) continue;
    taken[name] = label;
  }
  return taken;
}
