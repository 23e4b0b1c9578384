import type { PageView } from '../../../src/capture/page-shapes.ts';
import { type CameraTrouble, isFilmable, mayBeFilm } from '../camera.ts';
import { Button, Screen } from './screen.tsx';
import type { StepProps } from './step-props.ts';

/** Trying again in this browser cannot help: here another device is the way on. */
const hopeless: readonly CameraTrouble[] = ['no-camera-support', 'no-recorder', 'insecure-page'];

/** A card may come as a file where there is no camera. */
function isCardWanted(view: PageView | null): boolean {
  return view?.card?.stage === 'none' || view?.card?.stage === 'front-stored';
}

/** Why there is no picture or no recording, and what to do about it. */
export function CameraTroubleStep(props: StepProps) {
  const { state, taps, say, cardStep, challengePart } = props;
  const OtherWay = isCardWanted(state.view) ? cardStep?.OtherWay : null;
  const trouble = state.cameraTrouble ?? 'interrupted';
  const FilmFile =
    isFilmable(trouble) && state.view?.consented && mayBeFilm(state.view) ? challengePart?.FilmFile : null;
  const isHopeless = hopeless.includes(trouble);
  const retry = (
    <Button test="retry" kind={isHopeless ? 'second' : 'main'} onTap={taps.retry}>
      {say('retry')}
    </Button>
  );
  const handover = (
    <Button test="handover" kind={isHopeless ? 'main' : 'second'} onTap={taps.askHandover}>
      {say('handover.ask')}
    </Button>
  );
  return (
    <Screen
      {...props}
      layout="message"
      icon={trouble === 'face-lost' ? 'face' : 'camera'}
      reason={trouble}
      heading={say(`${trouble}.heading`)}
      actions={
        <>
          {!isHopeless && retry}
          {OtherWay && <OtherWay {...props} />}
          {FilmFile && <FilmFile {...props} />}
          {trouble !== 'insecure-page' && handover}
          {isHopeless && retry}
        </>
      }
    >
      <p class="lead" role="status">
        {say(`${trouble}.text`)}
      </p>
    </Screen>
  );
}
