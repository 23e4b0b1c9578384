/** Stored with each consent; change it whenever the words of the agreement change in any language. */
export const agreementVersion = '2026-11-26.3';
