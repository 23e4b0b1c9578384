import { type ShownResult, shownAttempt, shownEnd } from '../shown-result.ts';
import { Button, Screen } from './screen.tsx';
import type { StepProps } from './step-props.ts';

function Explanation({ say, shown }: Pick<StepProps, 'say'> & { readonly shown: ShownResult }) {
  return (
    <div role="status">
      <p class="lead">{say(shown.what)}</p>
      {shown.advice && <p class="advice">{say(shown.advice)}</p>}
    </div>
  );
}

function Code({ say, code }: Pick<StepProps, 'say'> & { readonly code: number }) {
  return (
    <p class="small" data-test="result-code">
      {say('result.code', { code: String(code) })}
    </p>
  );
}

/** A try that did not succeed, and the way to another. */
export function Result(props: StepProps) {
  const { state, taps, say } = props;
  const shown = shownAttempt(state.view?.attempt?.code ?? 1001);
  return (
    <Screen
      {...props}
      layout="message"
      icon="warning"
      tone="bad"
      code={shown.code}
      heading={say(shown.heading)}
      actions={
        <>
          <p class="small" data-test="attempts-left">
            {say('result.left', { count: state.view?.attemptsLeft ?? 0 })}
          </p>
          <Button test="retry" onTap={taps.retry}>
            {say('result.retry')}
          </Button>
        </>
      }
    >
      <Explanation say={say} shown={shown} />
      <Code say={say} code={shown.code} />
    </Screen>
  );
}

const icons = { good: 'done', bad: 'warning', plain: 'clock' } as const;

/** How the verification went. */
export function End(props: StepProps) {
  const { state, taps, say } = props;
  const { view } = state;
  if (!view?.end) return null;
  const shown = shownEnd(view.end, view.holder);
  const canGoOn = view.end.redirectUrl !== null;
  const isGood = shown.tone === 'good';
  return (
    <Screen
      {...props}
      layout="message"
      icon={shown.code === 1410 ? 'door' : shown.code === 14 ? 'done' : icons[shown.tone]}
      tone={shown.tone}
      code={shown.code}
      heading={say(shown.heading)}
      actions={
        canGoOn ? (
          <Button test="next" onTap={taps.next}>
            {say('end.next')}
          </Button>
        ) : (
          <p class="small">{say('end.close')}</p>
        )
      }
    >
      <Explanation say={say} shown={isGood && !canGoOn ? { ...shown, advice: null } : shown} />
      {!isGood && <Code say={say} code={shown.code} />}
    </Screen>
  );
}
