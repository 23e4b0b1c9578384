import { fold } from '../fold.ts';
import { nearest } from '../nearest.ts';

/** What the labels of Philippine documents say, in English and in Filipino. */
export const labelPhrases = {
  lastName: ['Last Name', 'Surname', 'Family Name', 'Apelyido', 'Apelyido / Last Name', 'Apelyido / Surname'],
  firstName: ['First Name', 'Given Name', 'Given Names', 'Pangalan', 'Mga Pangalan', 'Pangalan / First Name'],
  middleName: ['Middle Name', 'Gitnang Pangalan', 'Gitnang Apelyido', 'Gitnang Pangalan / Middle Name'],
  fullName: [
    'Last Name, First Name, Middle Name',
    'Surname, First Name, Middle Name',
    'Surname, Given Name, Middle Name',
    'Last Name, Given Name, Middle Name',
    'Last Name, First Name, M.I.',
    'Apelyido, Pangalan, Gitnang Pangalan',
    'Full Name',
    'Name of Taxpayer',
    "Taxpayer's Name",
    'Registered Name',
    'Buong Pangalan',
    'Name',
  ],
  birthday: [
    'Date of Birth',
    'Birth Date',
    'Birthday',
    'Petsa ng Kapanganakan',
    'Araw ng Kapanganakan',
    'Kapanganakan',
  ],
  sex: ['Sex', 'Gender', 'Kasarian'],
  address: ['Address', 'Home Address', 'Residential Address', 'Registered Address', 'Tirahan', 'Tinitirahan'],
  civilStatus: ['Civil Status', 'Marital Status', 'Katayuang Sibil', 'Kalagayang Sibil'],
  citizenship: ['Citizenship', 'Pagkamamamayan'],
  nationality: ['Nationality', 'Nasyonalidad', 'Citizenship'],
  issueDate: [
    'Date of Issue',
    'Issue Date',
    'Date Issued',
    'Issuance Date',
    'Issued',
    'Petsa ng Pagkakaloob',
  ],
  expiryDate: [
    'Expiration Date',
    'Expiry Date',
    'Date of Expiry',
    'Valid Until',
    'Petsa ng Pagkawalang Bisa',
  ],
  signature: [
    'Signature',
    'Signature of Licensee',
    "Taxpayer's Signature",
    "Member's Signature",
    'Lagda',
    'Right Thumbmark',
  ],
} as const;

const everyPhrase = [...new Set(Object.values(labelPhrases).flat())].filter((phrase) => phrase !== 'Name');

/** Words that labels of names are made of, also in brackets behind one: `Name (Last, First, Middle)`. */
const nameWords = [
  'LAST',
  'FIRST',
  'MIDDLE',
  'NAME',
  'NAMES',
  'SURNAME',
  'GIVEN',
  'FAMILY',
  'INITIAL',
  'SUFFIX',
  'MI',
];

/** Whether a text is a label itself, as the English half of one in two languages is. */
export function isLabelText(text: string): boolean {
  const folded = fold(text);
  if (folded === 'NAME' || isOfNameWords(text)) return true;
  return nearest(text, everyPhrase, 0.25) !== null || nearestIsTied(folded);
}

function isOfNameWords(text: string): boolean {
  const words = text.match(/\p{L}+/gu) ?? [];
  return words.length > 1 && words.every((word) => nearest(word, nameWords, 0.25) !== null);
}

/** `Signature` and `Signature of Licensee` may be equally near: then `nearest` gives none, and it still is a label. */
function nearestIsTied(folded: string): boolean {
  return everyPhrase.some((phrase) => fold(phrase) === folded);
}
