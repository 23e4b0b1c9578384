import { staysInFrame } from '../frame/framed.ts';
import { Screen } from './screen.tsx';
import type { StepProps } from './step-props.ts';

export function Spinner() {
  return <div class="spinner" aria-hidden="true" />;
}

export function Loading(props: StepProps) {
  return (
    <Screen {...props} layout="message" heading={props.say('loading')}>
      <Spinner />
    </Screen>
  );
}

/**
 * On the way to the merchant. The link is for a browser that came back, or did not go. In a frame that stays, the
 * merchant's page has been told and takes over.
 */
export function Redirect(props: StepProps) {
  const { state, say } = props;
  if (staysInFrame(state.view))
    return <Screen {...props} layout="message" icon="done" heading={say('end.framed')} />;
  const url = state.view?.end?.redirectUrl;
  return (
    <Screen
      {...props}
      layout="message"
      heading={say('loading')}
      actions={
        url && (
          <a class="quiet" data-test="next" href={url}>
            {say('end.next')}
          </a>
        )
      }
    >
      <Spinner />
    </Screen>
  );
}
