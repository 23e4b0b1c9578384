import type { Language, PageView } from '../../src/capture/page-shapes.ts';
import { agreementVersion } from './agreement-version.ts';
import type { Answer, Api } from './api.ts';
import { spokenLanguage } from './chosen-language.ts';
import { appOf } from './device/apps.ts';
import { cookiesBlocked, tellLack } from './device/lacks.ts';
import { canBeKnown, isFramed } from './frame/framed.ts';
import type { RecordingShelf } from './kept-recording.ts';
import { oneTap } from './one-tap.ts';
import type { LightAnswer, Session } from './session.ts';
import { readySign } from './sign.ts';

/** What the buttons do. */
export type Taps = {
  /** The first tap: it alone binds this browser. */
  readonly begin: () => void;
  readonly agree: () => void;
  readonly continueHere: () => void;
  readonly askHandover: () => void;
  readonly askExit: () => void;
  /** To go on in the browser of an app, with what it can do. */
  readonly stayInApp: () => void;
  readonly confirmExit: () => void;
  readonly answerLight: (answer: LightAnswer) => void;
  readonly chooseLanguage: (language: Language) => void;
  readonly back: () => void;
  readonly retry: () => void;
  readonly next: () => void;
};

/** The code of a used link is taken out of the address, so that a reload does not offer it again. */
function forgetHandoverCode(): void {
  const url = new URL(location.href);
  url.searchParams.delete('handover');
  history.replaceState(history.state, '', url);
}

export function createTaps(session: Session, api: Api, shelf: RecordingShelf): Taps {
  const tap = (work: () => Promise<Answer<PageView>>) => oneTap(session, work);

  async function open(): Promise<Answer<PageView>> {
    const { handoverCode, view } = session.read();
    const isTaking = handoverCode !== null && view?.holder !== 'nobody';
    const answer = await api.open({
      ...(isTaking && { handover: handoverCode }),
      ...(isFramed() && { framed: true }),
    });
    const isSpent = !answer.ok && answer.failure.reason === 'handover-spent';
    if (answer.ok || isSpent) {
      if (handoverCode !== null) forgetHandoverCode();
      session.change({ handoverCode: null });
    }
    if (answer.ok) session.change({ hasBound: true });
    return answer;
  }

  /** What needs the binding takes it first, where this very tap is the first. */
  async function bound(work: () => Promise<Answer<PageView>>): Promise<Answer<PageView>> {
    if (session.read().view?.holder === 'this-tab') return await work();
    const opened = await open();
    return opened.ok ? await work() : opened;
  }

  /** A tap that leads to the camera, made only where there can be one. */
  function towardsCamera(work: () => Promise<Answer<PageView>>): void {
    if (!tellLack(session)) void tap(work);
  }

  async function makeHandoverLink(): Promise<Answer<PageView>> {
    const link = await api.handover();
    if (!link.ok) return link;
    session.change({ handoverLink: link.value });
    // The menu of an app opens the address that the page stands at.
    if (appOf(navigator.userAgent)) history.replaceState(history.state, '', link.value.url);
    return await api.view();
  }

  return {
    begin: () => towardsCamera(open),
    continueHere: () => towardsCamera(open),
    agree: () => {
      const { ruleAgreement } = session.read();
      const own = { version: agreementVersion, language: spokenLanguage(session.read()) };
      const { version, language } = ruleAgreement ?? own;
      towardsCamera(() => bound(() => api.consent({ agreementVersion: version, language })));
    },
    askHandover: () => {
      // A link can only be made by a browser that is bound, which over plain HTTP none can be.
      if (!window.isSecureContext) return session.happen('camera-failed', { cameraTrouble: 'insecure-page' });
      if (!canBeKnown()) return session.happen('refused', { failure: cookiesBlocked });
      session.happen('handover-asked', { handoverLink: null });
      void tap(() => bound(makeHandoverLink));
    },
    stayInApp: () => session.happen('retry', { cameraTrouble: null, staysInApp: true }),
    askExit: () => session.happen('exit-asked'),
    confirmExit: () => {
      void tap(() => bound(() => api.exit()));
      void shelf.clear();
    },
    answerLight: (lightAnswer) => session.happen('light-answered', { lightAnswer }),
    chooseLanguage: (language) => session.change({ language }),
    back: () => {
      if (session.read().handoverLink) forgetHandoverCode();
      session.happen('back', { handoverLink: null });
    },
    retry: () => {
      const { view, step, lightAnswer } = session.read();
      const change = { failure: null, cameraTrouble: null, progress: null };
      if (step !== 'result' || !view) return session.happen('retry', change);
      // After a reload the notice has not been answered in this page.
      const isFirstLight = readySign(view, { knowsLight: lightAnswer !== null }) === 'ready-for-light';
      const retried = { ...change, retriedSeq: view.attempt?.seq ?? null };
      session.happen(isFirstLight ? 'ready-for-light' : 'retry', retried);
    },
    next: () => session.happen('next'),
  };
}
