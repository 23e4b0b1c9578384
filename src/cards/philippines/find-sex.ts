import type { Box } from '../../vision/geometry.ts';
import type { TextLine } from '../../vision/ocr/text-line.ts';
import type { CardPage } from '../card-page.ts';
import type { FoundLabel } from '../find-label.ts';
import { pieceOf } from '../piece.ts';
import { isSameRow } from '../rows.ts';
import type { Labels } from '../value-near.ts';
import { type Found, findValue } from './find-value.ts';
import { sexOf } from './words.ts';

/**
 * The sex by its label. A letter that stands alone is what a text detector misses first: where none was read, the
 * places beside and under the label are looked at again.
 */
export async function findSex(
  page: CardPage,
  lines: readonly TextLine[],
  label: FoundLabel | undefined,
  labels: Labels,
): Promise<Found<string> | null> {
  const found = findValue(lines, label, labels, sexOf);
  if (found !== null || label === undefined) return found;
  for (const zone of zonesBy(label, labels)) {
    const again = await page.lookAgain(zone, { script: 'latin', isOneLine: true });
    for (const line of again) {
      const value = sexOf(line.text);
      const piece = value === null ? null : pieceOf({ ...line, box: zone });
      if (value !== null && piece !== null) return { value, piece };
    }
  }
  return null;
}

/** Beside the label up to the next one, and under it; in heights of the label, which is the smallest print there. */
function zonesBy({ box }: FoundLabel, labels: Labels): readonly Box[] {
  const height = box.bottom - box.top;
  const next = Object.values(labels)
    .filter((other) => other !== undefined && isSameRow(other.box, box) && other.box.left > box.right)
    .map((other) => other!.box.left);
  const right = Math.min(...next, box.right + 4 * height);
  const beside = { left: box.right, top: box.top - height * 0.4, right, bottom: box.bottom + height * 0.4 };
  const under = {
    left: box.left - height * 0.5,
    top: box.bottom,
    right: Math.max(box.right, box.left + 2 * height),
    bottom: box.bottom + height * 2.2,
  };
  return right - box.right > height ? [beside, under] : [under];
}
