import { gapAfter } from '../sentences.ts';
import { Icon } from '../steps/icon.tsx';
import { Button, Screen } from '../steps/screen.tsx';
import type { StepProps } from '../steps/step-props.ts';

const tips = [
  ['light', 'light.brightness'],
  ['face', 'light.close'],
  ['glare', 'light.sun'],
] as const;

/**
 * Before the first light: that the screen will flash, whom it may harm (WCAG 2.3.1 bounds it, and takes nobody's risk
 * away), and the way without it where the merchant's level allows one.
 */
export function LightNotice(props: StepProps) {
  const { state, taps, say } = props;
  const warning = say('light.warning');
  const mayGoWithout = state.view?.mayBeLower === true && state.view.securityLevel !== 5;
  return (
    <Screen
      {...props}
      heading={say('light.heading')}
      actions={
        <>
          <Button test="light" onTap={() => taps.answerLight('light')}>
            {say('light.go')}
          </Button>
          {mayGoWithout && (
            <Button test="no-light" kind="second" onTap={() => taps.answerLight('actions')}>
              {say('light.without')}
            </Button>
          )}
        </>
      }
    >
      <p class="lead">{say('light.text')}</p>
      <p class="notice warning">
        <Icon name="warning" />
        <span>
          <strong>{warning}</strong>
          {gapAfter(warning)}
          {say(mayGoWithout ? 'light.choose' : 'light.leave')}
        </span>
      </p>
      <ul class="tips">
        {tips.map(([icon, text]) => (
          <li key={text}>
            <Icon name={icon} /> {say(text)}
          </li>
        ))}
      </ul>
    </Screen>
  );
}
