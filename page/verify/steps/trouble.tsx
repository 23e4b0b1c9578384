import { troubleName } from '../trouble-words.ts';
import { Button, Screen } from './screen.tsx';
import type { StepProps } from './step-props.ts';

/** A call that brought nothing, in plain words. */
export function Trouble(props: StepProps) {
  const { state, taps, say } = props;
  const name = troubleName(state.failure?.reason);
  // What this device cannot do it cannot do the next time.
  const isHopeless = name === 'level-not-possible';
  return (
    <Screen
      {...props}
      layout="message"
      icon={name === 'handover-spent' ? 'link' : 'warning'}
      reason={state.failure?.reason ?? 'internal'}
      heading={say(`${name}.heading`)}
      actions={
        <>
          {isHopeless && (
            <Button test="handover" onTap={taps.askHandover}>
              {say('handover.ask')}
            </Button>
          )}
          <Button test="retry" kind={isHopeless ? 'second' : 'main'} onTap={taps.retry}>
            {say('retry')}
          </Button>
        </>
      }
    >
      <p class="lead" role="status">
        {say(`${name}.text`)}
      </p>
    </Screen>
  );
}
