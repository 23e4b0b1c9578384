/**
 * Forms of a licence number: the letter and two digits of the issuing office, the year, six digits. The numbers have no
 * check digit that is made public, so their form is all that can be checked.
 */
export const licenceNumberTemplates = ['A00-00-000000'] as const;

/** The office that issued the card: a letter and two digits. Often, not always, how the licence number begins. */
export const agencyCodeTemplate = 'A00';
