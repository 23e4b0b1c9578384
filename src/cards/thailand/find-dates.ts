import type { TextLine } from '../../vision/ocr/text-line.ts';
import { type CalendarDate, isSameDay } from '../dates.ts';
import type { FoundLabel } from '../find-label.ts';
import { type Piece, pieceOf } from '../piece.ts';
import { middleX, middleY } from '../rows.ts';
import { englishDateIn } from './dates.ts';

/** A date in English and where it stands. */
export type PlacedDate = { readonly date: CalendarDate; readonly piece: Piece };

/** The three dates of a Thai card; undefined where one was not found. */
export type CardDates = Partial<Record<'birthday' | 'issued' | 'expiry', PlacedDate>>;

/** A date further from its label than this many of the label's heights belongs to another. */
const mostDistance = 6;

/**
 * Born, issued, expires: the three English dates of a card follow each other in time, so where all three are found their
 * order tells which is which. Where one is missing, each goes to the label that it is nearest to.
 */
export function findCardDates(
  lines: readonly TextLine[],
  labels: Partial<Record<'birthday' | 'issued' | 'expiry', FoundLabel>>,
): CardDates {
  const dates = placedDates(lines).toSorted((first, second) => timeOf(first.date) - timeOf(second.date));
  if (dates.length === 3) return { birthday: dates[0]!, issued: dates[1]!, expiry: dates[2]! };
  const found: CardDates = {};
  for (const date of dates) {
    const name = nearestLabel(date, labels);
    if (name && !found[name]) found[name] = date;
  }
  if (!found.birthday && dates.length > 0 && !isTaken(found, dates[0]!)) found.birthday = dates[0]!;
  return found;
}

function placedDates(lines: readonly TextLine[]): readonly PlacedDate[] {
  const found: PlacedDate[] = [];
  for (const line of lines) {
    const date = englishDateIn(line.text);
    if (!date || found.some((other) => isSameDay(other.date, date))) continue;
    found.push({ date, piece: pieceOf(line, date.start, date.end)! });
  }
  return found;
}

function nearestLabel(
  { piece }: PlacedDate,
  labels: Partial<Record<'birthday' | 'issued' | 'expiry', FoundLabel>>,
): 'birthday' | 'issued' | 'expiry' | null {
  const [box] = piece.boxes;
  let nearest: 'birthday' | 'issued' | 'expiry' | null = null;
  let least = mostDistance;
  for (const name of ['birthday', 'issued', 'expiry'] as const) {
    const label = labels[name];
    if (!label || !box) continue;
    const height = label.box.bottom - label.box.top;
    const aside = Math.max(0, box.left - label.box.right, label.box.left - box.right);
    const apart = Math.abs(middleY(box) - middleY(label.box));
    // A date beside its label begins right after it; one above or below it stands in its column.
    const sideways = apart < height / 2 ? aside : Math.abs(middleX(box) - middleX(label.box)) / 2;
    const distance = (apart + sideways) / height;
    if (distance < least) {
      nearest = name;
      least = distance;
    }
  }
  return nearest;
}

function isTaken(found: CardDates, date: PlacedDate): boolean {
  return Object.values(found).includes(date);
}

function timeOf({ year, month, day }: CalendarDate): number {
  return Date.UTC(year, month - 1, day);
}
