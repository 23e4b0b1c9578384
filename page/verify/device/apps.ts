/** A browser inside an app, which mostly lacks what its system's own browser has. */
export type App = {
  /** As its makers write it; null where the mark does not say which app it is. */
  readonly name: string | null;
  /** Where its menu with “open in browser” is, where that is the same on all its versions. */
  readonly menu: 'top' | 'any';
  /** A link that leaves the app by itself, where the app knows one. */
  readonly exit: 'intent' | 'line' | null;
};

type Mark = App & { readonly mark: RegExp };

const app = (mark: RegExp, name: string | null, more: Partial<App> = {}): Mark => ({
  ...{ mark, name, menu: 'any', exit: null },
  ...more,
});

/**
 * What the apps add to the user agent; the first that fits counts. Read in user agents that developers published of LINE,
 * Facebook, Instagram, KakaoTalk, Zalo, Lazada and Telegram (its Bot API documents "Telegram-Android") and in lists of
 * marks for the rest (looked up 2026-11-26); none was seen by us in the app itself. `exit`: `intent:` is Android's way
 * out, which these apps' views are reported to hand to the system; LINE documents `openExternalBrowser=1`.
 */
const marks: readonly Mark[] = [
  app(/MicroMessenger/i, 'WeChat', { menu: 'top' }),
  app(/\bLine\//i, 'LINE', { exit: 'line' }),
  app(/FBAN\/Messenger|FB_IAB\/(?:Orca|MESSENGER)/i, 'Messenger', { exit: 'intent' }),
  app(/Instagram/i, 'Instagram', { menu: 'top', exit: 'intent' }),
  app(/FBAN|FBAV|FB_IAB/, 'Facebook', { exit: 'intent' }),
  app(/Zalo/i, 'Zalo', { exit: 'intent' }),
  app(/\bGrab\//, 'Grab'),
  app(/BytedanceWebview|musical_ly|TikTok|\btrill_/i, 'TikTok'),
  app(/Shopee/i, 'Shopee'),
  app(/AliApp\(LA\/|Lazada/i, 'Lazada'),
  app(/AlipayClient/i, 'Alipay'),
  app(/KAKAOTALK/i, 'KakaoTalk', { exit: 'intent' }),
  app(/Telegram/i, 'Telegram', { exit: 'intent' }),
  app(/\bQQ\//, 'QQ'),
  app(/Viber/i, 'Viber'),
  app(/Twitter/i, 'X'),
  app(/LinkedInApp/i, 'LinkedIn'),
  app(/Snapchat/i, 'Snapchat'),
  // Android marks every view inside an app; on iOS the system's own browsers alone name Safari.
  app(/; wv\)/, null),
  app(/(?:iPhone|iPad|iPod)(?!.*Safari\/)/, null),
];

/** The app that this browser is inside of; null for a browser of its own, as far as it says so. */
export function appOf(userAgent: string): App | null {
  return marks.find(({ mark }) => mark.test(userAgent)) ?? null;
}

/** A link that opens `url` in the system's browser when it is tapped in this app; null where none is known. */
export function wayOut({ exit }: App, url: string, userAgent: string): string | null {
  const target = new URL(url);
  if (exit === 'line') {
    target.searchParams.set('openExternalBrowser', '1');
    return target.href;
  }
  if (exit !== 'intent' || !/Android/.test(userAgent)) return null;
  const scheme = target.protocol.slice(0, -1);
  const fields = [
    `scheme=${scheme}`,
    'action=android.intent.action.VIEW',
    'category=android.intent.category.BROWSABLE',
    `S.browser_fallback_url=${encodeURIComponent(url)}`,
  ];
  return `intent://${target.host}${target.pathname}${target.search}#Intent;${fields.join(';')};end`;
}
