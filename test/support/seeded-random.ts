import type { RandomSource } from '../../src/capture/challenge/random-source.ts';

/** Numbers that are the same on every machine for the same seed. */
export type SeededRandom = {
  /** Even, 0 to 1. */
  next(): number;
  /** Even, between two bounds. */
  between(low: number, high: number): number;
  /** Bell curve, mean 0, deviation 1. */
  normal(): number;
  pick<T>(choices: readonly T[]): T;
};

/** Mulberry32: 32 bits of state, good enough to shake a photo with. */
export function seededRandom(seed: number): SeededRandom {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  return {
    next,
    between: (low, high) => low + (high - low) * next(),
    // Box and Muller, 1958.
    normal: () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next()),
    pick: (choices) => choices[Math.floor(next() * choices.length)]!,
  };
}

/** Chances of the kind that the server makes challenges from, repeatable. */
export function wholeNumbers({ next }: Pick<SeededRandom, 'next'>): RandomSource {
  return { between: (least, most) => least + Math.floor(next() * (most - least + 1)) };
}
