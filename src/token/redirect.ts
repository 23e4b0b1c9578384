import { type HostPattern, isHostAllowed } from './allowed-host.ts';

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const controlCharacters = /[\u0000-\u001f\u007f-\u009f]/;

export type RedirectCheck =
  | { readonly ok: true; readonly url: string }
  | { readonly ok: false; readonly problem: string };

/**
 * Whether customers may be sent to this URL: absolute, http or https, no user info, no control characters
 * (contracts §1). Parsed as browsers do (WHATWG URL), and returned in that normal form. `hosts`: those that the rule allows;
 * null: all.
 */
export function checkRedirect(text: string, hosts: readonly HostPattern[] | null = null): RedirectCheck {
  if (controlCharacters.test(text)) return { ok: false, problem: 'it holds control characters' };
  if (!/^https?:\/\//i.test(text)) return { ok: false, problem: 'it must begin with https:// or http://' };
  const url = URL.parse(text);
  if (!url) return { ok: false, problem: 'it is not an absolute URL' };
  if (url.username || url.password) return { ok: false, problem: 'it must not hold user info' };
  if (hosts && !isHostAllowed(url.href, hosts)) {
    return { ok: false, problem: `the rule does not allow its host ${url.host}` };
  }
  return { ok: true, url: url.href };
}

/**
 * The URL with `token=` added behind whatever query it has; its fragment stays, also one that a page routes by. A `token`
 * of the merchant's own stays too: ours comes last.
 */
export function withToken(redirectUrl: string, token: string): string {
  const url = new URL(redirectUrl);
  const parameter = `token=${encodeURIComponent(token)}`;
  url.search = url.search.length > 1 ? `${url.search}&${parameter}` : `?${parameter}`;
  return url.href;
}
