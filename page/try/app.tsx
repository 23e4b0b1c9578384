import { useEffect, useState } from 'preact/hooks';
import { Icon } from '../verify/steps/icon.tsx';
import { AskStep } from './ask-step.tsx';
import { type About, about, CallFailed } from './call.ts';
import { CustomerStep } from './customer-step.tsx';
import { milestones } from './milestones.ts';
import { ResultStep } from './result-step.tsx';
import { type Run, remember, runOfAddress, type Started, verificationPath } from './run.ts';
import { useRun } from './use-run.ts';

function Head() {
  return (
    <header class="head">
      <p class="brand">
        <span class="logo">
          <Icon name="face" />
        </span>
        Selfsame
      </p>
      <h1>Try a verification from both sides</h1>
      <p class="lead">
        You are the customer; beside it stands what a merchant’s program says and hears. Photos and videos
        stay on this server and are destroyed after three days.
      </p>
    </header>
  );
}

/** The page of `/try`. */
export function App() {
  const [facts, setFacts] = useState<About | null>(null);
  const [trouble, setTrouble] = useState('');
  const [run, setRun] = useState<Run | null>(runOfAddress);
  const followed = useRun(run);
  useEffect(() => {
    about().then(setFacts, (error: Error) => {
      if (!(error instanceof CallFailed)) throw error;
      setTrouble(error.message);
    });
  }, []);
  const isOver = followed.view?.end != null;
  const isAnswered = followed.answer !== null;
  useEffect(() => {
    if (isOver && isAnswered) document.querySelector('[data-step="3"]')?.scrollIntoView({ block: 'start' });
  }, [isOver, isAnswered]);
  const begun = (started: Started) => {
    const next = remember(started);
    if (started.where === 'here') location.assign(verificationPath(next.token));
    setRun(next);
  };
  const again = () => location.assign('/try');
  const isStranger = run !== null && run.started === null;
  return (
    <main class="page">
      <Head />
      {trouble && (
        <p class="trouble" role="alert">
          {trouble}
        </p>
      )}
      <ol class="steps">
        {!isStranger && <AskStep about={facts} started={run?.started ?? null} onStarted={begun} />}
        {!isStranger && (
          <CustomerStep
            run={run}
            ended={followed.view?.end?.how ?? null}
            milestones={milestones(followed.view, followed.answer)}
          />
        )}
        <ResultStep
          answer={run ? followed.answer : null}
          trouble={followed.trouble}
          token={run?.token ?? ''}
          checkMode={run?.started?.checkMode ?? null}
          onAgain={again}
        />
      </ol>
      <footer class="foot small">
        Every SDK of the vendor works: change the endpoint, nothing else. This page has an account of its own
        that no key opens; your merchants’ data are not seen here.
      </footer>
    </main>
  );
}
