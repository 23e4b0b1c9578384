/** The number of the Social Security System: ten digits. No check digit is made public. */
export const socialSecurityTemplates = ['00-0000000-0'] as const;
