import { type CalendarDate, dateIn, formatDate } from '../dates.ts';
import { nearest } from '../nearest.ts';
import type { RowField } from './labels.ts';
import type { Accept } from './look-at-value.ts';
import { asAddress, asName, asNeighbourhood, asPlace, inCapitals, tightDates } from './tidy.ts';
import { faiths, forLife, maritalStates, occupations, sexes } from './vocabulary.ts';

const form = 'DD-MM-YYYY';
const cardDate = (text: string) => dateIn(tightDates(text), ['DMY']);

const orNull = (text: string) => (text === '' ? null : text);
const letters: Accept = (text) => orNull(asName(text));
const place: Accept = (text) => orNull(asPlace(text));
const oneOf =
  (words: readonly string[]): Accept =>
  (text) =>
    nearest(text, words)?.entry ?? null;

/** Two edits among twelve letters: occupations are an open list. */
const occupationEdits = 0.17;

/** Place and day in one, as printed: `BOGOR, 16-05-1971`. */
const birth: Accept = (text) => {
  const tight = tightDates(text);
  const date = cardDate(text);
  if (!date) return null;
  const town = asPlace([...tight].slice(0, date.start).join(''));
  return town === '' ? null : `${town}, ${formatDate(date, form)}`;
};

const occupation: Accept = (text) => {
  const capitals = inCapitals(text).replace(/^[^\p{L}]+/u, '');
  return nearest(capitals, occupations, occupationEdits)?.entry ?? orNull(capitals);
};

/** Foreigners' cards name a country, and `WNA` is a letter away from `WNI`: as printed where it is printed so. */
const nationality: Accept = (text) => {
  const printed = asPlace(text);
  if (printed === 'WNA') return printed;
  // No country's name is shorter than four letters.
  return nearest(printed, ['WNI', 'INDONESIA'])?.entry ?? (printed.length < 4 ? null : printed);
};

const validUntil: Accept = (text) => {
  if (nearest(text, [forLife])) return forLife;
  const date = cardDate(text);
  return date && formatDate(date, form);
};

const accepts: Readonly<Record<RowField, Accept>> = {
  name: letters,
  birth,
  sex: oneOf(sexes),
  address: (text) => orNull(asAddress(text)),
  neighbourhood: asNeighbourhood,
  village: place,
  district: place,
  faith: oneOf(faiths),
  maritalState: oneOf(maritalStates),
  occupation,
  nationality,
  validUntil,
};

/** What a text says for a row's field, in the form that the card prints; null where it cannot be its value. */
export function acceptFor(field: RowField): Accept {
  return accepts[field];
}

/** The day in a birth row as it is given on; null where it has none. */
export function birthDateOf(value: string | null): CalendarDate | null {
  return value === null ? null : cardDate(value);
}
