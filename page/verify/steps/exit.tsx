import { Button, Screen } from './screen.tsx';
import type { StepProps } from './step-props.ts';

/** Leaving cannot be undone, so it is asked twice; staying is the main action. */
export function Exit(props: StepProps) {
  const { state, taps, say } = props;
  return (
    <Screen
      {...props}
      layout="message"
      icon="door"
      heading={say('exit.heading')}
      actions={
        <>
          <Button test="exit-back" onTap={taps.back}>
            {say('exit.back')}
          </Button>
          <Button test="exit-confirm" kind="second" onTap={taps.confirmExit} isDisabled={state.isCalling}>
            {say('exit.confirm')}
          </Button>
        </>
      }
    >
      <p class="lead">{say('exit.text')}</p>
    </Screen>
  );
}
