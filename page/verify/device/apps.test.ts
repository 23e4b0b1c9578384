import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { appOf, wayOut } from './apps.ts';

const webKit = 'AppleWebKit/605.1.15 (KHTML, like Gecko)';
const iphone = `Mozilla/5.0 (iPhone; CPU iPhone OS 17_4 like Mac OS X) ${webKit}`;
const android = 'Mozilla/5.0 (Linux; Android 13; SM-A135F) AppleWebKit/537.36 (KHTML, like Gecko)';
const view = `${android.replace(')', '; wv)')} Version/4.0 Chrome/126.0.0.0 Mobile Safari/537.36`;

describe('the app around a browser', () => {
  test('is known by its mark', () => {
    const agents: Readonly<Record<string, string>> = {
      WeChat: `${view} MicroMessenger/8.0.49 NetType/WIFI Language/zh_CN`,
      LINE: `${iphone} Mobile/15E148 Safari Line/14.7.0`,
      Facebook: `${view} [FB_IAB/FB4A;FBAV/480.0.0.0;]`,
      Messenger: `${iphone} Mobile/15E148 [FBAN/MessengerForiOS;FBAV/450.0.0]`,
      Instagram: `${view} Instagram 350.0.0.0 Android`,
      Zalo: `${iphone} Mobile/15E148 Zalo iOS/598 ZaloTheme/light`,
      TikTok: `${view} musical_ly_2022803040 BytedanceWebview/d8a21c6`,
      Lazada: `${view} AliApp(LA/7.26.1) UCBS/2.11.1.1`,
      KakaoTalk: `${view};KAKAOTALK 2410310`,
      Telegram: `${android} Chrome/126.0.0.0 Mobile Safari/537.36 Telegram-Android/11.3.3 (SM-A135F)`,
    };
    for (const [name, agent] of Object.entries(agents)) assert.equal(appOf(agent)?.name, name);
  });

  test('of which only the view is known has no name', () => {
    assert.equal(appOf(view)?.name, null);
    assert.equal(appOf(`${iphone} Mobile/15E148`)?.name, null);
  });

  test('is none for browsers of their own', () => {
    const own = [
      `${iphone} Version/17.4 Mobile/15E148 Safari/604.1`,
      `${iphone} CriOS/126.0 Mobile/15E148 Safari/604.1`,
      `${android} Chrome/126.0.0.0 Mobile Safari/537.36`,
      `${android} SamsungBrowser/25.0 Chrome/121.0.0.0 Mobile Safari/537.36`,
      'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0 Safari/537.36',
      'Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0',
    ];
    assert.deepEqual(
      own.map(appOf),
      own.map(() => null),
    );
  });
});

describe('the way out of an app', () => {
  const url = 'https://kyc.example/verify?token=A&handover=B';

  test('on Android is an intent that falls back to the page itself', () => {
    const agent = `${view} Instagram 350.0.0.0 Android`;
    assert.equal(
      wayOut(appOf(agent)!, url, agent),
      'intent://kyc.example/verify?token=A&handover=B#Intent;scheme=https;action=android.intent.action.VIEW;' +
        `category=android.intent.category.BROWSABLE;S.browser_fallback_url=${encodeURIComponent(url)};end`,
    );
  });

  test('of LINE is a parameter that LINE reads', () => {
    const agent = `${iphone} Mobile/15E148 Safari Line/14.7.0`;
    assert.equal(wayOut(appOf(agent)!, url, agent), `${url}&openExternalBrowser=1`);
  });

  test('on an iPhone, and out of apps that hold their links back, is by hand', () => {
    const agents = [`${iphone} Mobile/15E148 Instagram 350`, `${view} MicroMessenger/8.0.49`, view];
    for (const agent of agents) assert.equal(wayOut(appOf(agent)!, url, agent), null);
  });
});
