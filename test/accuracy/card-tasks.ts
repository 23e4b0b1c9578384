import { type CardTypeName, cardTypeNames } from '../../src/cards/card-type.ts';
import { type Attack, attackCodes, type Severity, severities } from '../../src/specimen/camera/shot.ts';
import { designs } from '../../src/specimen/designs.ts';
import { layoutsOf } from '../../src/specimen/make-specimen.ts';
import type { CardTask } from './card-readings.ts';

/** The types of which specimens can be drawn, or those of them that are named. */
export function drawnTypes(named: readonly string[] = cardTypeNames): readonly CardTypeName[] {
  return designs.map(({ type }) => type).filter((type) => named.includes(type));
}

/**
 * Every type, layout and severity once a seed. Seeds begin at 1001: those below were looked at while the readers were
 * written. Ordered so that a run that is cut short has all of them alike.
 */
export function honestTasks(types: readonly CardTypeName[], seed: number): readonly CardTask[] {
  return types.flatMap((type) =>
    layoutsOf(type).flatMap(({ id }) =>
      severities.map((severity) => ({ type, layout: id, seed: 1001 + seed, severity, attack: null })),
    ),
  );
}

/** Every attack on every type, layouts by turns, clear and ordinary photos by turns. */
export function attackTasks(types: readonly CardTypeName[], seed: number): readonly CardTask[] {
  return types.flatMap((type) =>
    (Object.keys(attackCodes) as Attack[]).map((attack) => {
      const severity: Severity = seed % 2 === 0 ? 'clear' : 'ordinary';
      return { type, layout: layoutAt(type, seed), seed: 3001 + seed, severity, attack };
    }),
  );
}

/** The types whose number has a check digit that the vendor's or the issuer's rule gives. */
const withCheckDigit: readonly CardTypeName[] = [
  'HKIDCard',
  'InternationalIDPassport',
  'ThailandIDCard',
  'SingaporeIDCard',
  'MainlandIDCard',
];

/** Poor scans of one specimen. */
const scans = [0, 1, 2, 3, 4, 5];

/** For numbers that pass and are wrong: poor scans of cards, layouts by turns. */
export function numberTasks(types: readonly CardTypeName[], seed: number): readonly CardTask[] {
  return types
    .filter((type) => withCheckDigit.includes(type))
    .flatMap((type) =>
      scans.map((scan) => ({
        ...{ type, layout: layoutAt(type, seed), seed: 5001 + seed, severity: 'hard' as const },
        ...{ attack: null, scan },
      })),
    );
}

function layoutAt(type: CardTypeName, turn: number): string {
  const layouts = layoutsOf(type);
  return (layouts[turn % layouts.length] as { id: string }).id;
}

/** The tasks of the first seeds, one seed after the other. */
export function forSeeds(count: number, tasksOf: (seed: number) => readonly CardTask[]): readonly CardTask[] {
  return Array.from({ length: count }, (_, seed) => tasksOf(seed)).flat();
}
