import type { Level } from './species.ts';

/** One recording and what the judge said of it; a line of the lab's memory. */
export type JudgedRow = {
  readonly species: string;
  readonly level: Level;
  readonly index: number;
  readonly person: string;
  readonly variant: string;
  /** LivenessErrorCode, 0 passed; null where the recording could not be made. */
  readonly code: number | null;
  /** Ids of the reasons that refused; where it could not be made, why. */
  readonly refusals: readonly string[];
  readonly signals: Readonly<Record<string, number | string | boolean | null>>;
  readonly madeMs: number;
  readonly judgedMs: number;
  /** Names the code of lab and judge that it comes from. */
  readonly measuredBy?: string;
};

/** Names a row: which of the species' recordings it is. */
export function keyOf({ species, level, index }: Pick<JudgedRow, 'species' | 'level' | 'index'>): string {
  return `${species}|${level}|${index}`;
}
