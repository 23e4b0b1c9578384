import type { PageView } from '../../src/capture/page-shapes.ts';
import type { Sign } from './flow.ts';

/** What this tab knows besides the server's view. */
export type Own = {
  /** The page came by a hand-over link that has not been used yet. */
  readonly hasHandover: boolean;
  /** The judged attempt after which the customer chose to try again. */
  readonly retriedSeq: string | null;
  /** The attempt whose whole recording this browser keeps, announced or not. */
  readonly keptSeq: string | null;
  /** The notice of the screen's flashing was answered in this page. */
  readonly knowsLight: boolean;
  /** This browser can only hand over a film, which is judged lower than the merchant asked for. */
  readonly willBeLowered: boolean;
};

/** `AutoSkipStartPage` counts for nothing where the check will be a lower one (wire specification §2.1.1). */
function invitation(view: PageView, { willBeLowered }: Own): Sign {
  if (!view.skipStartPage || willBeLowered) return 'invited';
  return view.consented ? 'invited-to-begin' : 'invited-to-agree';
}

function ending(view: PageView): Sign {
  const isSilent = view.skipResultOnSuccess && view.end?.how === 'passed' && view.end.redirectUrl !== null;
  return isSilent ? 'ended-silently' : 'ended';
}

/** What the server wants of a card, null once it is confirmed or where none is asked for. */
function cardSign({ card }: PageView): Sign | null {
  switch (card?.stage) {
    case 'none':
      return 'card-front-wanted';
    case 'front-stored':
      return 'card-back-wanted';
    case 'stored':
    case 'reading':
      return 'card-reading';
    case 'stopped':
      return 'card-stopped';
    case 'to-confirm':
      return 'card-read';
    default:
      return null;
  }
}

/** To the camera, past the notice where the screen will flash. */
export function readySign({ securityLevel }: PageView, { knowsLight }: Pick<Own, 'knowsLight'>): Sign {
  return securityLevel >= 3 && !knowsLight ? 'ready-for-light' : 'ready';
}

/** Where the holder stands. A recording that broke off with its page is begun anew. */
function progress(view: PageView, own: Own): Sign {
  if (!view.consented) return 'unagreed';
  const ofCard = cardSign(view);
  if (ofCard) return ofCard;
  switch (view.attempt?.stage) {
    case 'uploading':
      return 'unsent';
    case 'judging':
      return 'judging';
    case 'judged':
      return view.attempt.seq === own.retriedSeq ? readySign(view, own) : 'judged';
    case 'recording':
      return view.attempt.seq === own.keptSeq ? 'unsent' : readySign(view, own);
    default:
      return readySign(view, own);
  }
}

/** Reads the server's view as the one sign that the flow understands. */
export function signOf(view: PageView, own: Own): Sign {
  if (view.end) return ending(view);
  switch (view.holder) {
    case 'nobody':
      return invitation(view, own);
    case 'other-browser':
      return own.hasHandover ? 'offered' : 'elsewhere-browser';
    case 'handed-over':
      return own.hasHandover ? 'offered' : 'handed-over';
    case 'other-tab':
      return 'elsewhere-tab';
    case 'this-tab':
      return progress(view, own);
  }
}
