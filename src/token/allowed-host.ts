/**
 * A host that a rule allows: `shop.example`, `*.shop.example` (any depth below it, not the name itself), an IP address,
 * each with `:port` where the port is not the usual one of its scheme. Names beyond ASCII as browsers write them.
 */
export type HostPattern = string;

/** The pattern in its normal form; null where it is none. */
export function hostPatternOf(text: string): HostPattern | null {
  const [, star = '', rest = ''] = /^(\*\.)?(.*)$/.exec(text) ?? [];
  const url = /[/?#@\\\s]/.test(rest) ? null : URL.parse(`https://${rest}`);
  if (!url || url.hostname === '' || rest.includes('*')) return null;
  // A port of its own is kept as it stands: `https:` would swallow 443, which `http:` URLs may name too.
  const [, port] = /:(\d+)$/.exec(rest) ?? [];
  if (port !== undefined && Number(port) === 0) return null;
  const isAddress = /^[\d.]+$|^\[/.test(url.hostname);
  if (star && (isAddress || !url.hostname.includes('.'))) return null;
  return `${star}${url.hostname}${port === undefined ? '' : `:${Number(port)}`}`;
}

const usualPorts: Readonly<Record<string, string>> = { 'http:': '80', 'https:': '443' };

/** Whether the URL's host, port included, is one of these. */
export function isHostAllowed(url: string, patterns: readonly HostPattern[]): boolean {
  const { protocol, hostname, port } = new URL(url);
  const usual = usualPorts[protocol] ?? '';
  return patterns.some((pattern) => {
    const [, star, name = '', wanted = usual] = /^(\*\.)?(.*?)(?::(\d+))?$/.exec(pattern) ?? [];
    if (wanted !== (port || usual)) return false;
    return star ? hostname.endsWith(`.${name}`) : hostname === name;
  });
}
