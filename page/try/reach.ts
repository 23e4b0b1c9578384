/** Whether a phone nearby can open a verification, and what to do where it cannot. */
export type Reach =
  | { readonly kind: 'reached' }
  | { readonly kind: 'reached-with-warning' }
  | { readonly kind: 'unreachable' | 'no-camera'; readonly remedy: string };

const loopback = /^(localhost|.*\.localhost|127\..*|\[::1\])$/;
const address = /^(\d+\.\d+\.\d+\.\d+|\[.*\])$/;

/** Browsers open cameras over HTTPS alone, and a loopback address means the phone itself on a phone. */
export function reachOf(publicUrl: string): Reach {
  const { protocol, hostname } = new URL(publicUrl);
  const remedy = 'npm start -- --https';
  if (loopback.test(hostname)) return { kind: 'unreachable', remedy };
  if (protocol !== 'https:') return { kind: 'no-camera', remedy };
  // No authority signs for a bare address in a local network: that certificate is our own.
  return { kind: address.test(hostname) ? 'reached-with-warning' : 'reached' };
}
