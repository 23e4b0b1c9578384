import type { EndView } from '../../src/capture/page-shapes.ts';
import type { Milestone } from './milestones.ts';
import { QrCode } from './qr-code.tsx';
import type { Run } from './run.ts';
import { verificationPath } from './run.ts';
import { Step } from './step.tsx';

type Props = {
  readonly run: Run | null;
  /** How it ended; null while it runs. */
  readonly ended: EndView['how'] | null;
  readonly milestones: readonly Milestone[];
};

const judged = 'Judged on this server, and sent back to your shop with the token in the address.';
const endings: Readonly<Record<EndView['how'], string>> = {
  passed: judged,
  failed: judged,
  'retries-used-up': judged,
  abandoned: 'Your customer left.',
  expired: 'Ten minutes were over before it was done.',
};

function Way({ run }: { readonly run: Run }) {
  const { started } = run;
  if (started?.where === 'phone') {
    const url = started.applied.VerificationURL;
    return (
      <>
        <QrCode text={url} label="The address of the verification, for a phone's camera" />
        <p class="small">
          Scan it with a phone, or open <a href={url}>{url}</a>
        </p>
      </>
    );
  }
  return (
    <a class="button main" href={verificationPath(run.token)} data-test="go-on">
      Go on in this browser
    </a>
  );
}

/** The customer's part: where to go, and how far it has come. */
export function CustomerStep({ run, ended, milestones }: Props) {
  if (!run) {
    return (
      <Step number={2} title="Your customer comes to the camera" state="later" sheets={null}>
        <p class="lead">
          A page of this server guides, films or photographs what you asked for, and sends it here to be
          judged.
        </p>
      </Step>
    );
  }
  const path = (
    <ol class="milestones" data-test="milestones">
      {milestones.map(({ text, isDone }) => (
        <li key={text} class={isDone ? 'done' : ''}>
          {text}
        </li>
      ))}
    </ol>
  );
  return (
    <Step number={2} title="Your customer comes to the camera" state={ended ? 'done' : 'now'} sheets={path}>
      {ended ? <p class="lead">{endings[ended]}</p> : <Way run={run} />}
    </Step>
  );
}
