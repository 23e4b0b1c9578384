import type { ActionName, ActionPrompt } from '../../challenge.ts';
import type { ActionEvent } from './action-event.ts';

/** An event and its strength: 1 where it just counts. */
export type WeighedEvent = ActionEvent & { readonly strength: number };

/** What came of one prompt. */
export type PromptAnswer = {
  readonly prompt: ActionPrompt;
  /** The strongest action of the kind asked for within the window; null where there was none, however weak. */
  readonly seen: WeighedEvent | null;
  /** An action not asked for in this window, clearly stronger than the one asked for. */
  readonly instead: WeighedEvent | null;
};

export type PromptAnswers = {
  readonly answers: readonly PromptAnswer[];
  /** By how much the recording lags behind the challenge: the one lag that explains most prompts. */
  readonly lagMs: number;
};

/** Contracts §5: one constant lag of up to this much; a drift is not forgiven. */
export const longestLagMs = 500;
const lagStepMs = 50;
/** An action is told to begin with the last frame in which nothing was seen of it yet, which is up to a tenth of a second before. */
const earlyMs = 150;
/** Half a sampled frame. */
const lateMs = 50;
/** How strong an action that nobody asked for must be to count as the wrong one, and how much stronger than the right one. */
const wrong = { least: 1.5, overRight: 1.5 };

export function isAnswered({ seen, instead }: PromptAnswer): boolean {
  return seen !== null && seen.strength >= 1 && instead === null;
}

/**
 * Holds what was done against what was asked: an action counts that begins and comes to its height within its window. All windows are
 * shifted by the same lag. A blink is never the wrong action, because people blink by nature; and for the same reason it does not excuse
 * another action beside it: it counts as just strong enough.
 * `latestLagMs`: the lag that is allowed at most, where less is known than `longestLagMs`.
 */
export function answerPrompts(
  prompts: readonly ActionPrompt[],
  events: readonly WeighedEvent[],
  latestLagMs = longestLagMs,
): PromptAnswers {
  let best: (PromptAnswers & { readonly count: number }) | null = null;
  for (let lagMs = 0; lagMs <= latestLagMs; lagMs += lagStepMs) {
    const answers = prompts.map((prompt) => answerPrompt(prompt, lagMs, events));
    const count = answers.filter(isAnswered).length;
    if (!best || count > best.count) best = { answers, lagMs, count };
  }
  return { answers: best!.answers, lagMs: best!.lagMs };
}

function answerPrompt(prompt: ActionPrompt, lagMs: number, events: readonly WeighedEvent[]): PromptAnswer {
  const [fromMs, toMs] = [prompt.fromMs + lagMs - earlyMs, prompt.toMs + lagMs + lateMs];
  const within = events.filter((event) => event.fromMs >= fromMs && event.peakMs <= toMs);
  const seen = strongestOf(within.filter(({ action }) => action === prompt.action));
  const others = strongestOf(within.filter(({ action }) => action !== prompt.action && action !== 'blink'));
  const right = countedAs(prompt.action, seen);
  const isWrong = others !== null && others.strength >= Math.max(wrong.least, wrong.overRight * right);
  return { prompt, seen, instead: isWrong ? others : null };
}

function countedAs(action: ActionName, seen: WeighedEvent | null): number {
  const strength = seen?.strength ?? 0;
  return action === 'blink' ? Math.min(1, strength) : strength;
}

function strongestOf(events: readonly WeighedEvent[]): WeighedEvent | null {
  return events.reduce<WeighedEvent | null>(
    (best, event) => (best && best.strength >= event.strength ? best : event),
    null,
  );
}
