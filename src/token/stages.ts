/**
 * The life of a verification, as data. `stages.mermaid` beside this file is its picture and a test holds the
 * two together. Terminal stages have no way out.
 */
export const stages = {
  /** Apply answered; nobody has tapped yet. */
  issued: ['opened', 'expired', 'abandoned'],
  /** A browser is bound; the person reads, agrees, gets ready. */
  opened: ['liveness', 'expired', 'abandoned'],
  /** An attempt is being recorded or uploaded. */
  liveness: ['liveness', 'judging', 'opened', 'finished', 'expired', 'abandoned'],
  /** A whole recording is stored; the judge owes a verdict. */
  judging: ['opened', 'finished'],
  /** Passed, retries used up, or too many spoofed attempts. */
  finished: [],
  /** The window closed first. */
  expired: [],
  /** The user left. */
  abandoned: [],
} as const satisfies Record<string, readonly string[]>;

export type Stage = keyof typeof stages;

/** Whether a verification may go from one stage to the other. */
export function mayMove(from: Stage, to: Stage): boolean {
  return (stages[from] as readonly string[]).includes(to);
}

/** Whether this stage is an end. */
export function isTerminal(stage: Stage): boolean {
  return stages[stage].length === 0;
}
