import { dateIn } from '../dates.ts';

/** The card in use since 2003, and the one that replaced it from 26 November 2018. */
export type Edition = 'HKID-2003' | 'HKID-2018';

/** First day on which the new form of the card was issued (announcement of the Immigration Department, 18 June 2024). */
const newFormSince = Date.UTC(2018, 10, 26);

/** The edition by the date of issue `DD-MM-YY`; null where there is none. */
export function editionOf(issueDate: string | null): Edition | null {
  const parts = issueDate?.match(/^(\d\d)-(\d\d)-(\d\d)$/);
  if (!parts) return null;
  const issued = Date.UTC(2000 + Number(parts[3]), Number(parts[2]) - 1, Number(parts[1]));
  return issued >= newFormSince ? 'HKID-2018' : 'HKID-2003';
}

/**
 * When cards of the 2003 edition became invalid, by year of birth: Registration of Persons (Invalidation of Identity
 * Cards) Order 2024, made under section 7C of Cap. 177 and gazetted on 21 June 2024, as announced by the government
 * on 18 June 2024. Not read here: the Order's own text. It also covers cards issued later on an application made
 * before 26 November 2018; those cannot be told from the print.
 */
const invalidFrom = {
  bornIn1970OrLater: Date.parse('2025-05-12T00:00:00+08:00'),
  bornBefore1970: Date.parse('2025-10-12T00:00:00+08:00'),
};

/**
 * Whether the card was invalid at `nowMs`. The 2018 edition has no end. Null where the edition is unknown, or it
 * hangs on a year of birth that is unknown.
 */
export function isInvalid(edition: string | null, birthday: string | null, nowMs: number): boolean | null {
  if (edition === null) return null;
  if (edition === 'HKID-2018') return false;
  if (nowMs < invalidFrom.bornIn1970OrLater) return false;
  if (nowMs >= invalidFrom.bornBefore1970) return true;
  const born = birthday === null ? null : dateIn(birthday, ['DMY']);
  return born === null ? null : born.year >= 1970;
}
