import type { ComponentChildren } from 'preact';
import { CopyButton } from '../steps/copy-button.tsx';
import { QrCode } from '../steps/qr-code.tsx';
import { Screen } from '../steps/screen.tsx';
import type { StepProps } from '../steps/step-props.ts';
import { type App, wayOut } from './apps.ts';

export type LeaveAppProps = StepProps & {
  readonly app: App;
  /** The link that goes on in another browser. */
  readonly url: string;
  /** What the app's browser lacks. */
  readonly reason?: string;
  /** Further ways on. */
  readonly children?: ComponentChildren;
};

/** Every way out of an app: by itself where that works, by the app's menu, by copying, and on another device. */
export function LeaveApp({ app, url, reason, children, ...props }: LeaveAppProps) {
  const { say } = props;
  const exit = wayOut(app, url, navigator.userAgent);
  return (
    <Screen
      {...props}
      reason={reason ?? 'in-app'}
      heading={say('leave.heading')}
      actions={
        <>
          {exit && (
            <a class="filled" data-test="leave-go" href={exit}>
              {say('leave.go')}
            </a>
          )}
          <CopyButton say={say} url={url} kind={exit ? 'second' : 'main'} />
          {children}
        </>
      }
    >
      <p class="lead" role="status">
        {say('leave.text', { app: app.name ?? say('leave.app') })}
      </p>
      <p class="notice" data-test="leave-menu">
        {say(`leave.menu.${app.menu}`)}
      </p>
      <p class="small">{say('leave.paste')}</p>
      <a class="link" data-test="handover-link" dir="ltr" href={url}>
        {url}
      </a>
      <p class="small">{say('leave.scan')}</p>
      <QrCode text={url} />
    </Screen>
  );
}
