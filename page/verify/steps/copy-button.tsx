import { useState } from 'preact/hooks';
import { copyText } from '../copy-text.ts';
import { Button } from './screen.tsx';
import type { StepProps } from './step-props.ts';

type CopyProps = Pick<StepProps, 'say'> & {
  readonly url: string;
  readonly kind?: 'main' | 'second';
};

/** Copies a link that the screen also shows: where no page may copy, the customer is told how to do it by hand. */
export function CopyButton({ say, url, kind = 'main' }: CopyProps) {
  const [outcome, setOutcome] = useState<'copied' | 'refused' | null>(null);
  const copy = async () => setOutcome((await copyText(url)) ? 'copied' : 'refused');
  return (
    <>
      {outcome === 'refused' && (
        <p class="small" role="status" data-test="copy-by-hand">
          {say('copy.by-hand')}
        </p>
      )}
      <Button test="handover-copy" kind={kind} onTap={() => void copy()}>
        <span role="status">{say(outcome === 'copied' ? 'handover.copied' : 'handover.copy')}</span>
      </Button>
    </>
  );
}
