import { Icon, type IconName } from './icon.tsx';
import { Button, HandoverButton, Screen } from './screen.tsx';
import type { StepProps } from './step-props.ts';

const tips = ['light', 'face', 'alone'] as const satisfies readonly IconName[];

/** What is about to happen, and the tap that binds this browser. */
export function Start(props: StepProps) {
  const { state, taps, say } = props;
  const isCompared = state.view?.checkMode !== 3;
  return (
    <Screen
      {...props}
      icon="face"
      heading={say('start.heading')}
      actions={
        <>
          <Button test="start" onTap={taps.begin} isDisabled={state.isCalling}>
            {say('start.go')}
          </Button>
          <HandoverButton {...props} />
        </>
      }
    >
      <p class="lead">{say(isCompared ? 'start.compare' : 'start.alive')}</p>
      <ul class="tips">
        {tips.map((tip) => (
          <li key={tip}>
            <Icon name={tip} /> {say(`start.${tip}`)}
          </li>
        ))}
      </ul>
    </Screen>
  );
}

/** The one tap that is left where the merchant skips both start page and agreement. */
export function Begin(props: StepProps) {
  const { state, taps, say } = props;
  return (
    <Screen
      {...props}
      icon="camera"
      heading={say('begin.heading')}
      actions={
        <>
          <Button test="begin" onTap={taps.begin} isDisabled={state.isCalling}>
            {say('begin.go')}
          </Button>
          <HandoverButton {...props} />
        </>
      }
    >
      <p class="lead">{say('begin.text')}</p>
    </Screen>
  );
}
