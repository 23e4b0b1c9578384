/**
 * Forms of a taxpayer's number: nine digits, and three (on some papers five) more for the branch, 000 for the head
 * office and for people. The ninth is a check digit, but how it is reckoned is not published: the form is all that can
 * be checked.
 */
export const taxpayerNumberTemplates = ['000-000-000-00000', '000-000-000-000', '000-000-000'] as const;
