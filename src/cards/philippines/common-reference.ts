/**
 * Forms of the Common Reference Number, which the UMID and some cards of the Social Security System carry: twelve
 * digits behind `CRN`. No check digit is made public, so the form is all that can be checked.
 */
export const commonReferenceTemplates = ['crn-0000-0000000-0', '0000-0000000-0'] as const;
