import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defineConfig, type Plugin } from 'vite';

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

/**
 * The program that the small one brings is asked for beside it, with all that it imports, not after it: a round trip less.
 * Vite does so for what is imported at once, and leaves out what is imported when it is wanted.
 */
const preloadProgram: Plugin = {
  name: 'preload-program',
  transformIndexHtml: {
    order: 'post',
    handler(_html, { bundle = {} }) {
      const chunks = Object.values(bundle).filter((part) => part.type === 'chunk');
      const program = chunks.find(({ facadeModuleId }) => facadeModuleId?.endsWith('/verify/main.tsx'));
      if (!program) throw new Error('the page has no program to preload');
      const imported = program.imports.filter(
        (name) => !chunks.some((each) => each.fileName === name && each.isEntry),
      );
      return [program.fileName, ...imported].map((name) => ({
        tag: 'link',
        attrs: { rel: 'modulepreload', crossorigin: true, href: `/verify/${name}` },
        injectTo: 'head' as const,
      }));
    },
  },
};

// The content security policy allows no inline code and no foreign host, so nothing is inlined: neither small
// images as data URLs nor Vite's module preload polyfill.
export default defineConfig(({ mode }) => {
  const program = programOf(mode);
  return {
    root: `${page}${program}`,
    base: `/${program}/`,
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
    plugins: program === 'verify' ? [preloadProgram] : [],
    build: {
      outDir: `${page}dist/${program}`,
      emptyOutDir: true,
      // The server announces by it what a page will need next.
      manifest: true,
      target: 'es2019',
      cssTarget: 'safari14',
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      reportCompressedSize: false,
    },
  };
});
