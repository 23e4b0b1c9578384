import { flow, type Step } from './flow.ts';
import type { Session } from './session.ts';
import type { Taps } from './taps.ts';

/** Steps that Back leaves as they are: there is nothing to decide, and the answer comes by itself. */
const staying: readonly Step[] = ['loading', 'waiting', 'card-reading'];

/** What the browser's Back means at a step to a customer who holds the verification. */
export function meaningOfBack(step: Step): 'back' | 'ask' | 'stay' | 'leave' {
  if ('back' in flow[step]) return 'back';
  if ('exit-asked' in flow[step]) return 'ask';
  return staying.includes(step) ? 'stay' : 'leave';
}

type Guarded = { readonly selfsameGuard?: true };

const isGuarded = () => (history.state as Guarded | null)?.selfsameGuard === true;

/**
 * The browser's Back would take a customer out of the middle of the check, who mostly wanted one screen back. So a tap
 * puts an entry of our own into the history (browsers skip entries that nobody tapped for); Back takes it out again, and
 * asks whether to leave. A page that does not hold the verification lets go at once.
 */
export function guardBack(session: Session, taps: Taps): void {
  const holds = () => {
    const { view } = session.read();
    return view?.holder === 'this-tab' && view.end === null;
  };

  addEventListener('click', () => {
    // After the tap has done what it does: the first one only then holds the verification.
    const { view } = session.read();
    const mayHold = view?.holder === 'this-tab' || view?.holder === 'nobody';
    if (mayHold && !isGuarded()) history.pushState({ selfsameGuard: true }, '');
  });

  addEventListener('popstate', () => {
    if (isGuarded()) return;
    const meaning = holds() ? meaningOfBack(session.read().step) : 'leave';
    if (meaning === 'back') taps.back();
    if (meaning === 'ask') taps.askExit();
    if (meaning === 'leave') history.back();
  });

  // The same by the keyboard, where the screen is a question that can be waved away.
  addEventListener('keydown', ({ key }) => {
    if (key === 'Escape' && meaningOfBack(session.read().step) === 'back') taps.back();
  });

  // A browser that kept the page as it was shows it with a camera that is off and events that are cut.
  addEventListener('pageshow', ({ persisted }) => {
    if (persisted) location.reload();
  });
}
