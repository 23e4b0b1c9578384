import type { ActionPrompt } from '../../../src/capture/page-shapes.ts';

/** Beside the head: where it goes. Only for what moves the head itself. */
const arrows: Readonly<Partial<Record<ActionPrompt['action'], string>>> = {
  nod: 'M98 36V12m-6 6 6-6 6 6M98 52v24m-6-6 6 6 6-6',
  shake: 'M38 95H12m6-6-6 6 6 6M62 95h26m-6-6 6 6-6 6',
};

/**
 * A head that does what is asked for, of lines in the colour of the words: on coloured light nothing shows a colour of
 * its own. Moved by the style sheet; where motion is unwanted it stands still in the pose that is wanted.
 */
export function ActionPicture({ action }: { readonly action: ActionPrompt['action'] }) {
  return (
    <svg class={`action ${action}`} viewBox="0 0 108 104" aria-hidden="true" focusable="false">
      <path d="M22 40c0 24 13 42 28 42s28-18 28-42S66 6 50 6 22 16 22 40ZM22 38c-6-2-8 12 1 14M78 38c6-2 8 12-1 14" />
      <g class="features">
        <path d="M33 32q5-4 10 0M57 32q5-4 10 0" />
        <g class="eyes">
          <ellipse class="eye" cx="38" cy="41" rx="4" ry="4" />
          <ellipse class="eye" cx="62" cy="41" rx="4" ry="4" />
        </g>
        <path class="lids" d="M33 41q5 4 10 0M57 41q5 4 10 0" />
        <path d="M50 42l-3 9h4" />
        <path class="lips" d="M41 65q9 6 18 0" />
        <ellipse class="gape" cx="50" cy="68" rx="8" ry="9" />
      </g>
      {arrows[action] && <path class="arrows" d={arrows[action]} />}
    </svg>
  );
}
