import { useEffect, useRef, useState } from 'preact/hooks';
import type { Capture, CaptureGuidance } from '../capture.ts';
import { Countdown } from './countdown.tsx';
import { Icon } from './icon.tsx';
import { Loading } from './loading.tsx';
import { Oval } from './oval.tsx';
import { Button, Screen } from './screen.tsx';
import type { StepProps } from './step-props.ts';

/** Runs the camera for as long as the screen is there; the hints come ten times a second, and are told when new. */
function useCapture(openCapture: StepProps['openCapture']) {
  const video = useRef<HTMLVideoElement>(null);
  const capture = useRef<Capture | null>(null);
  const [guidance, setGuidance] = useState<CaptureGuidance | null>(null);
  const [isChanging, setChanging] = useState(false);
  // Once it was too dark the screen stays a lamp: going by the hint alone it would flicker.
  const [isLamp, setLamp] = useState(false);
  useEffect(() => {
    const opened = openCapture(video.current as HTMLVideoElement, (next) => {
      if (next.hint === 'too-dark') setLamp(true);
      setChanging(false);
      setGuidance((before) => (before && isSame(before, next) ? before : next));
    });
    capture.current = opened;
    return () => opened.stop();
  }, []);
  return {
    video,
    guidance,
    isLamp,
    isChanging,
    startByHand: () => capture.current?.startByHand(),
    changeCamera: () => {
      setChanging(true);
      capture.current?.changeCamera();
    },
  };
}

function isSame(one: CaptureGuidance, other: CaptureGuidance): boolean {
  const keys = ['hint', 'mayStartByHand', 'mayChangeCamera'] as const;
  return keys.every((key) => one[key] === other[key]);
}

/** Whether this try is filmed under the screen's own light: before it begins by what was asked for, then by its challenge. */
function isUnderLight({ view, step, lightAnswer }: StepProps['state']): boolean {
  const challenge = step === 'recording' ? view?.attempt?.challenge : null;
  if (challenge) return challenge.level !== 2;
  return step === 'camera' && (view?.securityLevel ?? 1) >= 3 && lightAnswer !== 'actions';
}

/** What is said below the oval. */
function Told({ say, isRecording, guidance }: ToldProps) {
  if (isRecording) return <p class="hint">{say('recording.text')}</p>;
  const hint = guidance ? say(`hint.${guidance.hint}`) : say('camera.opening');
  return (
    <p class="hint" data-test="hint" data-hint={guidance?.hint ?? 'opening'} role="status">
      {hint}
    </p>
  );
}

/** In a corner that the oval leaves free; a picture, for there is no room for words. */
function CameraChange({ say, onTap }: Pick<StepProps, 'say'> & { readonly onTap: () => void }) {
  const name = say('camera.change');
  return (
    <button
      type="button"
      class="change-camera"
      data-test="change-camera"
      aria-label={name}
      title={name}
      onClick={onTap}
    >
      <Icon name="turn" />
    </button>
  );
}

type ToldProps = Pick<StepProps, 'say'> & {
  readonly isRecording: boolean;
  readonly guidance: CaptureGuidance | null;
};

/** The camera's picture under the oval: first with hints, then, in the same picture, the recording. */
function CameraScreen(props: StepProps) {
  const { state, say, openCapture, challengePart } = props;
  const { video, guidance, isLamp, isChanging, startByHand, changeCamera } = useCapture(openCapture);
  const attempt = state.step === 'recording' ? state.view?.attempt : null;
  const recordMs = attempt?.recordMs ?? null;
  const Prompt = attempt?.challenge ? challengePart?.Prompt : null;
  const isLit = isUnderLight(state);
  return (
    <Screen
      {...props}
      layout="camera"
      look={`${challengePart ? 'challenge' : ''} ${isLit ? 'lit' : ''}`}
      heading={say(recordMs === null ? 'camera.heading' : 'recording.heading')}
      isHeadingUnseen={Boolean(Prompt)}
      actions={
        recordMs === null &&
        guidance?.mayStartByHand && (
          <>
            <p class="small">{say('camera.byHand')}</p>
            <Button test="record" onTap={startByHand}>
              {say('camera.start')}
            </Button>
          </>
        )
      }
    >
      {Prompt && <Prompt state={state} say={say} />}
      <div class={isLamp && !isLit ? 'stage lamp' : 'stage'}>
        <video ref={video} playsInline muted autoPlay tabIndex={-1} />
        <Oval isGood={guidance?.hint === 'good'} recordMs={recordMs} />
        <p class="upright" data-test="upright">
          {say('camera.upright')}
        </p>
        {recordMs === null && guidance?.mayChangeCamera && <CameraChange say={say} onTap={changeCamera} />}
        {recordMs !== null && <Countdown milliseconds={recordMs} />}
        <div class="told">
          {!Prompt && (
            <Told say={say} isRecording={recordMs !== null} guidance={isChanging ? null : guidance} />
          )}
        </div>
      </div>
    </Screen>
  );
}

/** The camera waits for what a challenge needs: an attempt that cannot show its own would be wasted. */
export function CameraStep(props: StepProps) {
  const isMissing = (props.state.view?.securityLevel ?? 1) > 1 && !props.challengePart;
  return isMissing ? <Loading {...props} /> : <CameraScreen {...props} />;
}
