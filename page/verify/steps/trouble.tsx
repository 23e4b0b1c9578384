import type { Failure } from '../api.ts';
import type { WordKey } from '../words.ts';
import { Button, Screen } from './screen.tsx';
import type { StepProps } from './step-props.ts';

type Named = 'busy' | 'too-many-requests' | 'offline' | 'handover-spent' | 'trouble';

/** The reasons that a customer can do something about; the others are all one to them. */
const named: readonly Named[] = ['busy', 'too-many-requests', 'offline', 'handover-spent'];

function nameOf(reason: Failure['reason'] | undefined): Named {
  return named.find((each) => each === reason) ?? 'trouble';
}

/** A call that brought nothing, in plain words. */
export function Trouble(props: StepProps) {
  const { state, taps, say } = props;
  const name = nameOf(state.failure?.reason);
  const heading: WordKey = `${name}.heading`;
  return (
    <Screen
      {...props}
      layout="message"
      icon={name === 'handover-spent' ? 'link' : 'warning'}
      reason={state.failure?.reason ?? 'internal'}
      heading={say(heading)}
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
