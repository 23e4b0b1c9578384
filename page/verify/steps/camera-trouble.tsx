import type { PageView } from '../../../src/capture/page-shapes.ts';
import { type CameraTrouble, isFilmable, mayBeFilm } from '../camera.ts';
import { appOf } from '../device/apps.ts';
import type { IconName } from './icon.tsx';
import { Button, Screen } from './screen.tsx';
import type { StepProps } from './step-props.ts';

/** Trying again in this browser cannot help: here another device is the way on. */
const hopeless: readonly CameraTrouble[] = ['no-camera-support', 'no-recorder', 'insecure-page'];

/** Troubles that an app's browser has where the system's own has none; apps also refuse without asking anybody. */
const troublesOfApps: readonly CameraTrouble[] = [
  'no-camera-support',
  'no-recorder',
  'camera-refused',
  'camera-missing',
];

/** What is not the camera's doing. */
const iconOf: Readonly<Partial<Record<CameraTrouble, IconName>>> = {
  'face-lost': 'face',
  'color-missed': 'light',
  'two-people': 'alone',
};

/** A card may come as a file where there is no camera. */
function isCardWanted(view: PageView | null): boolean {
  return view?.card?.stage === 'none' || view?.card?.stage === 'front-stored';
}

/** Why there is no picture or no recording, and what to do about it. */
export function CameraTroubleStep(props: StepProps) {
  const { state, devicePart } = props;
  const app = appOf(navigator.userAgent);
  // The plain link works elsewhere as long as it is bound to nobody; afterwards a hand-over link is asked for.
  const isUnbound = state.view?.holder !== 'this-tab';
  const trouble = state.cameraTrouble ?? 'interrupted';
  const isOfApp = app !== null && troublesOfApps.includes(trouble);
  if (!isOfApp || !isUnbound || !devicePart)
    return <Trouble {...props} trouble={trouble} isOfApp={isOfApp} />;
  const { LeaveApp } = devicePart;
  return (
    <LeaveApp {...props} app={app} url={location.href} reason={trouble}>
      <StayButton {...props} />
    </LeaveApp>
  );
}

/** Where a file will do, it can be made right here. */
function StayButton({ state, taps, say }: StepProps) {
  if (state.view?.checkMode !== 4 && !mayBeFilm(state.view)) return null;
  return (
    <Button test="stay-in-app" kind="quiet" onTap={taps.stayInApp}>
      {say('leave.stay')}
    </Button>
  );
}

type TroubleProps = StepProps & {
  readonly trouble: CameraTrouble;
  /** The system's own browser would do better. */
  readonly isOfApp: boolean;
};

function Trouble({ trouble, isOfApp, ...props }: TroubleProps) {
  const { state, taps, say, cardStep, devicePart } = props;
  const OtherWay = isCardWanted(state.view) ? cardStep?.OtherWay : null;
  const mayFilm = isFilmable(trouble) && state.view?.consented && mayBeFilm(state.view);
  const FilmFile = mayFilm ? devicePart?.FilmFile : null;
  const isHopeless = isOfApp || hopeless.includes(trouble);
  const retry = (
    <Button test="retry" kind={isHopeless ? 'second' : 'main'} onTap={taps.retry}>
      {say('retry')}
    </Button>
  );
  const handover = trouble !== 'insecure-page' && (
    <Button test="handover" kind={isHopeless ? 'main' : 'second'} onTap={taps.askHandover}>
      {say(isOfApp && devicePart ? 'leave.go' : 'handover.ask')}
    </Button>
  );
  return (
    <Screen
      {...props}
      layout="message"
      icon={iconOf[trouble] ?? 'camera'}
      reason={trouble}
      heading={say(`${trouble}.heading`)}
      actions={
        <>
          {isHopeless ? handover : retry}
          {OtherWay && <OtherWay {...props} />}
          {FilmFile && <FilmFile {...props} />}
          {isHopeless ? retry : handover}
        </>
      }
    >
      <p class="lead" role="status">
        {say(`${trouble}.text`)}
      </p>
    </Screen>
  );
}
