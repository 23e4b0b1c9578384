import { editDistance } from './edit-distance.ts';
import { fold } from './fold.ts';

/** An entry of a closed vocabulary, and how many edits the text is away from it. */
export type Nearest<Entry extends string = string> = { readonly entry: Entry; readonly edits: number };

/**
 * The entry of a closed vocabulary (religions, states, months) that a text stands for: letters and digits alone are
 * compared, look-alikes count as the same. Null if even the nearest is further than `maxEditShare` of its length, or
 * if two are equally near.
 *
 *     nearest('lSLAN', ['ISLAM', 'KRISTEN']) // { entry: 'ISLAM', edits: 1 }
 */
export function nearest<Entry extends string>(
  text: string,
  vocabulary: readonly Entry[],
  maxEditShare = 0.34,
): Nearest<Entry> | null {
  const wanted = fold(text);
  let best: Nearest<Entry> | null = null;
  let isTied = false;
  for (const entry of vocabulary) {
    const folded = fold(entry);
    const edits = editDistance(wanted, folded);
    if (edits > folded.length * maxEditShare) continue;
    if (best && edits > best.edits) continue;
    isTied = best?.edits === edits;
    best = { entry, edits };
  }
  return isTied ? null : best;
}
