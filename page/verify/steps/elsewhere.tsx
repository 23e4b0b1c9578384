import type { AttemptView, CardStage, PageView } from '../../../src/capture/page-shapes.ts';
import { gapAfter } from '../sentences.ts';
import { shownAttempt } from '../shown-result.ts';
import type { WordKey } from '../word-keys.ts';
import { Button, Screen } from './screen.tsx';
import type { StepProps } from './step-props.ts';

/** Another tab of this browser has the verification; it can be had here. */
export function OtherTab(props: StepProps) {
  const { state, taps, say } = props;
  return (
    <Screen
      {...props}
      layout="message"
      icon="devices"
      heading={say('tab.heading')}
      actions={
        <Button test="continue-here" onTap={taps.continueHere} isDisabled={state.isCalling}>
          {say('here')}
        </Button>
      }
    >
      <p class="lead">{say('tab.text')}</p>
    </Screen>
  );
}

/** Somebody else's, or this browser's own whose cookie did not come back: each is told what to do. */
export function OtherBrowser(props: StepProps) {
  const { state, say } = props;
  const name = state.hasBound ? 'cookies' : 'browser';
  return (
    <Screen
      {...props}
      layout="message"
      icon={state.hasBound ? 'warning' : 'devices'}
      reason={state.hasBound ? 'cookies-blocked' : 'other-browser'}
      heading={say(`${name}.heading`)}
    >
      <p class="lead">{say(`${name}.text`)}</p>
    </Screen>
  );
}

/** This browser came by a hand-over link. */
export function TakeOver(props: StepProps) {
  const { state, taps, say } = props;
  return (
    <Screen
      {...props}
      layout="message"
      icon="devices"
      heading={say('move.heading')}
      actions={
        <Button test="take-over" onTap={taps.continueHere} isDisabled={state.isCalling}>
          {say('here')}
        </Button>
      }
    >
      <p class="lead">{say('move.text')}</p>
    </Screen>
  );
}

/** What the other device is doing with the face. */
function withFace({ stage, code }: AttemptView): WordKey {
  switch (stage) {
    case 'recording':
      return 'recording.heading';
    case 'uploading':
      return 'sending.heading';
    case 'judging':
      return 'waiting.heading';
    case 'judged':
      return shownAttempt(code ?? 1001).heading;
  }
}

/** And with the card, until that is confirmed. */
const withCard: Readonly<Record<Exclude<CardStage, 'confirmed'>, WordKey>> = {
  none: 'following.card',
  'front-stored': 'following.card',
  stored: 'card.reading',
  reading: 'card.reading',
  stopped: 'following.stopped',
  'to-confirm': 'following.details',
};

/** Where the other device is, mostly in the words that it shows itself. */
function whereabouts({ consented, card, attempt }: PageView): WordKey {
  if (!consented) return 'agreement.heading';
  if (card && card.stage !== 'confirmed') return withCard[card.stage];
  return attempt ? withFace(attempt) : 'camera.heading';
}

/** This browser handed the verification over and looks on. What is asked for is said to be asked for there, not here. */
export function Following(props: StepProps) {
  const { state, say } = props;
  const { view } = state;
  const there = say('following.now');
  return (
    <Screen {...props} layout="message" icon="devices" heading={say('following.heading')}>
      <p class="lead">{say('following.text')}</p>
      <p class="doing" role="status" data-test="following-status">
        {view && there + gapAfter(there)}
        {view && <span>{say(whereabouts(view))}</span>}
      </p>
    </Screen>
  );
}

export function Lost(props: StepProps) {
  const { say } = props;
  return (
    <Screen {...props} layout="message" icon="link" heading={say('lost.heading')}>
      <p class="lead">{say('lost.text')}</p>
    </Screen>
  );
}
