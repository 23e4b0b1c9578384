/** A typeface of the specimens and where its files come from. All are under the SIL Open Font License 1.1. */
export type Family = {
  /** What the text renderer calls it: the variable Noto fonts are named after their thinnest cut. */
  readonly name: string;
  readonly folder: string;
  readonly files: RegExp;
  /** Width of a character against Helvetica's, or the same for all characters, in thousandths of the size. */
  readonly widthShare?: number;
  readonly fixedWidth?: number;
};

/**
 * `arial`, `condensed`, `ocr`, `thai`, `simplified` are for tuning; `helvetica`, `narrow`, `typewriter`, `cockpit`,
 * `thaiOther`, `simplifiedOther` are kept apart.
 */
export const families = {
  arial: { name: 'Arimo', folder: '@fontsource-variable/arimo', files: /-latin-wght-normal/, widthShare: 1 },
  condensed: {
    name: 'Roboto Condensed',
    folder: '@fontsource-variable/roboto-condensed',
    files: /-latin-wght-normal/,
    widthShare: 0.9,
  },
  ocr: {
    name: 'Share Tech Mono',
    folder: '@fontsource/share-tech-mono',
    files: /-latin-400-normal/,
    fixedWidth: 545,
  },
  thai: {
    name: 'Noto Sans Thai',
    folder: '@fontsource-variable/noto-sans-thai',
    files: /-wght-normal/,
    widthShare: 1.05,
  },
  helvetica: {
    name: 'Inter Tight',
    folder: '@fontsource-variable/inter-tight',
    files: /-latin-wght-normal/,
    widthShare: 1.03,
  },
  narrow: {
    name: 'Archivo Narrow',
    folder: '@fontsource-variable/archivo-narrow',
    files: /-latin-wght-normal/,
    widthShare: 0.85,
  },
  typewriter: {
    name: 'Cousine',
    folder: '@fontsource/cousine',
    files: /-latin-[47]00-normal/,
    fixedWidth: 601,
  },
  cockpit: {
    name: 'B612 Mono',
    folder: '@fontsource/b612-mono',
    files: /-latin-[47]00-normal/,
    fixedWidth: 640,
  },
  thaiOther: {
    name: 'Sarabun',
    folder: '@fontsource/sarabun',
    files: /-(thai|latin)-[47]00-normal/,
    widthShare: 1,
  },
  traditional: {
    name: 'Noto Sans TC Thin',
    folder: '@fontsource-variable/noto-sans-tc',
    files: /-wght-normal/,
    widthShare: 1.05,
  },
  simplified: {
    name: 'Noto Sans SC Thin',
    folder: '@fontsource-variable/noto-sans-sc',
    files: /-wght-normal/,
    widthShare: 1.05,
  },
  simplifiedOther: {
    name: 'Noto Serif SC ExtraLight',
    folder: '@fontsource-variable/noto-serif-sc',
    files: /-wght-normal/,
    widthShare: 1.05,
  },
} as const satisfies Readonly<Record<string, Family>>;

export type FamilyName = keyof typeof families;
