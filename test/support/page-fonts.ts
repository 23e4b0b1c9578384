import { fontConfiguration } from '../../src/specimen/fonts/font-folder.ts';

const noto = (name: string, files: RegExp) => ({ folder: `@fontsource-variable/noto-sans${name}`, files });

/** All letters of the page's languages, in every weight. The Latin of the others is that of the first. */
const packages = [
  noto('', /-(latin|latin-ext|vietnamese)-wght-normal/),
  noto('-thai', /-thai-wght-normal/),
  noto('-arabic', /-arabic-wght-normal/),
  ...['-tc', '-sc', '-jp', '-kr'].map((name) => noto(name, /-\d+-wght-normal/)),
  // The three dots of an app's menu.
  { folder: '@fontsource/noto-sans-math', files: /-latin-400-normal/ },
];

type Rule = readonly [test: string, value: string, edit: string, family: string];

/**
 * Each name that the page's style asks for is a script's, since fonts that a browser falls back on get no bold of their
 * own; where it must, for signs that languages share, it is on those of the language.
 */
const rules: readonly Rule[] = [
  ...['system-ui', 'sans-serif'].map((name): Rule => ['"family"', name, 'assign', 'Noto Sans']),
  ['"family"', 'Segoe UI', 'assign', 'Noto Sans Thai'],
  ['"family"', 'Roboto', 'assign', 'Noto Sans Arabic'],
  ['"lang" compare="contains"', 'zh-Hant', 'prepend', 'Noto Sans TC Thin'],
  ['"lang" compare="contains"', 'zh-Hans', 'prepend', 'Noto Sans SC Thin'],
  ['"lang" compare="contains"', 'ja', 'prepend', 'Noto Sans JP Thin'],
  ['"lang" compare="contains"', 'ko', 'prepend', 'Noto Sans KR Thin'],
];

const written = rules.map(
  ([test, value, edit, family]) =>
    `<match target="pattern"><test name=${test}><string>${value}</string></test>` +
    `<edit name="family" mode="${edit}" binding="strong"><string>${family}</string></edit></match>`,
);
const last = '<match><edit name="family" mode="append_last"><string>Noto Sans</string></edit></match>';

/**
 * The environment in which a browser draws the page with pinned fonts and no others, so that its pictures, and what fits
 * into its lines, are the same on every machine.
 */
export function fontEnvironment(): Readonly<Record<string, string>> {
  return {
    FONTCONFIG_FILE: fontConfiguration('page-fonts', packages, [last, ...written].join('\n')),
    // Otherwise the language of whoever runs the tests has a say.
    FC_LANG: 'en',
  };
}
