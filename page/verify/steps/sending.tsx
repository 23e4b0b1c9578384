import { useEffect, useState } from 'preact/hooks';
import { localeOf } from '../languages.ts';
import type { WordKey } from '../word-keys.ts';
import { Spinner } from './loading.tsx';
import { Screen } from './screen.tsx';
import type { StepProps } from './step-props.ts';

/** `71 %` as the page's language writes it. */
function percentText(share: number): string {
  const format = new Intl.NumberFormat(localeOf(document.documentElement.lang), { style: 'percent' });
  return format.format(share);
}

type ProgressProps = Pick<StepProps, 'state' | 'say'> & {
  readonly heading: WordKey;
  /** What is said while the line is gone. */
  readonly waiting: WordKey;
};

/** How far an upload has come. */
export function Progress({ state, say, heading, waiting }: ProgressProps) {
  const { sentBytes = 0, totalBytes = 1, isWaiting = false } = state.progress ?? {};
  const share = sentBytes / totalBytes;
  return (
    <>
      <div
        class="progress"
        data-test="progress"
        role="progressbar"
        aria-label={say(heading)}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={Math.round(share * 100)}
      >
        <div class="bar-fill" style={{ transform: `scaleX(${share})` }} />
      </div>
      <p class="percent" aria-hidden="true">
        {percentText(share)}
      </p>
      <p class={isWaiting ? 'notice' : 'lead'} role="status" data-waiting={isWaiting}>
        {say(isWaiting ? waiting : 'sending.text')}
      </p>
    </>
  );
}

/** How far the recording has come, as the server confirms it. */
export function Sending(props: StepProps) {
  const { say } = props;
  return (
    <Screen {...props} layout="message" heading={say('sending.heading')}>
      <Progress {...props} heading="sending.heading" waiting="sending.waiting" />
    </Screen>
  );
}

/** A verdict takes a second or two; after this long the customer should hear that nothing is wrong. */
const longMs = 15_000;

export function Waiting(props: StepProps) {
  const { say } = props;
  const [isLong, setLong] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLong(true), longMs);
    return () => clearTimeout(timer);
  }, []);
  return (
    <Screen {...props} layout="message" heading={say('waiting.heading')}>
      <Spinner />
      <p class="lead" role="status">
        {say(isLong ? 'waiting.long' : 'waiting.text')}
      </p>
    </Screen>
  );
}
