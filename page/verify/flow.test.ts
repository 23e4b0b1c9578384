import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import type { PageView } from '../../src/capture/page-shapes.ts';
import { flow, type Sign, type Step, stepAfter } from './flow.ts';
import { drawFlow } from './flow-picture.ts';
import { signOf } from './sign.ts';

const steps = Object.keys(flow) as Step[];
const fresh = {
  hasHandover: false,
  retriedSeq: null,
  keptSeq: null,
  knowsLight: false,
  willBeLowered: false,
};

const running: PageView = {
  holder: 'this-tab',
  language: 'en',
  themeColor: '#2d72f8',
  checkMode: 2,
  securityLevel: 1,
  mayBeLower: false,
  skipStartPage: false,
  skipAgreement: false,
  skipResultOnSuccess: false,
  consented: true,
  windowEndsInMs: 500_000,
  keptSeconds: 259_200,
  hasRuleAgreement: false,
  logo: null,
  frame: null,
  attemptsLeft: 3,
  attempt: null,
  card: null,
  end: null,
  limits: { maxVideoBytes: 8_000_000, pieceBytes: 131_072, maxPhotoBytes: 10_485_760 },
};

const attempt = {
  seq: 'a',
  stage: 'judged',
  recordMs: 4000,
  challenge: null,
  asksForChunks: false,
  timeoutInMs: null,
  receivedBytes: 10,
  totalBytes: 10,
  sha256: 'aa',
  code: 1002,
} as const;

const card = {
  type: 'HKIDCard',
  hasBack: false,
  stage: 'none',
  stoppedFor: null,
  stops: 0,
  mayLeave: false,
  photosLeft: 20,
  shown: null,
} as const;

const passed = { how: 'passed', code: 0, redirectUrl: 'https://merchant.example/?token=t' } as const;

describe('the flow', () => {
  test('every step can be reached from loading', () => {
    const reached = new Set<Step>(['loading']);
    for (const step of reached) for (const next of Object.values(flow[step])) reached.add(next);
    assert.deepEqual(
      steps.filter((step) => !reached.has(step)),
      [],
    );
  });

  test('no step but the last ones is a dead end, and none of them goes back', () => {
    const closed = steps.filter((step) => Object.keys(flow[step]).length === 0);
    assert.deepEqual(closed, ['redirect', 'lost']);
    assert.deepEqual(flow.end, { next: 'redirect' });
  });

  test('whatever the page is doing, the end of the verification ends it', () => {
    for (const step of steps) {
      if (['end', 'redirect', 'lost'].includes(step)) continue;
      assert.equal(stepAfter(step, 'ended'), 'end', step);
      assert.equal(stepAfter(step, 'elsewhere-tab'), 'other-tab', step);
    }
  });

  test('the customer can leave wherever the server lets a verification be left', () => {
    const withoutExit = steps.filter((step) => !('exit-asked' in flow[step]));
    assert.deepEqual(withoutExit.sort(), [
      'card-reading',
      'end',
      'exit',
      'following',
      'loading',
      'lost',
      'other-browser',
      'other-tab',
      'redirect',
      'take-over',
      'waiting',
    ]);
  });

  test('a view that comes while a card’s photo is looked at or sent does not take it away', () => {
    for (const step of ['card-preview', 'card-sending'] as const) {
      assert.equal(stepAfter(step, 'card-front-wanted'), step);
      assert.equal(stepAfter(step, 'card-back-wanted'), step);
    }
  });

  test('what the server has of a card goes on, whichever of its screens is shown', () => {
    for (const step of ['card-camera', 'card-sending', 'card-reading', 'card-stopped'] as const) {
      assert.equal(stepAfter(step, 'card-read'), 'card-details', step);
      assert.equal(stepAfter(step, 'ready'), 'camera', step);
    }
  });

  test('a view that comes while recording does not tear the recording down', () => {
    assert.equal(stepAfter('recording', 'ready'), 'recording');
    assert.equal(stepAfter('recording', 'unsent'), 'recording');
    assert.equal(stepAfter('recording', 'ready-for-light'), 'recording');
  });

  test('who is told to use another device can ask for the link to it at once', () => {
    assert.equal(stepAfter('trouble', 'handover-asked'), 'handover');
  });

  test('the picture is what the data says', () => {
    const picture = readFileSync(new URL('./flow.mermaid', import.meta.url), 'utf8');
    assert.equal(picture, drawFlow());
  });
});

