import type { Language } from '../../../src/capture/page-shapes.ts';
import { spokenLanguage } from '../chosen-language.ts';
import { allLanguages, languageNames, languageTags } from '../languages.ts';
import { Icon } from './icon.tsx';
import type { StepProps } from './step-props.ts';

type LanguageChoiceProps = Pick<StepProps, 'state' | 'taps' | 'say'>;

/**
 * The choice of language: the browser's own list, which every phone and screen reader knows, under a globe. The first
 * screens name the language too; later ones have no room for it.
 */
export function LanguageChoice({ state, taps, say }: LanguageChoiceProps) {
  const spoken = spokenLanguage(state);
  const isNamed = state.step === 'start' || state.step === 'begin';
  return (
    <div class="language">
      <Icon name="globe" />
      {isNamed && <span aria-hidden="true">{languageNames[spoken]}</span>}
      <select
        data-test="language"
        aria-label={say('language')}
        value={spoken}
        onChange={(event) => taps.chooseLanguage(event.currentTarget.value as Language)}
      >
        {allLanguages.map((language) => (
          <option key={language} value={language} lang={languageTags[language]}>
            {languageNames[language]}
          </option>
        ))}
      </select>
    </div>
  );
}
