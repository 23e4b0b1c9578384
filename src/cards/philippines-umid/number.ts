/** The Common Reference Number: twelve digits behind `CRN`. No check digit is made public. */
export const commonReferenceTemplates = ['crn-0000-0000000-0', '0000-0000000-0'] as const;

/** The number as the card prints it, with its `CRN-` also where that was not read. */
export function asCommonReference(text: string): string {
  return text.startsWith('CRN-') ? text : `CRN-${text}`;
}

export function isCommonReference(text: string): boolean {
  return /^CRN-\d{4}-\d{7}-\d$/.test(text);
}
