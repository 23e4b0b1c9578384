import type { StepProps } from '../steps/step-props.ts';
import type { WordKey } from '../word-keys.ts';
import { ActionPicture } from './action-picture.tsx';
import type { Moment } from './timeline.ts';

function wordsOf(level: 2 | 3 | 4 | 5, { action, passed, known }: Moment): WordKey {
  if (action) return `action.${action}`;
  if (level === 3) return 'action.light';
  return level !== 5 && passed > 0 && passed === known ? 'action.done' : 'action.next';
}

/** How many prompts are over; the words say what matters. */
function Passed({ passed, known }: Moment) {
  return (
    <div class="passed" aria-hidden="true">
      {Array.from({ length: known }, (_, at) => (
        <span key={at} class={at < passed ? 'over' : at === passed ? 'now' : ''} />
      ))}
    </div>
  );
}

/** What to do now, at the top, near the lens that is to be looked into. Told by a screen reader without delay. */
export function Prompt({ state, say }: Pick<StepProps, 'state' | 'say'>) {
  const moment = state.moment ?? { action: null, passed: 0, known: 0 };
  const level = state.view?.attempt?.challenge?.level ?? 2;
  const words = say(wordsOf(level, moment));
  return (
    <div class="prompt" data-test="prompt" data-action={moment.action ?? 'none'}>
      {moment.action && <ActionPicture action={moment.action} />}
      <div>
        <p class="prompt-words" role="status" aria-live="assertive">
          {words}
        </p>
        <Passed {...moment} />
      </div>
    </div>
  );
}
