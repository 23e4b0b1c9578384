import type { Agreement, HandoverLink, Language, PageView } from '../../src/capture/page-shapes.ts';
import type { Failure } from './api.ts';
import { type CameraTrouble, isFilmAllThereIs } from './camera.ts';
import type { CardPhoto, CardSide, PhotoTrouble } from './card/photo.ts';
import type { Moment } from './challenge/timeline.ts';
import { type Happening, type Step, stepAfter } from './flow.ts';
import type { KeptRecording } from './kept-recording.ts';
import { signOf } from './sign.ts';
import type { UploadProgress } from './upload.ts';

/** To be filmed under the light, or by actions alone. */
export type LightAnswer = 'light' | 'actions';

/** All that the screens draw from. */
export type PageState = {
  readonly step: Step;
  /** Null until the server has answered once. */
  readonly view: PageView | null;
  /** Chosen on the page; null while it is the merchant's. */
  readonly language: Language | null;
  /** The browser's own list of devices names no camera. */
  readonly hasNoCamera: boolean;
  /** The customer goes on in the browser of an app that cannot do all. */
  readonly staysInApp: boolean;
  /** A tap's call is under way: buttons wait. */
  readonly isCalling: boolean;
  readonly failure: Failure | null;
  readonly cameraTrouble: CameraTrouble | null;
  readonly progress: UploadProgress | null;
  readonly handoverLink: HandoverLink | null;
  /** The rule's own agreement, in the language last loaded; null where there is none, and until it is here. */
  readonly ruleAgreement: Agreement | null;
  /** The recording that is to be sent. */
  readonly recording: KeptRecording | null;
  readonly retriedSeq: string | null;
  /** The photo of a card that is looked at or sent, and of which side it is. */
  readonly cardShot: { readonly side: CardSide; readonly photo: CardPhoto } | null;
  /** Why a photo or file could not be used. */
  readonly photoTrouble: PhotoTrouble | null;
  /** What the customer said to the screen's flashing; null before the notice. */
  readonly lightAnswer: LightAnswer | null;
  /** Where the prompts stand while a recording answers a challenge. */
  readonly moment: Moment | null;
  /** The code of an unused hand-over link that this page came by. */
  readonly handoverCode: string | null;
  /** This page has bound the browser: if the server then does not know it, its cookies are blocked. */
  readonly hasBound: boolean;
};

export type Session = {
  read(): PageState;
  subscribe(listener: (state: PageState, before: PageState) => void): () => void;
  /** Something happened: the step follows from it, and the state changes along with it. */
  happen(happening: Happening, change?: Partial<PageState>): void;
  /** The server said how things stand. */
  see(view: PageView): void;
  change(change: Partial<PageState>): void;
  /** A call brought nothing: look again where the verification has moved, else say why in plain words. */
  fail(failure: Failure): void;
};

/** Reasons that mean that this page's picture is out of date; the view then says what is the case. */
const outdated: readonly Failure['reason'][] = ['ended', 'not-yours', 'other-tab', 'unknown-token'];

export function createSession(handoverCode: string | null): Session {
  let state: PageState = {
    step: 'loading',
    view: null,
    language: null,
    hasNoCamera: false,
    staysInApp: false,
    isCalling: false,
    failure: null,
    cameraTrouble: null,
    progress: null,
    handoverLink: null,
    ruleAgreement: null,
    recording: null,
    retriedSeq: null,
    cardShot: null,
    photoTrouble: null,
    lightAnswer: null,
    moment: null,
    handoverCode,
    hasBound: false,
  };
  const listeners = new Set<(state: PageState, before: PageState) => void>();

  function change(change: Partial<PageState>): void {
    const before = state;
    state = { ...state, ...change };
    for (const listener of listeners) listener(state, before);
  }

  function happen(happening: Happening, more: Partial<PageState> = {}): void {
    change({ ...more, step: stepAfter(state.step, happening) });
  }

  return {
    read: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    change,
    happen,
    see(view) {
      const { handoverCode, retriedSeq, recording, lightAnswer } = state;
      const own = {
        hasHandover: handoverCode !== null,
        retriedSeq,
        keptSeq: recording?.seq ?? null,
        knowsLight: lightAnswer !== null,
        willBeLowered: view.skipStartPage && view.mayBeLower && isFilmAllThereIs(),
      };
      happen(signOf(view, own), { view });
    },
    fail(failure) {
      if (state.step === 'loading' && failure.reason === 'unknown-token') happen('unknown');
      else if (state.step !== 'loading' && outdated.includes(failure.reason)) happen('look-again');
      else happen('refused', { failure });
    },
  };
}
