import { render } from 'preact';
import type { Api } from './api.ts';
import { App } from './app.tsx';
import { guardBack } from './back-button.ts';
import { bringPart } from './bring-part.ts';
import { startCapture } from './capture.ts';
import { createCardLoader } from './card-loader.ts';
import { rememberedLanguage, rememberLanguage, spokenLanguage } from './chosen-language.ts';
import { appOf } from './device/apps.ts';
import { runEffects } from './effects.ts';
import { isFramed } from './frame/framed.ts';
import { createRecordingShelf } from './kept-recording.ts';
import { partsOf } from './needed-parts.ts';
import { createPartLoader } from './part-loader.ts';
import { followRuleAgreement } from './rule-agreement.ts';
import { createSession, type Session } from './session.ts';
import { createSpeech } from './speech.ts';
import type { StepProps } from './steps/step-props.ts';
import { createTaps } from './taps.ts';
import { applyTheme } from './theme.ts';

/** Only a page in a frame has anybody to tell. */
async function startReport(session: Session, token: string): Promise<void> {
  const { reportToParent } = await bringPart(() => import('./frame/report.ts'));
  const { ancestorOrigins } = location;
  const place = { ...(ancestorOrigins && { ancestorOrigins }), referrer: document.referrer };
  reportToParent(session, token, (message, origin) => window.parent.postMessage(message, origin), place);
}

/** What `early.ts` has begun with. */
export type Beginning = {
  readonly link: URLSearchParams;
  readonly token: string;
  readonly tabId: string;
  readonly api: Api;
};

/** Starts the page: what the server says, and the screen that follows from it. */
export function boot({ link, token, tabId, api }: Beginning): void {
  const place = document.querySelector('#page') as HTMLElement;
  const session = createSession(link.get('handover'));
  session.change({ language: rememberedLanguage(token) });
  const shelf = createRecordingShelf();
  const taps = createTaps(session, api, shelf);
  const openCapture: StepProps['openCapture'] = (video, onGuidance) =>
    startCapture({
      ...{ session, api, shelf, video, onGuidance },
      challengePart: challenge.part,
      canAdvise: () => speech.knows('guide'),
    });

  const card = createCardLoader({ session, api, token, tabId }, draw);
  const challenge = createPartLoader(
    () => import('./challenge/challenge-part.tsx').then(({ challengePart }) => challengePart),
    draw,
  );
  const device = createPartLoader(
    () =>
      import('./device/device-part.tsx').then(({ createDevicePart }) =>
        createDevicePart({ session, api, shelf }),
      ),
    draw,
  );
  const voice = createPartLoader(
    () =>
      import('./voice/voice-part.tsx').then(({ createVoicePart }) =>
        createVoicePart({ session, place, onChange: bringWords }),
      ),
    bringWords,
  );

  // The static loading screen stays until there are words to say anything in.
  let isFirst = true;
  function draw(): void {
    const say = speech.say();
    if (!say) return;
    if (isFirst) place.textContent = '';
    isFirst = false;
    render(
      <App
        state={session.read()}
        taps={taps}
        say={say}
        openCapture={openCapture}
        cardStep={card.step()}
        challengePart={challenge.part()}
        devicePart={speech.knows('device') ? device.part() : null}
        voicePart={speech.knows('voice') ? voice.part() : null}
      />,
      place,
    );
  }

  // Once a device needs another way on, that part and its words stay.
  let isStuck = false;
  // Words that the camera alone needs: nobody waits for them before it.
  let isFilming = false;
  const speech = createSpeech(document, () => {
    // After the first words: nobody waits for a voice to read.
    if ('speechSynthesis' in window) voice.load();
    draw();
  });

  /** Parts and words that the state asks for, and the screen with those that are here. */
  function bringWords(): void {
    const state = session.read();
    const language = spokenLanguage(state);
    const parts = partsOf(state.view, isStuck, voice.part()?.canSpeak(language) ?? false, isFilming);
    if (parts.includes('card')) card.load();
    if (parts.includes('challenge')) challenge.load();
    if (parts.includes('device')) device.load();
    if (state.step !== 'loading') speech.speak(language, parts);
    draw();
  }

  session.subscribe((state, before) => {
    const { step, view, language } = state;
    if (language && language !== before.language) rememberLanguage(token, language);
    if (view && view.themeColor !== before.view?.themeColor)
      applyTheme(view.themeColor, document.documentElement.style);
    isStuck ||= step === 'camera-trouble' || (step === 'handover' && appOf(navigator.userAgent) !== null);
    isFilming ||= step === 'camera';
    bringWords();
  });
  guardBack(session, taps);
  followRuleAgreement(session, api);
  if (isFramed()) void startReport(session, token);
  void shelf.clearStale();
  if (token) runEffects({ session, api, shelf, card, token, tabId });
  else session.happen('unknown');
}
