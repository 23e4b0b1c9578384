import type { Page } from 'playwright-core';
import type { Step } from '../../page/verify/flow.ts';
import type { PageView } from '../../src/capture/page-shapes.ts';
import { voicesFor } from './heard-voice.ts';
import { stagedLogo as logo } from './staged-camera.ts';
import {
  choosesNoPhoto,
  choosesPhoto,
  framed,
  inApp,
  noCamera,
  noCameraListed,
  refusing,
  taps,
} from './staged-customer.ts';
import { agreed, carded, challenge, ended, fresh, held, judged, recording } from './staged-views.ts';

/** `never` keeps the page waiting for its answer, so that it stays on the screen. */
export type Played = PageView | Readonly<Record<string, unknown>> | 'never';

/** One screen of the page, and how a browser comes to it. */
export type Screen = {
  readonly name: string;
  readonly step: Step;
  readonly view: PageView;
  /** Answers of the page's API by `METHOD path`, other than the view. */
  readonly answers?: Readonly<Record<string, Played>>;
  /** What a customer does from the first screen on. */
  readonly walk?: (page: Page) => Promise<void>;
  readonly camera?: 'face' | 'wall';
  /** Runs in the page before its program. */
  readonly before?: string;
  /** Added to the address. */
  readonly query?: string;
};

const link = { url: 'https://kyc.example/verify?token=staged&handover=abcdefgh', expiresInMs: 300_000 };
const begun = (view: PageView, attempt: Partial<typeof recording> = {}) => ({
  'POST /attempts': { ...view, attempt: { ...recording, ...attempt } },
});
const noPrompts = { actions: [], colors: [], markerMs: null };

const beginning: readonly Screen[] = [
  { name: 'start', step: 'start', view: fresh },
  { name: 'start of card and face', step: 'start', view: { ...fresh, checkMode: 1, skipAgreement: true } },
  {
    name: 'start with a voice',
    step: 'start',
    view: fresh,
    before: voicesFor(['en', 'th', 'zh', 'id', 'ms', 'fil', 'vi', 'ja', 'ko', 'ar']),
    walk: async (page) => await page.locator('[data-test="voice"]').waitFor(),
  },
  { name: 'start of a rule', step: 'start', view: { ...fresh, logo } },
  { name: 'start without a camera', step: 'start', view: fresh, before: noCameraListed },
  {
    name: 'begin',
    step: 'begin',
    view: { ...fresh, skipStartPage: true, skipAgreement: true, consented: true },
  },
  { name: 'agreement', step: 'agreement', view: held },
  { name: 'agreement to a card', step: 'agreement', view: { ...held, checkMode: 4 } },
  {
    name: 'agreement of a rule',
    step: 'agreement',
    view: { ...held, hasRuleAgreement: true },
    answers: {
      'GET /agreement': { language: 'en', version: '3', text: 'We film you.\n\nWe keep it a week.' },
    },
  },
  {
    name: 'handover',
    step: 'handover',
    view: fresh,
    answers: { 'POST /open': held, 'POST /handover': link },
    walk: taps('handover', 'handover-code'),
  },
  {
    name: 'take over',
    step: 'take-over',
    view: { ...fresh, holder: 'handed-over' },
    query: '&handover=abcdefgh',
  },
  { name: 'exit', step: 'exit', view: held, walk: taps('exit') },
];

const filming: readonly Screen[] = [
  { name: 'light notice', step: 'light-notice', view: { ...agreed, securityLevel: 4 } },
  { name: 'camera', step: 'camera', view: agreed, walk: seesHint('no-face') },
  {
    name: 'camera before a challenge',
    step: 'camera',
    view: { ...agreed, securityLevel: 2 },
    walk: seesHint('no-face'),
  },
  {
    name: 'camera under light',
    step: 'camera',
    view: { ...agreed, securityLevel: 4 },
    walk: async (page) => {
      await taps('light')(page);
      await seesHint('no-face')(page);
    },
  },
  { name: 'recording', step: 'recording', view: agreed, answers: begun(agreed), camera: 'face' },
  ...([4, 3, 2] as const).map(
    (level): Screen => ({
      name: `recording at level ${level}`,
      step: 'recording',
      view: { ...agreed, securityLevel: level },
      answers: {
        ...begun({ ...agreed, securityLevel: level }, { challenge: challenge(level) }),
        'POST /attempts/1/chunks': noPrompts,
      },
      camera: 'face',
      walk: async (page) => {
        if (level >= 3) await taps('light')(page);
        await page.locator(`[data-action="${level === 3 ? 'none' : 'shake'}"]`).waitFor();
      },
    }),
  ),
  {
    name: 'sending',
    step: 'sending',
    view: agreed,
    answers: { ...begun(agreed, { recordMs: 300 }), 'PUT /attempts/1/recording': 'never' },
    camera: 'face',
  },
  {
    name: 'sending without a line',
    step: 'sending',
    view: agreed,
    answers: {
      ...begun(agreed, { recordMs: 300 }),
      'PUT /attempts/1/recording': { refusal: 'busy', retryAfterSeconds: 600 },
    },
    camera: 'face',
    walk: async (page) => await page.locator('[data-waiting="true"]').waitFor(),
  },
  { name: 'waiting', step: 'waiting', view: { ...agreed, attempt: { ...recording, stage: 'judging' } } },
];

