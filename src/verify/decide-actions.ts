import { resultCodes } from '../result-codes.ts';
import type { ActionName, ActionPrompt, Challenge } from './challenge.ts';
import { screenLagOf } from './decide-light.ts';
import type { Reason } from './judgement.ts';
import type { Actions } from './liveness/actions/actions.ts';
import {
  answerPrompts,
  isAnswered,
  longestLagMs,
  type PromptAnswer,
  type PromptAnswers,
  type WeighedEvent,
} from './liveness/actions/answer-prompts.ts';
import type { LightSignal } from './liveness/light/measure-light.ts';
import { actionThresholds, flatTurnMsMost } from './thresholds-actions.ts';

type Finding = Reason & { readonly code: number };

/**
 * Codes 1207, 1209 and 1208 by the action that was asked for (contracts §3; wire specification §4.4: "No motions of eye closing are
 * detected", "… of mouth opening …", and "No movement is detected" for the turns of the head, which have no code of their own).
 */
const codes: Readonly<Record<ActionName, number>> = {
  blink: resultCodes.lidsUnseen,
  mouth: resultCodes.mouthUnseen,
  nod: resultCodes.actionUnseen,
  shake: resultCodes.actionUnseen,
};

const names: Readonly<Record<ActionName, string>> = {
  blink: 'blink',
  mouth: 'opening of the mouth',
  nod: 'nod',
  shake: 'shake of the head',
};

/**
 * Whether the actions asked for were seen, each in its window, in their order. Unmeasured counts as unseen. `light`: what was measured of
 * the screen's light in the same recording; null at level 2.
 */
export function judgeActions(
  challenge: Challenge | null,
  actions: Actions | null,
  light: LightSignal | null,
): readonly Finding[] {
  if (!challenge || challenge.actions.length === 0) return [];
  const { answers } = answersTo(challenge.actions, actions, light);
  return [
    ...judgeFlatTurn(actions),
    ...judgeOtherChallenge(answers, actions),
    ...answers.filter((answer) => !isAnswered(answer)).map(refusePrompt),
  ];
}

/**
 * By how much more than the light an action may lag, ms. The light's lag is told to 30 ms (`light-response.test.ts`), an action's
 * height to half a sampled frame.
 */
const overLightMs = 50;

/**
 * What came of each prompt, and the recording's lag. A recording has one lag: where the screen's light tells it, actions of the same
 * recording may not claim a longer one. Without that bound, two actions done in the wrong order pass where the second falls just behind
 * the first window and the person blinks once more (attack lab, "wrong order", blink before mouth, 2026-11-26: 350 ms claimed where
 * the light told 180 and 220).
 */
export function answersTo(
  prompts: readonly ActionPrompt[],
  actions: Actions | null,
  light: LightSignal | null,
): PromptAnswers {
  const screenLagMs = screenLagOf(light);
  const latestMs =
    screenLagMs === null ? longestLagMs : Math.min(longestLagMs, Math.max(0, screenLagMs) + overLightMs);
  return answerPrompts(prompts, weigh(actions), latestMs);
}

function weigh(actions: Actions | null): readonly WeighedEvent[] {
  const events = actions?.events ?? [];
  return events.map((event) => ({ ...event, strength: event.size / actionThresholds[event.action].value }));
}

function judgeFlatTurn(actions: Actions | null): readonly Finding[] {
  const flatTurnMs = actions?.flatTurnMs ?? 0;
  if (flatTurnMs <= flatTurnMsMost.value) return [];
  const text = 'The face turns as a sheet of paper does: it narrows, and its nose does not cross it.';
  return [refusal(resultCodes.spoofed, 'actions.flat-turn', text, flatTurnMs, flatTurnMsMost.value)];
}

/** Strong enough to have been done on purpose. */
const wilful = 1.5;

/** Nothing of what was asked for, and something else done on purpose: the answer to another challenge (contracts §3: 1002). */
function judgeOtherChallenge(answers: readonly PromptAnswer[], actions: Actions | null): readonly Finding[] {
  if (answers.length < 2 || answers.some(isAnswered)) return [];
  const strongest = weigh(actions)
    .filter(({ action }) => action !== 'blink')
    .reduce((most, { strength }) => Math.max(most, strength), 0);
  if (strongest < wilful) return [];
  const text = 'Actions were seen, but none of those asked for in its time: an answer to another challenge.';
  return [refusal(resultCodes.spoofed, 'actions.other-challenge', text, strongest, wilful)];
}

function refusePrompt({ prompt, seen, instead }: PromptAnswer): Finding {
  const { action, fromMs, toMs } = prompt;
  const threshold = actionThresholds[action].value;
  const when = `from ${fromMs} to ${toMs} ms`;
  if (instead) {
    const text = `Asked for a ${names[action]} ${when}, a ${names[instead.action]} was seen.`;
    return refusal(codes[action], `actions.${action}-mistaken`, text, seen?.size ?? null, threshold);
  }
  const text = `The ${names[action]} asked for ${when} was not seen.`;
  return refusal(codes[action], `actions.${action}-unseen`, text, seen?.size ?? null, threshold);
}

function refusal(code: number, id: string, text: string, score: number | null, threshold: number): Finding {
  return { id, text, score, threshold, refuses: true, code };
}
