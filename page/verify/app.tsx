import type { VNode } from 'preact';
import type { CardStepName } from './card/card-step.tsx';
import type { Step } from './flow.ts';
import { Agreement } from './steps/agreement.tsx';
import { CameraStep } from './steps/camera.tsx';
import { CameraTroubleStep } from './steps/camera-trouble.tsx';
import { Following, Lost, OtherBrowser, OtherTab, TakeOver } from './steps/elsewhere.tsx';
import { Exit } from './steps/exit.tsx';
import { Handover } from './steps/handover.tsx';
import { Loading, Redirect } from './steps/loading.tsx';
import { End, Result } from './steps/result.tsx';
import { Sending, Waiting } from './steps/sending.tsx';
import { Begin, Start } from './steps/start.tsx';
import type { StepProps } from './steps/step-props.ts';
import { Trouble } from './steps/trouble.tsx';

function LightNotice(props: StepProps) {
  const Notice = props.challengePart?.LightNotice ?? Loading;
  return <Notice {...props} />;
}

function Card(props: StepProps) {
  const Screen = props.cardStep?.Screen ?? Loading;
  return <Screen {...props} />;
}

const cardScreens = {
  'card-camera': Card,
  'card-preview': Card,
  'card-unusable': Card,
  'card-sending': Card,
  'card-reading': Card,
  'card-stopped': Card,
  'card-details': Card,
} as const satisfies Readonly<Record<CardStepName, typeof Card>>;

/** The screen of each step. Camera and recording share one, so that the running picture outlives the change. */
const screens: Readonly<Record<Step, (props: StepProps) => VNode | null>> = {
  loading: Loading,
  start: Start,
  begin: Begin,
  agreement: Agreement,
  handover: Handover,
  'take-over': TakeOver,
  ...cardScreens,
  'light-notice': LightNotice,
  camera: CameraStep,
  recording: CameraStep,
  sending: Sending,
  waiting: Waiting,
  result: Result,
  exit: Exit,
  end: End,
  redirect: Redirect,
  'camera-trouble': CameraTroubleStep,
  trouble: Trouble,
  'other-tab': OtherTab,
  'other-browser': OtherBrowser,
  following: Following,
  lost: Lost,
};

export function App(props: StepProps) {
  const Screen = screens[props.state.step];
  return <Screen {...props} />;
}