function seesHint(hint: 'no-face' | 'fit'): (page: Page) => Promise<void> {
  return async (page) => await page.locator(`[data-hint="${hint}"]`).waitFor();
}

const stop = { problem: 'number', warnings: [-9107], isType: null, isRetakeable: true } as const;
const otherType = { ...stop, problem: 'other-type', isType: 'ThailandIDCard', isRetakeable: false } as const;
const shown = {
  typeName: 'MLIDCard',
  fields: [
    { name: 'name', value: 'AMINAH BINTI YUSOF' },
    { name: 'number', value: '900101-14-5678' },
    { name: 'address', value: 'NO 12 JALAN MAWAR 3, TAMAN MELATI, 53100 KUALA LUMPUR' },
  ],
  pictureUrl: '/verify/api/card/picture?of=1',
  corners: null,
} as const;

const ofCards: readonly Screen[] = [
  { name: 'card camera', step: 'card-camera', view: carded({}), walk: seesHint('fit') },
  {
    name: 'card camera for the back',
    step: 'card-camera',
    view: carded({ stage: 'front-stored', hasBack: true }),
    walk: seesHint('fit'),
  },
  { name: 'card preview', step: 'card-preview', view: carded({}), walk: choosesPhoto },
  { name: 'card unusable', step: 'card-unusable', view: carded({}), walk: choosesNoPhoto },
  {
    name: 'card sending',
    step: 'card-sending',
    view: carded({}),
    answers: { 'PUT /card/front': 'never' },
    walk: async (page) => {
      await choosesPhoto(page);
      await taps('card-use')(page);
    },
  },
  { name: 'card reading', step: 'card-reading', view: carded({ stage: 'reading' }) },
  {
    name: 'card stopped',
    step: 'card-stopped',
    view: carded({ stage: 'stopped', stoppedFor: stop, stops: 1 }),
  },
  {
    name: 'card stopped for its type, three times',
    step: 'card-stopped',
    view: carded({ stage: 'stopped', stoppedFor: otherType, stops: 3, mayLeave: true }),
  },
  {
    name: 'card stopped for good',
    step: 'card-stopped',
    view: carded({ stage: 'stopped', stoppedFor: stop, stops: 5, mayLeave: true, photosLeft: 0 }),
  },
  { name: 'card details', step: 'card-details', view: carded({ stage: 'to-confirm', shown }) },
];

const ending: readonly Screen[] = [
  { name: 'result', step: 'result', view: judged(1002) },
  { name: 'result of a challenge', step: 'result', view: { ...judged(1401), securityLevel: 4 } },
  { name: 'passed', step: 'end', view: ended('passed', 0) },
  {
    name: 'finished in a frame',
    step: 'redirect',
    view: { ...ended('passed', 0), frame: { origins: ['https://shop.example'], redirects: false } },
    before: framed,
    walk: taps('next'),
  },
  { name: 'tries used up', step: 'end', view: ended('retries-used-up', 2016) },
  { name: 'time over', step: 'end', view: ended('expired', 1409) },
  { name: 'left', step: 'end', view: ended('abandoned', 1410) },
];

const inTrouble: readonly Screen[] = [
  { name: 'camera refused', step: 'camera-trouble', view: agreed, before: refusing('NotAllowedError') },
  { name: 'no camera', step: 'camera-trouble', view: agreed, before: refusing('NotFoundError') },
  {
    name: 'no camera for a card',
    step: 'camera-trouble',
    view: carded({}),
    before: refusing('NotReadableError'),
  },
  { name: 'a film instead', step: 'camera-trouble', view: agreed, before: noCamera },
  { name: 'inside an app', step: 'camera-trouble', view: fresh, before: inApp },
  {
    name: 'trouble',
    step: 'trouble',
    view: fresh,
    answers: { 'POST /open': { refusal: 'busy' } },
    walk: taps('start'),
  },
  {
    name: 'trouble that only another device ends',
    step: 'trouble',
    view: { ...fresh, securityLevel: 4 },
    answers: { 'POST /open': { refusal: 'level-not-possible' } },
    walk: taps('start', 'handover'),
  },
  { name: 'other tab', step: 'other-tab', view: { ...agreed, holder: 'other-tab' } },
  { name: 'other browser', step: 'other-browser', view: { ...agreed, holder: 'other-browser' } },
  { name: 'following', step: 'following', view: { ...agreed, holder: 'handed-over', attempt: recording } },
  { name: 'lost', step: 'lost', view: fresh, answers: { 'GET /view': { refusal: 'unknown-token' } } },
  { name: 'loading', step: 'loading', view: fresh, answers: { 'GET /view': 'never' } },
  {
    name: 'loading with words',
    step: 'agreement',
    view: { ...held, hasRuleAgreement: true },
    answers: { 'GET /agreement': 'never' },
  },
];

/** Every screen that a customer can meet, each in the forms that differ in what is on it. */
export const screens: readonly Screen[] = [...beginning, ...filming, ...ofCards, ...ending, ...inTrouble];
