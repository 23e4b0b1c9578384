import type { PageView } from '../../src/capture/page-shapes.ts';
import type { ResultEnvelope } from './call.ts';

/** One thing that has happened or is still to come, in words. */
export type Milestone = { readonly text: string; readonly isDone: boolean };

function attemptsOf(answer: ResultEnvelope | null): readonly { readonly ErrorCode: number | null }[] {
  return answer && 'VerificationDetailList' in answer.Response ? answer.Response.VerificationDetailList : [];
}

/** How far the customer has come, as the server says it; nothing is guessed from this browser. */
export function milestones(view: PageView | null, answer: ResultEnvelope | null): readonly Milestone[] {
  const isOpened = view !== null && view.holder !== 'nobody';
  const attempts = attemptsOf(answer);
  const hasCard = view?.checkMode === 1 || view?.checkMode === 4;
  const hasFace = view?.checkMode !== 4;
  const isCardRead = answer !== null && 'OCRResult' in answer.Response && answer.Response.OCRResult !== null;
  const isOver = view?.end !== null && view?.end !== undefined;
  return [
    { text: 'Asked for', isDone: true },
    { text: 'Opened by the customer', isDone: isOpened },
    { text: 'Agreed to', isDone: isOpened && view.consented },
    ...(hasCard ? [{ text: 'Card read', isDone: isCardRead }] : []),
    ...attempts.map(({ ErrorCode }, index) => ({
      text: `Try ${index + 1} judged: ${ErrorCode === 0 ? 'passed' : `code ${ErrorCode}`}`,
      isDone: true,
    })),
    ...(hasFace && attempts.length === 0 ? [{ text: 'Filmed and judged', isDone: false }] : []),
    { text: 'Over', isDone: isOver },
  ];
}
