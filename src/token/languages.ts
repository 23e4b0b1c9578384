/** The vendor's five, as the vendor names them (wire specification §2.1.1). */
const vendorLanguages = ['en', 'th', 'zh-cn', 'zh-tc', 'id'] as const;

/** Ours: those of the other countries whose cards are read, and one that is written from right to left. */
const ownLanguages = ['ms', 'fil', 'vi', 'ja', 'ko', 'ar'] as const;

/** The page's languages, as `Config.Language` names them. */
export const languages = [...vendorLanguages, ...ownLanguages] as const;
export type Language = (typeof languages)[number];
