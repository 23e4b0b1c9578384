import { existsSync, readFileSync } from 'node:fs';
import { partsOf } from '../../page/verify/needed-parts.ts';
import type { Verification } from '../store/records.ts';

/**
 * The files of words, by their sources, that the first screen of a verification says: the page's own, and those of a card
 * or a challenge where one is asked for.
 */
export function firstWords({ plan }: Verification): readonly string[] {
  const { language, checkMode, askedSecurityLevel: securityLevel } = plan;
  const parts = partsOf({ checkMode, securityLevel }, false).map((part) => `${part}/`);
  return ['', ...parts].map((part) => `i18n/${part}${language}.json`);
}

type Manifest = Readonly<Record<string, { readonly file: string }>>;

/**
 * Writes the `Link` header (RFC 8288) that lets a browser bring these files beside the program instead of after it: over a
 * line with 400 ms a round trip the first words come that much sooner (docs/bench.md). `manifest` is Vite's, by path.
 */
export function createPreloads(
  manifest: string,
  base: string,
): (sources: readonly string[]) => string | undefined {
  const files: Manifest = existsSync(manifest) ? JSON.parse(readFileSync(manifest, 'utf8')) : {};
  return (sources) => {
    const links = sources.flatMap((source) => {
      const file = files[source]?.file;
      return file ? [`<${base}${file}>; rel=modulepreload`] : [];
    });
    return links.length > 0 ? links.join(', ') : undefined;
  };
}
