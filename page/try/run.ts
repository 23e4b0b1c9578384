import type { Applied, StartRequest } from './call.ts';

/** One verification that this page is about. */
export type Run = {
  readonly token: string;
  /** What this tab knows because it started the run; null in a tab that came by the redirect alone. */
  readonly started: Started | null;
};
export type Started = {
  readonly applied: Applied;
  readonly where: StartRequest['where'];
  readonly checkMode: StartRequest['checkMode'];
  readonly cardType: StartRequest['cardType'];
  readonly securityLevel: StartRequest['securityLevel'];
};

const storageKey = 'selfsame-try';

function stored(token: string): Started | null {
  try {
    const started = JSON.parse(sessionStorage.getItem(storageKey) ?? 'null') as Started | null;
    return started?.applied.BizToken === token ? started : null;
  } catch {
    return null;
  }
}

/** The run that the address names, as it does after the redirect and after a reload. */
export function runOfAddress(): Run | null {
  const token = new URLSearchParams(location.search).get('token');
  return token ? { token, started: stored(token) } : null;
}

/** Puts a run into the address and this tab's memory, so that reload, back and redirect all find it. */
export function remember(started: Started): Run {
  const token = started.applied.BizToken;
  try {
    sessionStorage.setItem(storageKey, JSON.stringify(started));
  } catch {
    // Storage is blocked: after a reload the page shows the result without how it began.
  }
  history.replaceState(null, '', `/try?token=${encodeURIComponent(token)}`);
  return { token, started };
}

/** Where this browser goes to be verified: the same machine under the name that this page came by. */
export function verificationPath(token: string): string {
  return `/verify?token=${encodeURIComponent(token)}`;
}
