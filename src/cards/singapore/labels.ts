import type { TextLine } from '../../vision/ocr/text-line.ts';
import { type FoundLabel, findLabels } from '../find-label.ts';
import type { Piece } from '../piece.ts';
import { type Labels, valueBelow, valueBeside, valueInLine } from '../value-near.ts';

/** Labels of both sides, on cards of citizens, residents and holders of passes. */
export const phrases = {
  name: ['Name'],
  race: ['Race'],
  birthday: ['Date of birth'],
  sex: ['Sex'],
  countryOfBirth: ['Country/Place of birth', 'Country of birth', 'Place of birth'],
  nationality: ['Nationality', 'Nationality/Citizenship'],
  address: ['Address'],
  issued: ['Date of issue'],
  expiry: ['Date of expiry', 'Expiry date'],
  number: ['IDENTITY CARD NO.', 'NRIC No.', 'FIN'],
  bloodGroup: ['Blood group'],
} as const;

export type SingaporeLabels = Partial<Record<keyof typeof phrases, FoundLabel>>;

export function labelsOf(lines: readonly TextLine[]): SingaporeLabels {
  return findLabels(lines, phrases);
}

/** What a label stands for: after it in its line, else below it, else beside it. Null where nothing is. */
export function valueFor(
  lines: readonly TextLine[],
  label: FoundLabel | undefined,
  labels: Labels,
): Piece | null {
  if (!label) return null;
  return valueInLine(label, labels) ?? valueBelow(lines, label, labels) ?? valueBeside(lines, label, labels);
}
