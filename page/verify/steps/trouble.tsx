import { troubleName } from '../trouble-words.ts';
import { Button, Screen } from './screen.tsx';
import type { StepProps } from './step-props.ts';

/** A call that brought nothing, in plain words. */
export function Trouble(props: StepProps) {
  const { state, taps, say } = props;
  const name = troubleName(state.failure?.reason);
  return (
    <Screen
      {...props}
      layout="message"
      icon={name === 'handover-spent' ? 'link' : 'warning'}
      reason={state.failure?.reason ?? 'internal'}
      heading={say(`${name}.heading`)}
      actions={
        <Button test="retry" onTap={taps.retry}>
          {say('retry')}
        </Button>
      }
    >
      <p class="lead" role="status">
        {say(`${name}.text`)}
      </p>
    </Screen>
  );
}
