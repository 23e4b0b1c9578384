import { useEffect, useRef, useState } from 'preact/hooks';
import { Icon } from '../../steps/icon.tsx';
import { Screen } from '../../steps/screen.tsx';
import type { CardSide } from '../photo.ts';
import { type Finder, type Shoot, startShooting } from '../shoot.ts';
import { type CardProps, shapeOf, sideOf, typeWord } from './card-props.ts';
import { FileChoice } from './file-choice.tsx';

const closed: Finder = { guidance: null, isTorchOn: null, isOpen: false, isTaking: false };

/** Runs the camera for as long as the screen waits for this side. */
function useShooting({ state, tools }: CardProps, side: CardSide) {
  const video = useRef<HTMLVideoElement>(null);
  const frame = useRef<HTMLDivElement>(null);
  const shooting = useRef<Shoot | null>(null);
  const [finder, setFinder] = useState(closed);
  const shape = shapeOf(state.view?.card);
  useEffect(() => {
    setFinder(closed);
    const started = startShooting({
      session: tools.session,
      side,
      shape,
      video: video.current as HTMLVideoElement,
      frame: frame.current as HTMLDivElement,
      // Hints come several times a second; only what is new is drawn.
      onChange: (change) =>
        setFinder((before) =>
          change.guidance && change.guidance.hint === before.guidance?.hint
            ? before
            : { ...before, ...change },
        ),
    });
    shooting.current = started;
    return () => started.stop();
  }, [side, shape]);
  return { video, frame, finder, shape, shooting };
}

/** The camera's picture under a frame in the card's shape, with hints, the shutter and the other ways. */
export function CardCamera(props: CardProps) {
  const { state, say } = props;
  const card = state.view?.card;
  const side = sideOf(card);
  const { video, frame, finder, shape, shooting } = useShooting(props, side);
  const { guidance, isTorchOn, isOpen, isTaking } = finder;
  const hint = isTaking ? 'taking' : (guidance?.hint ?? 'opening');
  return (
    <Screen
      {...props}
      layout="card"
      heading={say(side === 'back' ? 'card.back' : `card.${shape}`, { card: say(typeWord(card?.type)) })}
      actions={
        <div class="shutters">
          <FileChoice {...props} kind="side" />
          <button
            type="button"
            class="shutter"
            data-test="card-shutter"
            aria-label={say('card.shutter')}
            disabled={!isOpen || isTaking}
            onClick={() => shooting.current?.shutter()}
          />
          {isTorchOn !== null && (
            <button
              type="button"
              class="side"
              data-test="card-torch"
              aria-pressed={isTorchOn}
              onClick={() => shooting.current?.toggleTorch()}
            >
              <Icon name="light" />
              <span>{say('card.torch')}</span>
            </button>
          )}
        </div>
      }
    >
      <div class="finder">
        <video ref={video} playsInline muted autoPlay tabIndex={-1} />
        <div ref={frame} class={`frame ${shape}${guidance?.hint === 'good' ? ' good' : ''}`} />
        <p class="hint" data-test="card-hint" data-hint={hint} role="status">
          {say(`card.hint.${hint}`)}
        </p>
      </div>
    </Screen>
  );
}
