import { Button, Screen } from '../../steps/screen.tsx';
import type { CardProps } from './card-props.ts';

/** The photo as it would be sent: the customer sees best whether it can be read. */
export function CardPreview(props: CardProps) {
  const { state, say, tools } = props;
  const { cardShot } = state;
  if (!cardShot) return null;
  return (
    <Screen
      {...props}
      layout="card"
      heading={say('card.preview')}
      actions={
        <div class="pair">
          <Button test="card-again" kind="second" onTap={tools.decline}>
            {say('card.again')}
          </Button>
          <Button test="card-use" onTap={tools.use}>
            {say('card.use')}
          </Button>
        </div>
      }
    >
      <p class="lead">{say('card.preview.text')}</p>
      <div class="shot">
        <img data-test="card-shot" src={cardShot.photo.url} alt={say('card.picture')} />
      </div>
    </Screen>
  );
}
