import type { VNode } from 'preact';
import type { PageView } from '../../../src/capture/page-shapes.ts';
import type { Answer, Api } from '../api.ts';
import type { Step } from '../flow.ts';
import { oneTap } from '../one-tap.ts';
import type { Session } from '../session.ts';
import type { StepProps } from '../steps/step-props.ts';
import { pauseForLine } from '../upload.ts';
import { createCardApi } from './card-api.ts';
import { askForReading, deliverPhoto } from './deliver-photo.ts';
import { CardCamera } from './steps/camera.tsx';
import type { CardProps, CardTools } from './steps/card-props.ts';
import { CardDetails } from './steps/details.tsx';
import { FileChoice } from './steps/file-choice.tsx';
import { CardPreview } from './steps/preview.tsx';
import { CardReading, CardSending } from './steps/sending.tsx';
import { CardStopped, NoPhotosLeft } from './steps/stopped.tsx';
import { CardUnusable } from './steps/unusable.tsx';

export type CardStepParts = {
  readonly session: Session;
  readonly api: Api;
  readonly token: string;
  readonly tabId: string;
};

/** The steps of the flow that are a card's. */
export type CardStepName = Extract<Step, `card-${string}`>;

/** Everything about cards: the screens, and what the steps do when they are entered. */
export type CardStep = {
  readonly Screen: (props: StepProps) => VNode | null;
  /** A photo from a file instead of the camera, wherever the camera is in trouble. */
  readonly OtherWay: (props: StepProps) => VNode | null;
  /** Returns what stops the step's work when it is left. */
  readonly enter: (step: CardStepName) => () => void;
};

/** The camera, for as long as its photos are taken. */
function CameraOrEnd(props: CardProps) {
  return props.state.view?.card?.photosLeft === 0 ? <NoPhotosLeft {...props} /> : <CardCamera {...props} />;
}

const screens: Readonly<Record<CardStepName, (props: CardProps) => VNode | null>> = {
  'card-camera': CameraOrEnd,
  'card-preview': CardPreview,
  'card-unusable': CardUnusable,
  'card-sending': CardSending,
  'card-reading': CardReading,
  'card-stopped': CardStopped,
  'card-details': CardDetails,
};

export function createCardStep({ session, api: own, token, tabId }: CardStepParts): CardStep {
  const api = createCardApi(own, token, tabId);

  const tap = (call: () => Promise<Answer<PageView>>) =>
    oneTap(session, call, (failure) => {
      if (failure.reason === 'wrong-stage') session.happen('look-again');
      else session.fail(failure);
    });

  function decline(): void {
    const { cardShot } = session.read();
    if (cardShot) URL.revokeObjectURL(cardShot.photo.url);
    session.happen('card-declined', { cardShot: null, photoTrouble: null });
  }

  const tools: CardTools = {
    session,
    pictureUrl: api.pictureUrl,
    picture: api.picture,
    use: () => session.happen('card-used', { progress: null }),
    decline,
    retake: () => void tap(api.retake),
    confirm: () => void tap(api.confirm),
  };

  return {
    Screen(props) {
      const Screen = screens[props.state.step as CardStepName];
      return <Screen {...props} tools={tools} />;
    },
    OtherWay: (props) => (
      <div class="pair even">
        <FileChoice {...props} tools={tools} kind="second" isCamera />
        <FileChoice {...props} tools={tools} kind="second" />
      </div>
    ),
    enter(step) {
      const stopping = new AbortController();
      const { signal } = stopping;
      const parts = { session, api, signal, pause: pauseForLine(signal) };
      if (step === 'card-sending') void deliverPhoto(parts);
      if (step === 'card-reading') void askForReading(parts);
      return () => stopping.abort();
    },
  };
}
