/** Adds up where the time of one judgement goes, in milliseconds by stage. */
export type Stopwatch = {
  /** Runs a piece of work and books its time on a stage, without the time of the stages inside it. */
  time<T>(stage: string, work: () => Promise<T> | T): Promise<T>;
  readonly stages: Readonly<Record<string, number>>;
};

/** One judgement does one thing after the other, so whatever is timed inside a stage ends before it. */
export function startStopwatch(): Stopwatch {
  const stages: Record<string, number> = {};
  let bookedMs = 0;
  return {
    stages,
    async time(stage, work) {
      const started = performance.now();
      const bookedBefore = bookedMs;
      try {
        return await work();
      } finally {
        const inside = bookedMs - bookedBefore;
        const own = performance.now() - started - inside;
        stages[stage] = (stages[stage] ?? 0) + own;
        bookedMs += own;
      }
    },
  };
}
