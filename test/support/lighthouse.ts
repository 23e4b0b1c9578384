import lighthouse, { type Flags } from 'lighthouse';

export type Category = 'accessibility' | 'best-practices' | 'performance';

/** What Lighthouse says of an address on a phone. */
export type Assessment = {
  /** 0 to 100. */
  readonly score: (category: Category) => number;
  /** What cost points, in Lighthouse's words. */
  readonly faults: readonly string[];
  /** A figure by its audit's name, in ms. */
  readonly figureMs: (audit: string) => number;
};

/** Asks Lighthouse, with its own settings for phones, by the debugging port of a running Chromium. */
export async function assess(url: string, port: number, onlyCategories: Category[]): Promise<Assessment> {
  const flags: Flags = { port, onlyCategories, formFactor: 'mobile', logLevel: 'error', output: 'json' };
  const run = await lighthouse(url, flags);
  if (!run || run.lhr.runtimeError)
    throw new Error(run?.lhr.runtimeError?.message ?? 'Lighthouse said nothing');
  const { categories, audits } = run.lhr;
  const faults = Object.values(categories).flatMap(({ auditRefs }) =>
    auditRefs
      .filter(({ id, weight }) => weight > 0 && (audits[id]?.score ?? 1) < 1)
      .map(({ id }) => `${id}: ${audits[id]?.title} ${audits[id]?.displayValue ?? ''}`),
  );
  return {
    score: (category) => Math.round(100 * (categories[category]?.score ?? Number.NaN)),
    faults: [...new Set(faults)],
    figureMs: (audit) => audits[audit]?.numericValue ?? Number.NaN,
  };
}
