import type { Step } from '../flow.ts';
import type { PageState } from '../session.ts';

/** Where the customer is among the stages that a card brings: the photo, what was read, and in mode 1 the face. */
export type Stage = { readonly nth: number; readonly count: number };

const stageOfStep: Readonly<Partial<Record<Step, number>>> = {
  'card-camera': 1,
  'card-preview': 1,
  'card-unusable': 1,
  'card-sending': 1,
  'card-reading': 1,
  'card-stopped': 1,
  'card-details': 2,
  'light-notice': 3,
  camera: 3,
  recording: 3,
  sending: 3,
  waiting: 3,
  result: 3,
};

/** Null where no card is asked for, and outside of the stages. */
export function stageOf({ step, view }: Pick<PageState, 'step' | 'view'>): Stage | null {
  const nth = stageOfStep[step];
  if (!nth || (view?.checkMode !== 1 && view?.checkMode !== 4)) return null;
  return { nth, count: view.checkMode === 1 ? 3 : 2 };
}

/** The stages as a line in pieces; the words above say the same. */
export function StageBar({ nth, count }: Stage) {
  return (
    <div class="stages" aria-hidden="true">
      {Array.from({ length: count }, (_, at) => (
        <span key={at} class={at < nth ? 'reached' : ''} />
      ))}
    </div>
  );
}
