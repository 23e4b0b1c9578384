import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { PageView } from '../../../src/capture/page-shapes.ts';
import { createSession } from '../session.ts';
import { listenersOf, reportToParent } from './report.ts';

const shop = 'https://shop.example';
const view = {
  holder: 'nobody',
  frame: { origins: [shop, 'https://www.shop.example'], redirects: false },
  end: null,
} as unknown as PageView;
const place = { ancestorOrigins: [shop], referrer: '' };

function follow(given = place) {
  const heard: { message: Record<string, unknown>; origin: string }[] = [];
  const session = createSession(null);
  reportToParent(
    session,
    'TOKEN',
    (message, origin) => void heard.push({ message: { ...message }, origin }),
    given,
  );
  const events = () =>
    heard.map(({ message: { event, step, reason } }) => [event, step ?? reason].filter(Boolean).join(' '));
  return { session, heard, events };
}

describe('what the merchant’s page hears', () => {
  test('is nothing before it is known who may hear, and then all of it, each step once', () => {
    const { session, heard, events } = follow();
    session.change({ step: 'start' });
    assert.equal(heard.length, 0);
    session.change({ view });
    session.change({ isCalling: true });
    for (const step of ['agreement', 'camera', 'recording', 'sending', 'waiting', 'end'] as const)
      session.change({ step });
    session.change({
      step: 'redirect',
      view: { ...view, end: { how: 'failed', code: 1002, redirectUrl: '' } },
    });
    assert.deepEqual(events(), [
      'opened',
      'step start',
      'step agreement',
      'step liveness',
      'step checking',
      'step end',
      'finished',
    ]);
    for (const { message, origin } of heard)
      assert.deepEqual([message.source, message.token, origin], ['selfsame', 'TOKEN', shop]);
    assert.equal(JSON.stringify(heard).includes('1002'), false, 'no verdict');
  });

  test('tells who left from who finished', () => {
    const { session, events } = follow();
    session.change({
      view: { ...view, end: { how: 'abandoned', code: 1410, redirectUrl: '' } },
      step: 'redirect',
    });
    assert.deepEqual(events(), ['opened', 'exited']);
  });

  test('names what is in the way', () => {
    const { session, events } = follow();
    session.change({ view, step: 'camera-trouble', cameraTrouble: 'camera-refused' });
    session.change({ step: 'trouble', failure: { reason: 'busy', retryAfterSeconds: 5 } });
    session.change({ step: 'other-browser' });
    assert.deepEqual(events(), ['opened', 'error camera-refused', 'error busy', 'error elsewhere']);
  });

  test('goes to the parent alone, to nobody where that is not the rule’s, and never to all', () => {
    const frame = { origins: [shop, 'https://www.shop.example'], redirects: false };
    assert.deepEqual(listenersOf(frame, place), [shop]);
    assert.deepEqual(listenersOf(frame, { referrer: 'https://www.shop.example/pay?x=1' }), [
      'https://www.shop.example',
    ]);
    assert.deepEqual(listenersOf(frame, { ancestorOrigins: ['https://evil.example'], referrer: '' }), []);
    assert.deepEqual(listenersOf(frame, { referrer: '' }), frame.origins);
  });
});
