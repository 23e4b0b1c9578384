import type { ShownCard } from '../../../src/capture/page-shapes.ts';
import type { CardWords } from '../word-keys.ts';

/**
 * What a field is called in the customer's language, by our own name of it (`Field` in the shape of each type). Names
 * that mean the same to a customer share a word.
 */
const words: Readonly<Record<string, keyof CardWords>> = {
  number: 'field.number',
  backNumber: 'field.backNumber',
  registration: 'field.registration',
  name: 'field.name',
  fullName: 'field.name',
  thaiName: 'field.localName',
  englishName: 'field.englishName',
  chineseName: 'field.chineseName',
  telegraphCode: 'field.telegraphCode',
  lastName: 'field.lastName',
  surname: 'field.lastName',
  englishLastName: 'field.lastName',
  firstName: 'field.firstName',
  givenName: 'field.firstName',
  englishFirstName: 'field.firstName',
  middleName: 'field.middleName',
  sex: 'field.sex',
  birthday: 'field.birthday',
  thaiBirthday: 'field.birthday',
  birth: 'field.birth',
  countryOfBirth: 'field.birthPlace',
  nationality: 'field.nationality',
  citizenship: 'field.nationality',
  race: 'field.ethnicity',
  ethnicGroup: 'field.ethnicity',
  address: 'field.address',
  postcode: 'field.postcode',
  province: 'field.province',
  city: 'field.city',
  district: 'field.district',
  village: 'field.village',
  neighbourhood: 'field.neighbourhood',
  issued: 'field.issueDate',
  thaiIssued: 'field.issueDate',
  issueDate: 'field.issueDate',
  currentIssueDate: 'field.issueDate',
  firstIssueDate: 'field.firstIssueDate',
  expiry: 'field.expiryDate',
  thaiExpiry: 'field.expiryDate',
  expiryDate: 'field.expiryDate',
  validUntil: 'field.expiryDate',
  validity: 'field.validity',
  issuingCountry: 'field.issuingCountry',
  authority: 'field.authority',
  symbols: 'field.symbols',
  permanent: 'field.permanent',
  firstLine: 'field.machineLine',
  otherLines: 'field.machineLine',
  kind: 'field.kind',
  civilStatus: 'field.civilStatus',
  maritalState: 'field.civilStatus',
  religion: 'field.religion',
  faith: 'field.religion',
  occupation: 'field.occupation',
  bloodType: 'field.bloodType',
  precinct: 'field.precinct',
  agencyCode: 'field.agencyCode',
};

/** What the card does not print as such: the customer has nothing to compare it with. */
const unprinted: readonly string[] = ['edition'];

type Shown = ShownCard['fields'][number];

/** The fields that a customer can compare, with values that need no words for machines. */
export function comparable(
  fields: readonly Shown[],
  say: (word: keyof CardWords) => string,
): readonly Shown[] {
  const yesOrNo: Readonly<Record<string, string>> = { 1: say('field.yes'), 0: say('field.no') };
  return fields.flatMap(({ name, value }) => {
    if (unprinted.includes(name)) return [];
    if (name !== 'permanent') return [{ name, value }];
    const word = yesOrNo[value];
    return word === undefined ? [] : [{ name, value: word }];
  });
}

/** The word for a field; a general one for a field that nobody has named yet. */
export function fieldWord(name: string): keyof CardWords {
  return words[name] ?? 'field.other';
}
