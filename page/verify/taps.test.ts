import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, test } from 'node:test';
import type { PageView } from '../../src/capture/page-shapes.ts';
import type { Api } from './api.ts';
import type { RecordingShelf } from './kept-recording.ts';
import { createSession } from './session.ts';
import { createTaps } from './taps.ts';

const invited: PageView = {
  holder: 'nobody',
  language: 'en',
  themeColor: '#2d72f8',
  checkMode: 3,
  securityLevel: 1,
  mayBeLower: false,
  skipStartPage: false,
  skipAgreement: false,
  skipResultOnSuccess: false,
  consented: false,
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

/** What browsers have, as far as a tap asks for it. */
type Browser = { isSecure: boolean; hasCamera: boolean; keepsCookies: boolean; agent: string };
const able: Browser = { isSecure: true, hasCamera: true, keepsCookies: true, agent: 'Chrome/126' };

function pretend({ isSecure, hasCamera, keepsCookies, agent }: Browser): void {
  const parts = {
    window: { isSecureContext: isSecure },
    navigator: {
      userAgent: agent,
      cookieEnabled: keepsCookies,
      mediaDevices: hasCamera ? { getUserMedia: () => {} } : undefined,
    },
    MediaRecorder: { isTypeSupported: () => true },
  };
  for (const [name, value] of Object.entries(parts)) {
    Object.defineProperty(globalThis, name, { value, configurable: true, writable: true });
  }
}

const settled = () => new Promise((resolve) => setImmediate(resolve));

function startPage(view: PageView = invited) {
  const opened: unknown[] = [];
  const api = {
    open: async (request: unknown) => {
      opened.push(request);
      return { ok: true, value: { ...invited, holder: 'this-tab' } };
    },
  } as unknown as Api;
  const session = createSession(null);
  session.see(view);
  return { session, opened, taps: createTaps(session, api, {} as RecordingShelf) };
}

describe('the tap that binds', () => {
  const real = Object.getOwnPropertyDescriptor(globalThis, 'navigator') as PropertyDescriptor;
  beforeEach(() => pretend(able));
  afterEach(() => Object.defineProperty(globalThis, 'navigator', real));

  test('a browser that can do all is bound', async () => {
    const { session, opened, taps } = startPage();
    taps.begin();
    await settled();
    assert.equal(opened.length, 1);
    assert.equal(session.read().step, 'agreement');
  });

  for (const [name, lack, trouble] of [
    ['a page that came over plain HTTP', { isSecure: false }, 'insecure-page'],
    ['a browser without a camera', { hasCamera: false }, 'no-camera-support'],
  ] as const) {
    test(`${name} is told so and left unbound, so that the link still opens elsewhere`, async () => {
      const { session, opened, taps } = startPage({ ...invited, securityLevel: 3 });
      pretend({ ...able, ...lack });
      taps.begin();
      await settled();
      assert.deepEqual(opened, []);
      assert.equal(session.read().step, 'camera-trouble');
      assert.equal(session.read().cameraTrouble, trouble);
    });
  }

  for (const [level, view] of [
    ['at level 1', invited],
    ['where the merchant allows a lower level', { ...invited, securityLevel: 3, mayBeLower: true }],
  ] as const) {
    test(`a browser without a camera is bound ${level}, for a film is taken of it`, async () => {
      const { session, opened, taps } = startPage(view);
      pretend({ ...able, hasCamera: false });
      taps.begin();
      await settled();
      assert.equal(opened.length, 1);
      assert.equal(session.read().step, 'agreement');
    });
  }

  test('the browser of an app without a camera is sent to a better one first, unless the customer stays', async () => {
    const { session, opened, taps } = startPage();
    pretend({ ...able, hasCamera: false, agent: 'Instagram 350' });
    taps.begin();
    await settled();
    assert.deepEqual([opened, session.read().step], [[], 'camera-trouble']);
    taps.stayInApp();
    session.see(invited);
    taps.begin();
    await settled();
    assert.deepEqual([opened.length, session.read().step], [1, 'agreement']);
  });

  test('the browser of an app that can do all goes on without a word', async () => {
    const { session, opened, taps } = startPage();
    pretend({ ...able, agent: 'MicroMessenger/8' });
    taps.begin();
    await settled();
    assert.deepEqual([opened.length, session.read().step], [1, 'agreement']);
  });

  test('a browser that keeps no cookies is told so and left unbound', async () => {
    const { session, opened, taps } = startPage();
    pretend({ ...able, keepsCookies: false });
    taps.begin();
    await settled();
    assert.deepEqual(opened, []);
    assert.equal(session.read().step, 'trouble');
    assert.equal(session.read().failure?.reason, 'cookies-blocked');
  });
});

describe('the notice of the screen’s flashing', () => {
  const attempt = {
    seq: 'a',
    stage: 'judged',
    recordMs: 5000,
    challenge: null,
    asksForChunks: true,
    timeoutInMs: null,
    receivedBytes: 10,
    totalBytes: 10,
    sha256: 'aa',
    code: 1401,
  } as const;
  const lit = { ...invited, holder: 'this-tab', consented: true, securityLevel: 3 } as const;

  test('is answered once, for every try of this page', () => {
    const { session, taps } = startPage(lit);
    assert.equal(session.read().step, 'light-notice');
    taps.answerLight('actions');
    assert.deepEqual([session.read().step, session.read().lightAnswer], ['camera', 'actions']);
    session.see({ ...lit, attempt });
    assert.equal(session.read().step, 'result');
    taps.retry();
    assert.equal(session.read().step, 'camera');
  });

  test('comes before another try where the page was reloaded in between', () => {
    const { session, taps } = startPage({ ...lit, attempt });
    assert.equal(session.read().step, 'result');
    taps.retry();
    assert.equal(session.read().step, 'light-notice');
  });
});
