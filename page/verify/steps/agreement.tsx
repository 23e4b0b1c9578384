import { useState } from 'preact/hooks';
import type { PageView } from '../../../src/capture/page-shapes.ts';
import { agreementVersion } from '../agreement-version.ts';
import { keptTime } from '../kept-time.ts';
import type { WordKey } from '../words.ts';
import { Button, Screen } from './screen.tsx';
import type { StepProps } from './step-props.ts';

/** What is taken, why, who gets it and for how long. */
const pointsOf: Readonly<Record<PageView['checkMode'], readonly WordKey[]>> = {
  1: [
    'agreement.card',
    'agreement.video',
    'agreement.both',
    'agreement.purpose.both',
    'agreement.keep.card',
    'agreement.leave',
  ],
  2: ['agreement.video', 'agreement.compare', 'agreement.purpose', 'agreement.keep', 'agreement.leave'],
  3: ['agreement.video', 'agreement.alive', 'agreement.purpose', 'agreement.keep', 'agreement.leave'],
  4: ['agreement.card', 'agreement.purpose.card', 'agreement.keep.card', 'agreement.leave'],
};

const ticks: Readonly<Partial<Record<PageView['checkMode'], WordKey>>> = {
  1: 'agreement.tick.both',
  4: 'agreement.tick.card',
};

/** What the customer consents to; the box is never ticked beforehand. */
export function Agreement(props: StepProps) {
  const { state, taps, say } = props;
  const [isTicked, setTicked] = useState(false);
  const mode = state.view?.checkMode ?? 3;
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
            <span>{say(ticks[mode] ?? 'agreement.tick')}</span>
          </label>
          <Button test="agree" onTap={taps.agree} isDisabled={!isTicked || state.isCalling}>
            {say('agreement.go')}
          </Button>
        </>
      }
    >
      <p class="lead">{say('agreement.intro')}</p>
      <ul class="points">
        {pointsOf[mode].map((point) => (
          <li key={point}>{say(point, { time: keptTime(say, state.view) })}</li>
        ))}
      </ul>
      <p class="small">{say('agreement.version', { version: agreementVersion })}</p>
    </Screen>
  );
}
