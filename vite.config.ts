import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const page = fileURLToPath(new URL('./page/', import.meta.url));

/** The browser programs; each is one page, served at its own path. */
const programs = ['verify', 'try'] as const;
type Program = (typeof programs)[number];

/** The program that this run builds: `vite build --mode try`; `scripts/build-page.ts` builds them all. */
function programOf(mode: string): Program {
  const named = programs.find((program) => program === mode);
  if (!named) throw new Error(`--mode must be one of ${programs.join(', ')}, not ${mode}`);
  if (!existsSync(`${page}${named}/index.html`)) throw new Error(`page/${named}/index.html is missing`);
  return named;
}

// The content security policy allows no inline code and no foreign host, so nothing is inlined: neither small
// images as data URLs nor Vite's module preload polyfill.
export default defineConfig(({ mode }) => {
  const program = programOf(mode);
  return {
    root: `${page}${program}`,
    base: `/${program}/`,
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
    build: {
      outDir: `${page}dist/${program}`,
      emptyOutDir: true,
      target: 'es2019',
      cssTarget: 'safari14',
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      reportCompressedSize: false,
    },
  };
});
