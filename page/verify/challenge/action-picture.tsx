import type { ActionPrompt } from '../../../src/capture/page-shapes.ts';

/** Beside the head: where it goes. Only for what moves the head itself. */
const arrows: Readonly<Partial<Record<ActionPrompt['action'], string>>> = {
  nod: 'M88 34V14m-6 6 6-6 6 6M88 62v20m-6-6 6 6 6-6',
  shake: 'M30 90H10m6-6-6 6 6 6M66 90h20m-6-6 6 6-6 6',
};

/**
 * A head that does what is asked for, of lines in the colour of the words: on coloured light nothing shows a colour of
 * its own. Moved by the style sheet; where motion is unwanted it stands still in the pose that is wanted.
 */
export function ActionPicture({ action }: { readonly action: ActionPrompt['action'] }) {
  return (
    <svg class={`action ${action}`} viewBox="0 0 96 100" aria-hidden="true" focusable="false">
      <ellipse cx="48" cy="44" rx="28" ry="36" />
      <g class="features">
        <g class="eyes">
          <ellipse class="eye" cx="37" cy="38" rx="5" ry="3.6" />
          <ellipse class="eye" cx="59" cy="38" rx="5" ry="3.6" />
        </g>
        <path class="lids" d="M32 38q5 4 10 0M54 38q5 4 10 0" />
        <path d="M48 42v10" />
        <ellipse class="mouth" cx="48" cy="63" rx="8" ry="1.5" />
      </g>
      {arrows[action] && <path class="arrows" d={arrows[action]} />}
    </svg>
  );
}
