import type { CardRead } from './card-readings.ts';
import { isRight } from './card-scores.ts';

const mostPerField = 6;

/**
 * What was printed and what was read, field by field, for whoever mends the readers. Fields that are
 * misread most come first. Of layouts that may be tuned on.
 */
export function misreadings(reads: readonly CardRead[]): string {
  const found = new Map<string, string[]>();
  for (const { type, layout, seed, severity, truth, read } of reads) {
    for (const [member, value] of Object.entries(truth)) {
      if (isRight(value, read[member], 'alnum')) continue;
      const field = `${type} ${member}`;
      const told = `${severity} ${layout} ${seed}: ${value} | ${read[member] ?? null}`;
      found.set(field, [...(found.get(field) ?? []), told]);
    }
  }
  return [...found]
    .sort(([, first], [, second]) => second.length - first.length)
    .map(
      ([field, told]) =>
        `${field} (${told.length})\n${told
          .slice(0, mostPerField)
          .map((line) => `  ${line}\n`)
          .join('')}`,
    )
    .join('');
}
