import type { FrameView } from '../../../src/capture/page-shapes.ts';
import type { Step } from '../flow.ts';
import type { PageState, Session } from '../session.ts';

/** The steps as merchants know them: few, and not to change with every screen of ours. */
type ToldStep =
  | 'start'
  | 'agreement'
  | 'device'
  | 'card'
  | 'liveness'
  | 'checking'
  | 'result'
  | 'leaving'
  | 'end';

/** What the merchant's page hears; `docs/embedding.md` is its description. No verdict: that is for the backend to ask. */
export type FrameEvent =
  | { readonly event: 'opened' | 'finished' | 'exited' }
  | { readonly event: 'step'; readonly step: ToldStep }
  | { readonly event: 'error'; readonly reason: string };

/** Null: nothing that a merchant need know. */
const toldSteps: Readonly<Record<Step, ToldStep | null>> = {
  loading: null,
  start: 'start',
  begin: 'start',
  agreement: 'agreement',
  handover: 'device',
  'take-over': 'device',
  following: 'device',
  'card-camera': 'card',
  'card-preview': 'card',
  'card-unusable': 'card',
  'card-sending': 'card',
  'card-reading': 'card',
  'card-stopped': 'card',
  'card-details': 'card',
  'light-notice': 'liveness',
  camera: 'liveness',
  recording: 'liveness',
  sending: 'liveness',
  waiting: 'checking',
  result: 'result',
  exit: 'leaving',
  end: 'end',
  redirect: null,
  'camera-trouble': null,
  trouble: null,
  'other-tab': null,
  'other-browser': null,
  lost: null,
};

/** What coming to a step means to the merchant's page. */
function eventOf({ step, view, failure, cameraTrouble }: PageState): FrameEvent | null {
  const told = toldSteps[step];
  if (told) return { event: 'step', step: told };
  switch (step) {
    case 'redirect':
      return { event: view?.end?.how === 'abandoned' ? 'exited' : 'finished' };
    case 'camera-trouble':
      return { event: 'error', reason: cameraTrouble ?? 'camera' };
    case 'trouble':
      return { event: 'error', reason: failure?.reason ?? 'internal' };
    case 'other-tab':
    case 'other-browser':
      return { event: 'error', reason: 'elsewhere' };
    default:
      return null;
  }
}

type Place = {
  readonly ancestorOrigins?: ArrayLike<string>;
  /** The address of the page that loaded this one, as far as its policy lets it be known. */
  readonly referrer: string;
};

/**
 * To whom to speak: the parent, where the rule names it. Firefox tells only by the referrer, and a merchant may withhold
 * that: then every origin of the rule is tried, and the browser delivers to the one that it is.
 */
export function listenersOf({ origins }: FrameView, { ancestorOrigins, referrer }: Place): readonly string[] {
  const parent = ancestorOrigins?.[0] ?? (referrer === '' ? null : new URL(referrer).origin);
  return parent === null ? origins : origins.filter((origin) => origin === parent);
}

/** Tells the merchant's page, and no other, what happens in this one. */
export function reportToParent(
  session: Session,
  token: string,
  post: (message: object, origin: string) => void,
  place: Place,
): void {
  let isOpened = false;
  let last = '';

  function tell(frame: FrameView, event: FrameEvent): void {
    for (const origin of listenersOf(frame, place)) post({ source: 'selfsame', token, ...event }, origin);
  }

  function look(state: PageState): void {
    const frame = state.view?.frame;
    const event = eventOf(state);
    if (!frame || !event) return;
    if (!isOpened) tell(frame, { event: 'opened' });
    isOpened = true;
    // Several of our screens are one step to the merchant, and a screen is drawn more than once.
    const news = JSON.stringify(event);
    if (news !== last) tell(frame, event);
    last = news;
  }

  session.subscribe(look);
  look(session.read());
}
