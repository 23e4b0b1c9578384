import type { Language } from '../../src/capture/page-shapes.ts';
import type { Api } from './api.ts';
import { spokenLanguage } from './chosen-language.ts';
import type { Session } from './session.ts';

/** A text that did not come is asked for again this often: without it there is nothing to agree to. */
const askAgainMs = 2_000;

/** Brings the rule's agreement in the language that is spoken, and again when another is chosen. */
export function followRuleAgreement(session: Session, api: Pick<Api, 'agreement'>): void {
  let wanted: Language | null = null;

  async function bring(language: Language): Promise<void> {
    const answer = await api.agreement(language);
    if (language !== wanted) return;
    if (answer.ok) session.change({ ruleAgreement: answer.value });
    else if (session.read().view?.end === null) setTimeout(() => void bring(language), askAgainMs);
  }

  session.subscribe((state) => {
    const { view } = state;
    if (!view?.hasRuleAgreement || view.consented || view.end) return;
    const language = spokenLanguage(state);
    if (language === wanted) return;
    wanted = language;
    void bring(language);
  });
}
