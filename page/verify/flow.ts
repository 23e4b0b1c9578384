/**
 * The page's steps and what leads from one to the next, as data: `flow.mermaid` is its picture. What the server says
 * (a `Sign`, read off its view) always wins over what the page believed; a happening that a step does not name
 * leaves the step as it is.
 */

/** What the server's view means for this browser, as `sign.ts` reads it. */
export type Sign =
  | 'invited'
  | 'invited-to-agree'
  | 'invited-to-begin'
  | 'offered'
  | 'unagreed'
  | 'card-front-wanted'
  | 'card-back-wanted'
  | 'card-reading'
  | 'card-stopped'
  | 'card-read'
  | 'ready'
  | 'ready-for-light'
  | 'unsent'
  | 'judging'
  | 'judged'
  | 'ended'
  | 'ended-silently'
  | 'elsewhere-tab'
  | 'elsewhere-browser'
  | 'handed-over'
  | 'unknown';

/** What the customer, the camera or the line did. */
export type Deed =
  | 'handover-asked'
  | 'exit-asked'
  | 'back'
  | 'retry'
  | 'light-answered'
  | 'recording-begun'
  | 'recorded'
  | 'interrupted'
  | 'camera-failed'
  | 'sent'
  | 'look-again'
  | 'card-taken'
  | 'card-unusable'
  | 'card-used'
  | 'card-declined'
  | 'card-sent'
  | 'refused'
  | 'next';

export type Happening = Sign | Deed;

export type Step =
  | 'loading'
  | 'start'
  | 'begin'
  | 'agreement'
  | 'handover'
  | 'take-over'
  | 'card-camera'
  | 'card-preview'
  | 'card-unusable'
  | 'card-sending'
  | 'card-reading'
  | 'card-stopped'
  | 'card-details'
  | 'light-notice'
  | 'camera'
  | 'recording'
  | 'sending'
  | 'waiting'
  | 'result'
  | 'exit'
  | 'end'
  | 'redirect'
  | 'camera-trouble'
  | 'trouble'
  | 'other-tab'
  | 'other-browser'
  | 'following'
  | 'lost';

type Ways = Readonly<Partial<Record<Happening, Step>>>;

/** Signs that end or move the verification, whatever the page is doing. */
const always = {
  ended: 'end',
  'ended-silently': 'redirect',
  'elsewhere-tab': 'other-tab',
  'elsewhere-browser': 'other-browser',
  'handed-over': 'following',
  unknown: 'lost',
} as const satisfies Ways;

/** Where a browser that holds the verification stands. */
const holding = {
  unagreed: 'agreement',
  'card-front-wanted': 'card-camera',
  'card-back-wanted': 'card-camera',
  'card-reading': 'card-reading',
  'card-stopped': 'card-stopped',
  'card-read': 'card-details',
  ready: 'camera',
  'ready-for-light': 'light-notice',
  unsent: 'sending',
  judging: 'waiting',
  judged: 'result',
} as const satisfies Ways;

/** How a card that the server has goes on, whichever of its screens is shown. */
const cardGoesOn = {
  'card-reading': 'card-reading',
  'card-stopped': 'card-stopped',
  'card-read': 'card-details',
  ready: 'camera',
  'ready-for-light': 'light-notice',
} as const satisfies Ways;

/** A photo may come from a picked file at any time; without one there is nothing that a view could take away. */
const photographing = {
  'card-taken': 'card-preview',
  'card-unusable': 'card-unusable',
} as const satisfies Ways;

const arriving = {
  ...always,
  ...holding,
  invited: 'start',
  'invited-to-agree': 'agreement',
  'invited-to-begin': 'begin',
  offered: 'take-over',
} as const satisfies Ways;

const refusable = { refused: 'trouble', 'look-again': 'loading' } as const satisfies Ways;
/** A browser that cannot film is told so before it is bound: the link then still opens in a better one. */
const incapable = { 'camera-failed': 'camera-trouble' } as const satisfies Ways;
const leavable = { 'exit-asked': 'exit' } as const satisfies Ways;

export const flow: Readonly<Record<Step, Ways>> = {
  loading: { ...arriving, refused: 'trouble' },
  start: { ...always, ...holding, ...refusable, ...leavable, ...incapable, 'handover-asked': 'handover' },
  begin: { ...always, ...holding, ...refusable, ...leavable, ...incapable, 'handover-asked': 'handover' },
  agreement: { ...always, ...holding, ...refusable, ...leavable, ...incapable },
  handover: { ...always, ...refusable, ...leavable, back: 'loading' },
  'take-over': { ...always, ...holding, ...refusable, ...incapable },
  'card-camera': {
    ...always,
    ...refusable,
    ...leavable,
    ...cardGoesOn,
    ...photographing,
    'camera-failed': 'camera-trouble',
  },
  'card-preview': {
    ...always,
    ...refusable,
    ...leavable,
    ...cardGoesOn,
    'card-used': 'card-sending',
    'card-declined': 'card-camera',
  },
  'card-unusable': {
    ...always,
    ...leavable,
    ...cardGoesOn,
    ...photographing,
    'card-declined': 'card-camera',
  },
  'card-sending': {
    ...always,
    ...refusable,
    ...leavable,
    ...cardGoesOn,
    'card-sent': 'card-camera',
    'card-unusable': 'card-unusable',
  },
  'card-reading': {
    ...always,
    ...refusable,
    ...cardGoesOn,
    'card-front-wanted': 'card-camera',
    'card-back-wanted': 'card-camera',
  },
  'card-stopped': { ...always, ...refusable, ...leavable, ...cardGoesOn, 'card-front-wanted': 'card-camera' },
  'card-details': { ...always, ...refusable, ...leavable, ...cardGoesOn, 'card-front-wanted': 'card-camera' },
  'light-notice': {
    ...always,
    ...refusable,
    ...leavable,
    'light-answered': 'camera',
    unsent: 'sending',
    judging: 'waiting',
    judged: 'result',
  },
  camera: {
    ...always,
    ...refusable,
    ...leavable,
    'recording-begun': 'recording',
    'camera-failed': 'camera-trouble',
    unsent: 'sending',
    judging: 'waiting',
    judged: 'result',
  },
  recording: {
    ...always,
    ...refusable,
    ...leavable,
    recorded: 'sending',
    interrupted: 'camera-trouble',
    judged: 'result',
  },
  sending: {
    ...always,
    ...refusable,
    ...leavable,
    interrupted: 'camera-trouble',
    sent: 'waiting',
    judging: 'waiting',
    judged: 'result',
  },
  waiting: { ...always, 'look-again': 'loading', judged: 'result' },
  result: {
    ...always,
    ...leavable,
    retry: 'camera',
    'ready-for-light': 'light-notice',
    judging: 'waiting',
    unsent: 'sending',
  },
  exit: { ...always, ...refusable, back: 'loading', judging: 'waiting' },
  end: { next: 'redirect' },
  redirect: {},
  'camera-trouble': {
    ...always,
    ...leavable,
    ...photographing,
    recorded: 'sending',
    refused: 'trouble',
    'look-again': 'loading',
    retry: 'loading',
    judged: 'result',
    'handover-asked': 'handover',
  },
  trouble: { ...always, ...leavable, retry: 'loading', judged: 'result', 'handover-asked': 'handover' },
  'other-tab': { ...arriving, ...refusable, ...incapable },
  'other-browser': { ...arriving },
  following: { ...arriving },
  lost: {},
};

/** The step after a happening; the same step where the happening means nothing to it. */
export function stepAfter(step: Step, happening: Happening): Step {
  return flow[step][happening] ?? step;
}
