import { useEffect, useState } from 'preact/hooks';
import type { Agreement as RuleText } from '../../../src/capture/page-shapes.ts';
import { agreementLines } from '../agreement-lines.ts';
import { agreementVersion } from '../agreement-version.ts';
import { directionOf, languageTags } from '../languages.ts';
import { Loading } from './loading.tsx';
import { Button, Screen } from './screen.tsx';
import type { StepProps } from './step-props.ts';

/** The rule's own words, which may be in another language than the page's. */
function RuleWords({ text, language }: RuleText) {
  return (
    <div
      class="agreement"
      lang={languageTags[language]}
      dir={directionOf(language)}
      data-test="rule-agreement"
    >
      {text.split(/\n{2,}/).map((paragraph, at) => (
        <p key={at}>{paragraph}</p>
      ))}
    </div>
  );
}

function OwnWords({ intro, points }: ReturnType<typeof agreementLines>) {
  return (
    <>
      <p class="lead">{intro}</p>
      <ul class="points">
        {points.map((point) => (
          <li key={point}>{point}</li>
        ))}
      </ul>
    </>
  );
}

/** What the customer consents to; the box is never ticked beforehand. */
export function Agreement(props: StepProps) {
  const { state, taps, say } = props;
  const { view, ruleAgreement } = state;
  const [isTicked, setTicked] = useState(false);
  const own = view && agreementLines(say, view);
  // Whoever ticked one text has not read the next.
  const shown = ruleAgreement ? `${ruleAgreement.language} ${ruleAgreement.version}` : own?.intro;
  useEffect(() => setTicked(false), [shown, state.language]);
  if (!own || (view.hasRuleAgreement && !ruleAgreement)) return <Loading {...props} />;
  return (
    <Screen
      {...props}
      heading={say('agreement.heading')}
      actions={
        <>
          <label class="tick">
            <input
              type="checkbox"
              data-test="agree-box"
              checked={isTicked}
              onChange={(event) => setTicked(event.currentTarget.checked)}
            />
            <span>{own.tick}</span>
          </label>
          <Button test="agree" onTap={taps.agree} isDisabled={!isTicked || state.isCalling}>
            {say('agreement.go')}
          </Button>
        </>
      }
    >
      {ruleAgreement ? <RuleWords {...ruleAgreement} /> : <OwnWords {...own} />}
      <p class="small">{say('agreement.version', { version: ruleAgreement?.version ?? agreementVersion })}</p>
    </Screen>
  );
}
