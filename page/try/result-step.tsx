import { useEffect, useState } from 'preact/hooks';
import type { Say } from '../verify/say.ts';
import { shownAttempt } from '../verify/shown-result.ts';
import { Icon } from '../verify/steps/icon.tsx';
import { loadWords } from '../verify/words.ts';
import type { Got, ResultEnvelope } from './call.ts';
import { CardShown } from './card-shown.tsx';
import { getCode } from './code.ts';
import { hasCard, type Mode, wordsOf } from './modes.ts';
import { Code, Json } from './printed.tsx';
import { Step } from './step.tsx';

/** The mark that a comparison must reach (`Similarity`, wire specification §6.1). */
const passMark = 70;

function Similarity({ value }: { readonly value: number }) {
  return (
    <div class="similarity" data-test="similarity">
      <div class="meter" role="img" aria-label={`Similarity ${value}, ${passMark} passes`}>
        <div class="meter-fill" style={{ width: `${value}%` }} />
        <div class="meter-mark" />
      </div>
      <p>
        <b>{value.toFixed(2)}</b> similarity; {passMark} passes
      </p>
    </div>
  );
}

function Verdict({ got, say, mode }: { readonly got: Got; readonly say: Say; readonly mode: Mode }) {
  const code = got.ErrorCode;
  if (code === null)
    return <p class="lead">Null: it is still running. Ask again, or wait for the customer to come back.</p>;
  const last = got.VerificationDetailList[got.VerificationDetailList.length - 1];
  const words = shownAttempt(code);
  return (
    <div class="verdict" data-test="verdict" data-code={code}>
      <div class={`badge ${code === 0 ? 'good' : 'bad'}`}>
        <Icon name={code === 0 ? 'done' : 'warning'} />
      </div>
      <div>
        <p class="headline">{code === 0 ? wordsOf(mode).passed : say(words.heading)}</p>
        <p class="lead">
          ErrorCode {code}: {got.ErrorMsg} {code !== 0 && say(words.what)}
        </p>
      </div>
      {last?.Similarity != null && <Similarity value={last.Similarity} />}
    </div>
  );
}

/** As far as an answer tells the mode, in a tab that does not know how the run began. */
function modeOf(got: Got | null): Mode {
  if (got?.OCRResult) return got.VerificationDetailList.length > 0 ? 1 : 4;
  return got?.VerificationDetailList.some(({ Similarity }) => Similarity !== null) ? 2 : 3;
}

function Refused({ code, message }: { readonly code: string; readonly message: string }) {
  if (code === 'InvalidParameterValue.BizTokenIllegal') {
    return (
      <div class="notice" data-test="elsewhere">
        <p>
          <b>The result is shown where this was started.</b>
        </p>
        <p class="lead">
          Only the browser that started a verification here may see how it went. You can close this page.
        </p>
      </div>
    );
  }
  return <p class="trouble">{message}</p>;
}

type Props = {
  readonly answer: ResultEnvelope | null;
  readonly trouble: string | null;
  /** Of the run that is shown; empty where there is none. */
  readonly token: string;
  /** Null where this tab does not know how the run began. */
  readonly checkMode: Mode | null;
  readonly onAgain: () => void;
};

/** The merchant's second call and what it hears, in words and as it came. */
export function ResultStep({ answer, trouble, token, checkMode, onAgain }: Props) {
  const [say, setSay] = useState<Say | null>(null);
  useEffect(() => void loadWords('en', ['card', 'challenge']).then((words) => setSay(() => words)), []);
  const response = answer?.Response;
  const got = response && !('Error' in response) ? response : null;
  const isOver = got !== null && got.ErrorCode !== null;
  const mode = checkMode ?? modeOf(got);
  const card = got?.OCRResult?.[0];
  const isRefused = response !== undefined && 'Error' in response;
  const sheets = isRefused ? null : (
    <>
      <Code title="Your backend asks" code={getCode(hasCard(mode))} />
      {got && <Json title="and hears (media shortened here)" value={answer} test="result" />}
    </>
  );
  return (
    <Step
      number={3}
      title="Your shop reads the result"
      state={isOver ? 'done' : got ? 'now' : 'later'}
      sheets={sheets}
    >
      {!answer && <p class="lead">As often as it likes, for three days; then everything is destroyed.</p>}
      {trouble && <p class="trouble">{trouble}</p>}
      {response && 'Error' in response && (
        <Refused code={response.Error.Code} message={response.Error.Message} />
      )}
      {got && say && <Verdict got={got} say={say} mode={mode} />}
      {card && say && <CardShown key={card.RequestId} card={card} token={token} say={say} />}
      {(isOver || isRefused) && (
        <button type="button" class="second" data-test="again" onClick={onAgain}>
          Try again from the start
        </button>
      )}
    </Step>
  );
}
