import type { ActionPrompt, ColorSpan, Prompts, ShownChallenge } from '../../../src/capture/page-shapes.ts';

/** Where the prompts stand at a moment, for the customer. */
export type Moment = {
  /** Null before, between and after the prompts. */
  readonly action: ActionPrompt['action'] | null;
  /** Prompts whose time is over. */
  readonly passed: number;
  /** Prompts that the page knows of; at level 5 they come one by one. */
  readonly known: number;
};

/** Around the oval before the first colour and after the last one, so that the first is a jump. */
export const noLight = '#000000';

/** At most three changes in any second (WCAG 2.3.1, counted by changes, which is stricter than by flashes). */
const changesMost = 3;
const changesWithinMs = 1_000;

/** What the prompts ask for at `atMs`, in ms since the recorder started. */
export function momentAt(actions: readonly ActionPrompt[], atMs: number): Moment {
  const current = actions.find(({ fromMs, toMs }) => fromMs <= atMs && atMs < toMs);
  return {
    action: current?.action ?? null,
    passed: actions.filter(({ toMs }) => toMs <= atMs).length,
    known: actions.length,
  };
}

export function isSameMoment(one: Moment | null, other: Moment | null): boolean {
  return one?.action === other?.action && one?.passed === other?.passed && one?.known === other?.known;
}

/** A colour that is released by itself is waited for this long after the one before it. */
const lateMs = 250;

/**
 * The colour that fills the screen at `atMs`. Where the next one is a little late, at level 5, the last one stays: black
 * in between would be a flash that nobody asked for.
 */
export function colorAt(
  level: ShownChallenge['level'],
  colors: readonly ColorSpan[],
  atMs: number,
): ColorSpan | null {
  // The newest; older browsers search from the front alone.
  const begun = colors.filter(({ fromMs }) => fromMs <= atMs).pop();
  if (!begun) return null;
  const mayMoreCome = level === 5 && begun === colors[colors.length - 1];
  return atMs < begun.toMs + (mayMoreCome ? lateMs : 0) ? begun : null;
}

/**
 * Whether the screen may change again after the changes that it made so far: a colour that came late must not make the
 * next ones follow too fast.
 */
export function mayChange(changesMs: readonly number[], nowMs: number): boolean {
  const before = changesMs[changesMs.length - changesMost];
  return before === undefined || nowMs - before >= changesWithinMs;
}

/**
 * Whether a colour is over that was never shown (`shownFromMs`: where those begin that were): its light cannot be found in the recording. Of 22
 * recordings that passed levels 3 and 5 (light SIMULATED) four failed when one of their colours had not been shown, two of them as attacks (2026-11-28).
 */
export function hasMissedColor(
  colors: readonly ColorSpan[],
  shownFromMs: readonly number[],
  atMs: number,
): boolean {
  return colors.some(({ fromMs, toMs }) => toMs <= atMs && !shownFromMs.includes(fromMs));
}

/** What is known after an answer came: lists only grow, and answers may overtake each other. */
export function mergePrompts(known: Prompts, answer: Prompts): Prompts {
  const longer = <Item>(one: readonly Item[], other: readonly Item[]) =>
    other.length > one.length ? other : one;
  return {
    actions: longer(known.actions, answer.actions),
    colors: longer(known.colors, answer.colors),
    markerMs: known.markerMs ?? answer.markerMs,
  };
}
