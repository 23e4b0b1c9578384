import type { Challenge } from './challenge.ts';
import { answersTo } from './decide-actions.ts';
import type { Judgement } from './judgement.ts';
import type { Actions } from './liveness/actions/actions.ts';
import { isAnswered } from './liveness/actions/answer-prompts.ts';
import type { LightSignal } from './liveness/light/measure-light.ts';

/** What is told of the actions; null where none was asked for or none could be measured. */
export function listActions(
  challenge: Challenge | null,
  actions: Actions | null,
  light: LightSignal | null,
): Judgement['signals'] {
  const prompts = challenge?.actions ?? [];
  const held = actions && prompts.length > 0 ? answersTo(prompts, actions, light) : null;
  return {
    'actions.asked': prompts.map(({ action }) => action).join(' ') || null,
    'actions.answered': held ? held.answers.filter(isAnswered).length : null,
    // The weakest of the actions asked for, 1 where it just counts; 0 where one was not seen at all.
    'actions.weakest': held ? Math.min(...held.answers.map(({ seen }) => seen?.strength ?? 0)) : null,
    'actions.lagMs': held?.lagMs ?? null,
    'actions.flatTurnMs': actions?.flatTurnMs ?? null,
    'actions.seen': actions?.events.map(describe).join(' ') ?? null,
  };
}

function describe({ action, fromMs, toMs, size }: Actions['events'][number]): string {
  return `${action}@${Math.round(fromMs)}-${Math.round(toMs)}:${size.toFixed(2)}`;
}
