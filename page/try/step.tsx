import type { ComponentChildren } from 'preact';

type Props = {
  readonly number: number;
  readonly title: string;
  readonly state: 'later' | 'now' | 'done';
  readonly children: ComponentChildren;
  /** What a merchant's program says and hears meanwhile. */
  readonly sheets: ComponentChildren;
};

/** One step: what a person does on the left, what the merchant's program does on the right (below, on a phone). */
export function Step({ number, title, state, children, sheets }: Props) {
  return (
    <li class="step" data-state={state} data-step={number}>
      <div class="does">
        <h2>
          <span class="number">{state === 'done' ? '✓' : number}</span> {title}
        </h2>
        {children}
      </div>
      <div class="says">{sheets}</div>
    </li>
  );
}
