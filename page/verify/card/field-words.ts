import type { CardWords } from '../words.ts';

/**
 * What a field is called in the customer's language, by our own name of it (`Field` in the shape of each type). Names
 * that mean the same to a customer share a word.
 */
const words: Readonly<Record<string, keyof CardWords>> = {
  number: 'field.number',
  name: 'field.name',
  fullName: 'field.name',
  thaiName: 'field.localName',
  englishName: 'field.englishName',
  chineseName: 'field.chineseName',
  lastName: 'field.lastName',
  surname: 'field.lastName',
  firstName: 'field.firstName',
  givenName: 'field.firstName',
  middleName: 'field.middleName',
  sex: 'field.sex',
  birthday: 'field.birthday',
  nationality: 'field.nationality',
  citizenship: 'field.nationality',
  address: 'field.address',
  issueDate: 'field.issueDate',
  expiry: 'field.expiryDate',
  expiryDate: 'field.expiryDate',
  issuingCountry: 'field.issuingCountry',
  firstLine: 'field.machineLine',
  otherLines: 'field.machineLine',
  civilStatus: 'field.civilStatus',
  precinct: 'field.precinct',
  agencyCode: 'field.agencyCode',
};

/** The word for a field; a general one for a field that nobody has named yet. */
export function fieldWord(name: string): keyof CardWords {
  return words[name] ?? 'field.other';
}
