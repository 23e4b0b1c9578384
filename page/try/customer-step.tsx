import type { Milestone } from './milestones.ts';
import { QrCode } from './qr-code.tsx';
import type { Run } from './run.ts';
import { verificationPath } from './run.ts';
import { Step } from './step.tsx';

type Props = {
  readonly run: Run | null;
  readonly isOver: boolean;
  readonly milestones: readonly Milestone[];
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
export function CustomerStep({ run, isOver, milestones }: Props) {
  if (!run) {
    return (
      <Step number={2} title="Your customer looks into a camera" state="later" sheets={null}>
        <p class="lead">
          A page of this server guides, films about four seconds, and sends them here to be judged.
        </p>
      </Step>
    );
  }
  return (
    <Step number={2} title="Your customer looks into a camera" state={isOver ? 'done' : 'now'} sheets={null}>
      {!isOver && <Way run={run} />}
      <ol class="milestones" data-test="milestones">
        {milestones.map(({ text, isDone }) => (
          <li key={text} class={isDone ? 'done' : ''}>
            {text}
          </li>
        ))}
      </ol>
    </Step>
  );
}
