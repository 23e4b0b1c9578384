import type { PageView } from '../../../src/capture/page-shapes.ts';
import { keptTime } from '../kept-time.ts';
import { Icon } from './icon.tsx';
import { Button, HandoverButton, Screen } from './screen.tsx';
import type { StepProps } from './step-props.ts';

/** What helps, by what is asked for: the card's words are there only where a card is. */
const tips = {
  face: ['light', 'face', 'alone'],
  both: ['document', 'light', 'face'],
  card: ['document', 'glare', 'picture'],
} as const;

/** What the customer is asked to show. */
function subjectOf(view: PageView | null): keyof typeof tips {
  if (view?.checkMode === 4) return 'card';
  return view?.checkMode === 1 ? 'both' : 'face';
}

const leads = { both: 'start.both', card: 'start.card' } as const;

/** What is taken, for whom and for how long, where the merchant skips the agreement that would say so. */
function Privacy({ state, say }: Pick<StepProps, 'state' | 'say'>) {
  const { view } = state;
  if (!view?.skipAgreement) return null;
  return (
    <p class="small" data-test="privacy">
      {say(`privacy.${subjectOf(view)}`, { time: keptTime(say, view) })}
    </p>
  );
}

type ActionsProps = StepProps & {
  readonly test: 'start' | 'begin';
  readonly words: 'start.go' | 'begin.go';
};

/** To go on here, or on another device: whichever this one is fit for comes first. */
function Actions({ test, words, ...props }: ActionsProps) {
  const { state, taps, say } = props;
  const here = (
    <Button
      test={test}
      kind={state.hasNoCamera ? 'second' : 'main'}
      onTap={taps.begin}
      isDisabled={state.isCalling}
    >
      {say(words)}
    </Button>
  );
  if (!state.hasNoCamera)
    return (
      <>
        {here}
        <HandoverButton {...props} />
      </>
    );
  return (
    <>
      <p class="small" data-test="no-camera">
        {say('start.no-camera')}
      </p>
      <Button test="handover" onTap={taps.askHandover} isDisabled={state.isCalling}>
        {say('start.phone')}
      </Button>
      {here}
    </>
  );
}

/** What is about to happen, and the tap that binds this browser. */
export function Start(props: StepProps) {
  const { state, say } = props;
  const subject = subjectOf(state.view);
  const faceLead = state.view?.checkMode === 3 ? 'start.alive' : 'start.compare';
  return (
    <Screen
      {...props}
      icon={subject === 'face' ? 'face' : 'document'}
      heading={say('start.heading')}
      actions={<Actions {...props} test="start" words="start.go" />}
    >
      <p class="lead">{say(subject === 'face' ? faceLead : leads[subject])}</p>
      <ul class="tips">
        {tips[subject].map((tip) => (
          <li key={tip}>
            <Icon name={tip} /> {say(`start.${tip}`)}
          </li>
        ))}
      </ul>
      <Privacy state={state} say={say} />
    </Screen>
  );
}

/** The one tap that is left where the merchant skips both start page and agreement. */
export function Begin(props: StepProps) {
  const { state, say } = props;
  return (
    <Screen
      {...props}
      icon="camera"
      heading={say('begin.heading')}
      actions={<Actions {...props} test="begin" words="begin.go" />}
    >
      <p class="lead">{say(subjectOf(state.view) === 'face' ? 'begin.text' : 'begin.card')}</p>
      <Privacy state={state} say={say} />
    </Screen>
  );
}