describe('the sign that a view gives', () => {
  const cases: readonly (readonly [string, Partial<PageView>, Sign])[] = [
    ['an unbound verification shows its start page', { holder: 'nobody', consented: false }, 'invited'],
    [
      'without a start page the agreement comes first',
      { holder: 'nobody', consented: false, skipStartPage: true },
      'invited-to-agree',
    ],
    [
      'with both skipped one tap is left, which binds',
      { holder: 'nobody', skipStartPage: true, skipAgreement: true },
      'invited-to-begin',
    ],
    ['a holder who has not agreed is asked to', { consented: false }, 'unagreed'],
    [
      'a recording lost with its page is begun anew',
      { attempt: { ...attempt, stage: 'recording' } },
      'ready',
    ],
    ['a card that is asked for is photographed first', { card }, 'card-front-wanted'],
    ['its back comes after its front', { card: { ...card, stage: 'front-stored' } }, 'card-back-wanted'],
    ['photos that are all there are read', { card: { ...card, stage: 'stored' } }, 'card-reading'],
    ['a card that is being read is waited for', { card: { ...card, stage: 'reading' } }, 'card-reading'],
    ['a card that cannot be taken says why', { card: { ...card, stage: 'stopped' } }, 'card-stopped'],
    ['what was read is shown', { card: { ...card, stage: 'to-confirm' } }, 'card-read'],
    ['a confirmed card leads to the face', { card: { ...card, stage: 'confirmed' } }, 'ready'],
    ['nothing is photographed before the consent', { card, consented: false }, 'unagreed'],
    ['bytes still missing are sent', { attempt: { ...attempt, stage: 'uploading' } }, 'unsent'],
    ['a judged attempt shows its result', { attempt }, 'judged'],
    ['another tab is told so', { holder: 'other-tab' }, 'elsewhere-tab'],
    ['another browser is told so', { holder: 'other-browser' }, 'elsewhere-browser'],
    ['the browser that handed over follows along', { holder: 'handed-over' }, 'handed-over'],
    ['a pass shows its result', { end: passed }, 'ended'],
    [
      'a pass goes home at once where that was asked',
      { end: passed, skipResultOnSuccess: true },
      'ended-silently',
    ],
    [
      'a failure is shown even where the result page is skipped',
      { end: { ...passed, how: 'failed', code: 1002 }, skipResultOnSuccess: true },
      'ended',
    ],
    [
      'a stranger is never sent to the merchant',
      { holder: 'other-browser', end: { ...passed, redirectUrl: null }, skipResultOnSuccess: true },
      'ended',
    ],
  ];
  for (const [name, change, sign] of cases) {
    test(name, () => assert.equal(signOf({ ...running, ...change }, fresh), sign));
  }

  test('a start page that the merchant skips is shown all the same where the check will be a lower one', () => {
    const invited = { ...running, holder: 'nobody', skipStartPage: true, skipAgreement: true } as const;
    assert.equal(signOf(invited, { ...fresh, willBeLowered: true }), 'invited');
    assert.equal(signOf(invited, fresh), 'invited-to-begin');
  });

  test('where the screen will flash, the notice comes before the camera, once in a page', () => {
    for (const securityLevel of [3, 4, 5] as const) {
      const lit = { ...running, securityLevel };
      assert.equal(signOf(lit, fresh), 'ready-for-light');
      assert.equal(signOf(lit, { ...fresh, knowsLight: true }), 'ready');
      assert.equal(signOf({ ...lit, attempt }, { ...fresh, retriedSeq: 'a' }), 'ready-for-light');
    }
    assert.equal(signOf({ ...running, securityLevel: 2 }, fresh), 'ready');
  });

  test('after "try again" the same result is not shown again', () => {
    assert.equal(signOf({ ...running, attempt }, { ...fresh, retriedSeq: 'a' }), 'ready');
    assert.equal(signOf({ ...running, attempt }, { ...fresh, retriedSeq: 'b' }), 'judged');
  });

  test('a recording that was kept but never announced is sent after a reload', () => {
    const recorded = { ...running, attempt: { ...attempt, stage: 'recording' } } as const;
    assert.equal(signOf(recorded, { ...fresh, keptSeq: 'a' }), 'unsent');
  });

  test('a browser that comes with a hand-over link is offered to go on', () => {
    const own = { ...fresh, hasHandover: true };
    assert.equal(signOf({ ...running, holder: 'other-browser' }, own), 'offered');
  });
});
