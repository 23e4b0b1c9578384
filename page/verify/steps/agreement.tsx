import { useState } from 'preact/hooks';
import { agreementVersion } from '../agreement-version.ts';
import type { WordKey } from '../words.ts';
import { Button, Screen } from './screen.tsx';
import type { StepProps } from './step-props.ts';

/** What the customer consents to; the box is never ticked beforehand. */
export function Agreement(props: StepProps) {
  const { state, taps, say } = props;
  const [isTicked, setTicked] = useState(false);
  const points: readonly WordKey[] = [
    'agreement.video',
    state.view?.checkMode === 3 ? 'agreement.alive' : 'agreement.compare',
    'agreement.purpose',
    'agreement.keep',
    'agreement.leave',
  ];
  return (
    <Screen
      {...props}
      heading={say('agreement.heading')}
      actions={
        <>
          <label class="tick">
            <input
              type="checkbox"
              data-test="agree-box"
              checked={isTicked}
              onChange={(event) => setTicked(event.currentTarget.checked)}
            />
            <span>{say('agreement.tick')}</span>
          </label>
          <Button test="agree" onTap={taps.agree} isDisabled={!isTicked || state.isCalling}>
            {say('agreement.go')}
          </Button>
        </>
      }
    >
      <p class="lead">{say('agreement.intro')}</p>
      <ul class="points">
        {points.map((point) => (
          <li key={point}>{say(point)}</li>
        ))}
      </ul>
      <p class="small">{say('agreement.version', { version: agreementVersion })}</p>
    </Screen>
  );
}
