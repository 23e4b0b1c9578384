import { dateIn } from '../dates.ts';
import { nearest } from '../nearest.ts';
import type { RowField } from './labels.ts';
import { tightDates } from './tidy.ts';
import { faiths, forLife, maritalStates, nationalities, occupations, sexes } from './vocabulary.ts';

/** Points for a value that only this field has, and for one that this field never has. */
const typical = 1.5;
const impossible = -1.5;

const isFrom = (text: string, words: readonly string[]) => nearest(text, words) !== null;
const dateWithin = (text: string) => dateIn(tightDates(text), ['DMY']);
const isBareDate = (text: string) => {
  const date = dateWithin(text);
  return date !== null && tightDates(text).length - (date.end - date.start) <= 2;
};
const isNeighbourhood = (text: string) => /^\d{1,3}\s*[/|\\Il1J]?\s*\d{1,3}$/u.test(text.trim());
const hasDigits = (text: string) => (text.match(/\d/gu)?.length ?? 0) >= 2;

/** Text that may be anything but what other rows alone hold. */
function plain(text: string): number {
  if (dateWithin(text) || isNeighbourhood(text) || isFrom(text, [forLife])) return impossible;
  return isFrom(text, sexes) || isFrom(text, ['WNI']) ? impossible : 0;
}

const fits: Readonly<Record<RowField, (text: string) => number>> = {
  name: (text) => plain(text) - (hasDigits(text) ? 1 : 0),
  birth: (text) => (dateWithin(text) ? (isBareDate(text) ? 0.3 : typical) : -1),
  sex: (text) => (isFrom(text, sexes) ? typical : -0.5),
  address: plain,
  neighbourhood: (text) => (isNeighbourhood(text) ? typical : -1),
  village: plain,
  district: plain,
  faith: (text) => (isFrom(text, faiths) ? typical : -0.7),
  maritalState: (text) => (isFrom(text, maritalStates) ? typical : -0.7),
  occupation: (text) => plain(text) + (isFrom(text, occupations) ? 1 : 0),
  nationality: (text) => (isFrom(text, nationalities) ? typical : -0.5),
  validUntil: (text) => (isBareDate(text) || isFrom(text, [forLife]) ? typical : -1),
};

/** How well a text fits a field by its content alone, from about -2.5 to 1.5. */
export function fitOf(field: RowField, text: string): number {
  return fits[field](text);
}
