/**
 * The life of a verification, as data. `stages.mermaid` beside this file is its picture and a test holds the
 * two together. Terminal stages have no way out.
 */
export const stages = {
  /** Apply answered; nobody has tapped yet. */
  issued: ['opened', 'expired', 'abandoned'],
  /** A browser is bound; the person reads, agrees, gets ready. In mode 1 also once the card is confirmed. */
  opened: ['card', 'liveness', 'expired', 'abandoned'],
  /** A card is photographed, looked at, photographed again (modes 1 and 4). */
  card: ['reading', 'opened', 'finished', 'expired', 'abandoned'],
  /** The photos of a card are stored; the reader owes what they say. */
  reading: ['card'],
  /** An attempt is being recorded or uploaded. */
  liveness: ['liveness', 'judging', 'opened', 'finished', 'expired', 'abandoned'],
  /** A whole recording is stored; the judge owes a verdict. */
  judging: ['opened', 'finished'],
  /** Passed, retries used up, or too many spoofed attempts; in mode 4 the card is confirmed. */
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

/** Whether we owe the customer a verdict: then the end of the window waits for it, and so does who wants to leave. */
export function owesVerdict(stage: Stage): boolean {
  return stage === 'judging' || stage === 'reading';
}
