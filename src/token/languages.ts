/** The page's languages, as the vendor names them (wire specification §2.1.1). */
export const languages = ['en', 'th', 'zh-cn', 'zh-tc', 'id'] as const;
export type Language = (typeof languages)[number];
