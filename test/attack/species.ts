import type { Challenge } from '../../src/verify/challenge.ts';
import type { SeededRandom } from '../support/seeded-random.ts';
import type { Pictures } from '../support/video-encoder.ts';
import type { Lab } from './lab.ts';

export const levels = [1, 2, 3, 4, 5] as const;
/** The SecurityLevel that a recording is judged at. */
export type Level = (typeof levels)[number];

/** One recording that a species is asked for. All chance in it comes from `random`, so that it can be made again. */
export type Trial = {
  readonly level: Level;
  /** 0, 1, 2, …: which of the species' recordings at this level; spreads the people evenly. */
  readonly index: number;
  readonly random: SeededRandom;
};

/** A recording before it is encoded, and what it was asked to answer. */
export type Recording = {
  /** Whose face it shows; error rates are counted per person. */
  readonly person: string;
  /** Finer than the species, for whoever looks for what passed. */
  readonly variant: string;
  /** Null at level 1. */
  readonly challenge: Challenge | null;
  readonly framesPerSecond: number;
  readonly pictures: Pictures;
};

/** A kind of bona fide presentation or of attack (ISO/IEC 30107-3: a presentation attack instrument species). */
export type Species = {
  readonly name: string;
  /** `presentation`: something held before the camera; `injection`: a stream fed in where the camera's should come. */
  readonly kind: 'bona fide' | 'presentation' | 'injection';
  readonly levels: readonly Level[];
  /** One sentence: what is real in it and what is SIMULATED. */
  readonly simulates: string;
  make(lab: Lab, trial: Trial): Promise<Recording>;
};
