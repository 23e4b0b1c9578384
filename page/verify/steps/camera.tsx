import { useEffect, useRef, useState } from 'preact/hooks';
import type { Capture } from '../capture.ts';
import type { Guidance } from '../guide.ts';
import { Countdown } from './countdown.tsx';
import { Oval } from './oval.tsx';
import { Button, Screen } from './screen.tsx';
import type { StepProps } from './step-props.ts';

/** Runs the camera for as long as the screen is there; the hints come ten times a second, and are told when new. */
function useCapture(openCapture: StepProps['openCapture']) {
  const video = useRef<HTMLVideoElement>(null);
  const capture = useRef<Capture | null>(null);
  const [guidance, setGuidance] = useState<Guidance | null>(null);
  // Once it was too dark the screen stays a lamp: going by the hint alone it would flicker.
  const [isLamp, setLamp] = useState(false);
  useEffect(() => {
    const opened = openCapture(video.current as HTMLVideoElement, (next) => {
      if (next.hint === 'too-dark') setLamp(true);
      setGuidance((before) =>
        before?.hint === next.hint && before.mayStartByHand === next.mayStartByHand ? before : next,
      );
    });
    capture.current = opened;
    return () => opened.stop();
  }, []);
  return { video, guidance, isLamp, startByHand: () => capture.current?.startByHand() };
}

/** The camera's picture under the oval: first with hints, then, in the same picture, the recording. */
export function CameraStep(props: StepProps) {
  const { state, say, openCapture } = props;
  const { video, guidance, isLamp, startByHand } = useCapture(openCapture);
  const recordMs = state.step === 'recording' ? (state.view?.attempt?.recordMs ?? null) : null;
  const hint = guidance ? say(`hint.${guidance.hint}`) : say('camera.opening');
  return (
    <Screen
      {...props}
      layout="camera"
      heading={say(recordMs === null ? 'camera.heading' : 'recording.heading')}
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
      <div class={isLamp ? 'stage lamp' : 'stage'}>
        <video ref={video} playsInline muted autoPlay tabIndex={-1} />
        <Oval isGood={guidance?.hint === 'good'} recordMs={recordMs} />
        {recordMs !== null && <Countdown milliseconds={recordMs} />}
        <div class="told">
          {recordMs === null ? (
            <p class="hint" data-test="hint" data-hint={guidance?.hint ?? 'opening'} role="status">
              {hint}
            </p>
          ) : (
            <p class="hint">{say('recording.text')}</p>
          )}
        </div>
      </div>
    </Screen>
  );
}
