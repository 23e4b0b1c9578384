import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { Icon, type IconName } from './icon.tsx';
import { LanguageChoice } from './language-choice.tsx';
import { Logo } from './logo.tsx';
import { StageBar, stageOf } from './stage-bar.tsx';
import type { StepProps } from './step-props.ts';

type ScreenProps = Pick<StepProps, 'state' | 'taps' | 'say' | 'voicePart'> & {
  readonly heading: string;
  readonly icon?: IconName | undefined;
  /** Colours the icon; plain where it says nothing about success. */
  readonly tone?: 'plain' | 'good' | 'bad';
  /** Short messages stand in the middle; what is to be read begins at the top; the camera takes all the room. */
  readonly layout?: 'reading' | 'message' | 'camera' | 'card';
  /** More classes: how the screen is lit. */
  readonly look?: string;
  /** The heading is there for screen readers alone: something else says it in sight. */
  readonly isHeadingUnseen?: boolean;
  readonly code?: number;
  readonly reason?: string;
  readonly actions?: ComponentChildren;
  readonly children?: ComponentChildren;
};

/** Steps in which the customer can leave. */
const leavable: readonly string[] = [
  'start',
  'begin',
  'agreement',
  'handover',
  'card-camera',
  'card-preview',
  'card-unusable',
  'card-sending',
  'card-stopped',
  'card-details',
  'light-notice',
  'camera',
  'recording',
  'sending',
  'result',
  'camera-trouble',
  'trouble',
];

/** Steps that say who asks. */
const welcoming: readonly string[] = ['start', 'begin'];

/** Before something is asked for that a voice could say, and after it was not done as asked. */
const voiced: readonly string[] = ['start', 'begin', 'agreement', 'take-over', 'light-notice', 'result'];

/** The frame of every step: exit, heading, what there is to say, and one main action at the thumb. */
export function Screen({ state, taps, say, voicePart, heading, icon, ...rest }: ScreenProps) {
  const { tone = 'plain', layout = 'reading', look = '', isHeadingUnseen = false } = rest;
  const title = useRef<HTMLHeadingElement>(null);
  const { step, view } = state;
  const logo = view?.logo;
  // Leaving takes the binding, which a page over plain HTTP cannot have.
  const stage = stageOf(state);
  const canLeave = leavable.includes(step) && window.isSecureContext;
  // Each step begins at its top, and with the heading where a screen reader and the keyboard read it. Left to the focus,
  // Firefox scrolls no further than to the heading, and the way out stays hidden above.
  useEffect(() => {
    title.current?.focus({ preventScroll: true });
    scrollTo(0, 0);
  }, [step]);
  return (
    <main class={`screen ${layout} ${look}`} data-step={step} data-code={rest.code} data-reason={rest.reason}>
      <header class="bar">
        <span class="bar-title">
          <Icon name="shield" />
          {stage ? say('stage', stage) : say('title')}
        </span>
        {step !== 'recording' && <LanguageChoice state={state} taps={taps} say={say} />}
        {canLeave && (
          <button type="button" class="quiet" data-test="exit" onClick={taps.askExit}>
            {say('exit.ask')}
          </button>
        )}
      </header>
      {stage && <StageBar {...stage} />}
      <div class="content">
        {logo && welcoming.includes(step) ? (
          <Logo {...logo} />
        ) : (
          icon && (
            <div class={`badge ${tone}`}>
              <Icon name={icon} />
            </div>
          )
        )}
        <h1 ref={title} tabIndex={-1} class={isHeadingUnseen ? 'unseen' : ''}>
          {heading}
        </h1>
        {rest.children}
        {voicePart && voiced.includes(step) && <voicePart.Switch say={say} />}
      </div>
      <footer class="actions">{rest.actions}</footer>
    </main>
  );
}

type ButtonProps = {
  readonly test: string;
  readonly onTap: () => void;
  readonly children: ComponentChildren;
  readonly kind?: 'main' | 'second' | 'quiet';
  readonly isDisabled?: boolean;
};

export function Button({ test, onTap, children, kind = 'main', isDisabled = false }: ButtonProps) {
  return (
    <button type="button" class={kind} data-test={test} disabled={isDisabled} onClick={onTap}>
      {children}
    </button>
  );
}

export function HandoverButton({ taps, say }: Pick<StepProps, 'taps' | 'say'>) {
  return (
    <Button test="handover" kind="quiet" onTap={taps.askHandover}>
      <Icon name="devices" /> {say('handover.ask')}
    </Button>
  );
}
