import { Spinner } from '../../steps/loading.tsx';
import { Screen } from '../../steps/screen.tsx';
import { Progress } from '../../steps/sending.tsx';
import type { CardProps } from './card-props.ts';

/** How far the photo has come. */
export function CardSending(props: CardProps) {
  const { say } = props;
  return (
    <Screen {...props} layout="message" heading={say('card.sending')}>
      <Progress {...props} heading="card.sending" waiting="card.sending.waiting" />
    </Screen>
  );
}

export function CardReading(props: CardProps) {
  const { say } = props;
  return (
    <Screen {...props} layout="message" heading={say('card.reading')}>
      <Spinner />
      <p class="lead" role="status">
        {say('card.reading.text')}
      </p>
    </Screen>
  );
}
