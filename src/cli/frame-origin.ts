/** Names of this machine, to which browsers give the camera without TLS. */
const loopback = /^(localhost|[a-z0-9.-]+\.localhost|127\.0\.0\.1)$/;

/**
 * An origin that may show the page in a frame, as browsers write it; null where the text is none. Nothing but an origin:
 * it goes into a header (CSP 3, `frame-ancestors`), whose grammar knows no IPv6 address.
 */
export function frameOriginOf(text: string): string | null {
  const url = URL.parse(text);
  if (!url || (url.href !== `${url.origin}/` && url.href !== url.origin)) return null;
  if (!/^[a-z0-9.-]+$/.test(url.hostname)) return null;
  const isSafe = url.protocol === 'https:' || (url.protocol === 'http:' && loopback.test(url.hostname));
  return isSafe ? url.origin : null;
}
