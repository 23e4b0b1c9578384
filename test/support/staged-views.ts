import type { AttemptView, CardView, PageView, ShownChallenge } from '../../src/capture/page-shapes.ts';

/** Nobody has begun yet. */
export const fresh: PageView = {
  holder: 'nobody',
  language: 'en',
  themeColor: '#0A6CFF',
  checkMode: 2,
  securityLevel: 1,
  mayBeLower: true,
  skipStartPage: false,
  skipAgreement: false,
  skipResultOnSuccess: false,
  consented: false,
  hasRuleAgreement: false,
  logo: null,
  frame: null,
  windowEndsInMs: 600_000,
  keptSeconds: 604_800,
  attemptsLeft: 3,
  attempt: null,
  card: null,
  end: null,
  limits: { maxVideoBytes: 8_000_000, pieceBytes: 131_072, maxPhotoBytes: 10_485_760 },
};

export const held: PageView = { ...fresh, holder: 'this-tab' };
export const agreed: PageView = { ...held, consented: true };

export const recording: AttemptView = {
  seq: '1',
  stage: 'recording',
  recordMs: 60_000,
  challenge: null,
  asksForChunks: false,
  timeoutInMs: 120_000,
  receivedBytes: 0,
  totalBytes: null,
  sha256: null,
  code: null,
};

export const judged = (code: number): PageView => ({
  ...agreed,
  attempt: { ...recording, stage: 'judged', code },
});

export const ended = (how: NonNullable<PageView['end']>['how'], code: number): PageView => ({
  ...agreed,
  end: { how, code, redirectUrl: 'https://shop.example/back?token=staged' },
});

/** One action from the beginning to the end, under one colour where the level has light. */
export const challenge = (level: 2 | 3 | 4): ShownChallenge => ({
  level,
  durationMs: 60_000,
  actions: level === 3 ? [] : [{ action: 'shake', fromMs: 200, toMs: 60_000 }],
  colors: level === 2 ? [] : [{ color: '#ffffff', fromMs: 200, toMs: 60_000 }],
  markerMs: level === 2 ? null : 200,
});

const unread: CardView = {
  type: 'MLIDCard',
  hasBack: false,
  stage: 'none',
  stoppedFor: null,
  stops: 0,
  mayLeave: false,
  photosLeft: 10,
  shown: null,
};

export const carded = (card: Partial<CardView>): PageView => ({
  ...agreed,
  checkMode: 1,
  card: { ...unread, ...card },
});
