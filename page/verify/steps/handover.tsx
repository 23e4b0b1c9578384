import type { HandoverLink } from '../../../src/capture/page-shapes.ts';
import { appOf } from '../device/apps.ts';
import { minutesAndSeconds } from '../time-left.ts';
import { CopyButton } from './copy-button.tsx';
import { useSecondsLeft } from './countdown.tsx';
import { Spinner } from './loading.tsx';
import { QrCode } from './qr-code.tsx';
import { Button, Screen } from './screen.tsx';
import type { StepProps } from './step-props.ts';

type LinkProps = StepProps & { readonly link: HandoverLink };

/** A fresh link; once its time is over, the way to another. */
function FreshLink({ link, ...props }: LinkProps) {
  const { say } = props;
  const secondsLeft = useSecondsLeft(link.expiresInMs);
  if (secondsLeft === 0) return <ExpiredLink {...props} />;
  const app = appOf(navigator.userAgent);
  const LeaveApp = app && props.devicePart?.LeaveApp;
  const back = (
    <Button test="back" kind="second" onTap={props.taps.back}>
      {say('back')}
    </Button>
  );
  if (LeaveApp)
    return (
      <LeaveApp {...props} app={app} url={link.url}>
        {back}
      </LeaveApp>
    );
  return (
    <Screen
      {...props}
      heading={say('handover.heading')}
      actions={
        <>
          <CopyButton say={say} url={link.url} />
          {back}
        </>
      }
    >
      <p class="lead">{say('handover.text')}</p>
      <QrCode text={link.url} />
      <p class="small" data-test="handover-expires" role="timer">
        {say('handover.expires', { time: minutesAndSeconds(secondsLeft) })}
      </p>
      <a class="link" data-test="handover-link" dir="ltr" href={link.url}>
        {link.url}
      </a>
    </Screen>
  );
}

function ExpiredLink(props: StepProps) {
  const { state, taps, say } = props;
  return (
    <Screen
      {...props}
      layout="message"
      icon="clock"
      heading={say('handover.expired')}
      actions={
        <>
          <Button test="handover-renew" onTap={taps.askHandover} isDisabled={state.isCalling}>
            {say('handover.renew')}
          </Button>
          <Button test="back" kind="second" onTap={taps.back}>
            {say('back')}
          </Button>
        </>
      }
    />
  );
}

/** The one-time link that moves the verification to another device. */
export function Handover(props: StepProps) {
  const link = props.state.handoverLink;
  if (link) return <FreshLink key={link.url} {...props} link={link} />;
  return (
    <Screen {...props} layout="message" heading={props.say('handover.heading')}>
      <Spinner />
    </Screen>
  );
}
