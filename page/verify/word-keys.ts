/** The page's words; English is the list that the other languages must match. */
export type Words = typeof import('./i18n/en.json');
/** What is said where a card is asked for: a file of its own, which other verifications never load. */
export type CardWords = typeof import('./i18n/card/en.json');
/** What is said where a recording has to answer a challenge. */
export type ChallengeWords = typeof import('./i18n/challenge/en.json');
/** What is said where a device or browser needs another way on. */
export type DeviceWords = typeof import('./i18n/device/en.json');
/** What is said where the prompts can be spoken. */
export type VoiceWords = typeof import('./i18n/voice/en.json');
/** What is said where finer guidance can be given than what all can do without. */
export type GuideWords = typeof import('./i18n/guide/en.json');
/** `key#one`, `key#other` and so on are what `key` says, by number. */
type Whole<Key> = Key extends `${infer Name}#${string}` ? Name : Key;
export type WordKey = Whole<
  | keyof Words
  | keyof CardWords
  | keyof ChallengeWords
  | keyof DeviceWords
  | keyof VoiceWords
  | keyof GuideWords
>;
