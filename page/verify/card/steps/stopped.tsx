import type { CardView } from '../../../../src/capture/page-shapes.ts';
import { gapAfter } from '../../sentences.ts';
import { Button, Screen } from '../../steps/screen.tsx';
import { causeOf, stopWords } from '../stop-words.ts';
import { type CardProps, typeWord } from './card-props.ts';

type Stopped = CardProps & { readonly card: CardView };

/** The way out, in plain words, for whom photo after photo is turned down. */
function WayOut({ taps, say, card }: Stopped) {
  return (
    <>
      <p class="small" data-test="card-leave-text">
        {say(card.photosLeft === 0 ? 'card.leave.last' : 'card.leave.text')}
      </p>
      <Button test="card-leave" kind={card.photosLeft === 0 ? 'main' : 'quiet'} onTap={taps.askExit}>
        {say('card.leave')}
      </Button>
    </>
  );
}

/** Whoever has used up all photos is not shown a camera any more. */
export function NoPhotosLeft(props: CardProps) {
  const { state, taps, say } = props;
  return (
    <Screen
      {...props}
      layout="message"
      icon="document"
      tone="bad"
      reason="no-photos-left"
      heading={say('card.leave.heading')}
      actions={
        <Button test="card-leave" onTap={taps.askExit} isDisabled={state.isCalling}>
          {say('card.leave')}
        </Button>
      }
    >
      <p class="lead">{say('card.leave.last')}</p>
    </Screen>
  );
}

/** Why a card cannot be taken as it is, what to do about it, and the way to another photo. */
export function CardStopped(props: CardProps) {
  const { state, say, tools } = props;
  const card = state.view?.card;
  if (!card?.stoppedFor) return null;
  const { stoppedFor: stop } = card;
  const cause = causeOf(stop, card.type !== null);
  const { heading, what, advice } = stopWords(cause);
  const asked = say(typeWord(card.type));
  const why = say(what, { card: asked });
  return (
    <Screen
      {...props}
      layout="message"
      // The way out needs the room on a small screen.
      icon={card.mayLeave ? undefined : 'document'}
      tone="bad"
      reason={cause}
      heading={say(heading)}
      actions={
        <>
          {card.photosLeft > 0 && (
            <Button test="card-retake" onTap={tools.retake} isDisabled={state.isCalling}>
              {say(stop.isRetakeable ? 'card.retake' : 'card.other')}
            </Button>
          )}
          {(card.mayLeave || card.photosLeft === 0) && <WayOut {...props} card={card} />}
        </>
      }
    >
      <div role="status">
        <p class="lead">
          {why}
          {cause === 'other-type' &&
            stop.isType &&
            gapAfter(why) + say('stop.looksLike', { card: say(typeWord(stop.isType)) })}
        </p>
        <p class="advice">{say(advice, { card: asked })}</p>
      </div>
    </Screen>
  );
}
