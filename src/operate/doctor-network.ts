import type { Config } from '../config.ts';
import { addressesOf, isLocalUrl, isTryServed } from './addresses.ts';
import { certificateEnd } from './certificate.ts';
import type { Finding } from './doctor-finding.ts';

/** Whether customers can use their cameras at the public URL: browsers open them by HTTPS and on loopback alone. */
export async function checkPublicUrl(config: Config): Promise<Finding> {
  const { publicUrl } = addressesOf(config);
  const part = 'public URL';
  const { protocol, hostname } = new URL(publicUrl);
  if (protocol === 'https:') return { part, state: 'good', text: publicUrl };
  if (hostname === 'localhost' || hostname.startsWith('127.')) {
    const text = `${publicUrl}: cameras work on this machine alone`;
    const remedy = 'for phones: --https, or a TLS proxy and --public-url https://…';
    return { part, state: 'warning', text, remedy };
  }
  const text = `${publicUrl} is not https: no browser opens its camera there`;
  return { part, state: 'bad', text, remedy: 'put a TLS proxy in front, or start with --https' };
}

const patienceMs = 4_000;

/** What a browser would meet at an https address: our own health page behind a certificate that it believes. */
async function visit(publicUrl: string): Promise<Finding> {
  const part = 'TLS';
  try {
    const response = await fetch(`${publicUrl}/healthz`, { signal: AbortSignal.timeout(patienceMs) });
    const isOurs = response.ok && (await response.text()).includes('alive');
    if (isOurs)
      return { part, state: 'good', text: `${publicUrl} answers with a certificate that is believed` };
    const text = `${publicUrl} answers ${response.status}, but not as this server does`;
    return { part, state: 'bad', text, remedy: 'let the proxy pass everything to this server' };
  } catch (error) {
    const cause = (error as { cause?: { code?: string } }).cause?.code ?? (error as Error).name;
    if (/CERT|TLS|SSL|SELF_SIGNED|VERIFY/i.test(cause)) {
      const text = `the certificate of ${publicUrl} is not believed (${cause})`;
      return { part, state: 'bad', text, remedy: 'give the proxy a certificate for this name' };
    }
    const text = `${publicUrl} does not answer this machine (${cause})`;
    return { part, state: 'warning', text, remedy: 'start server and proxy, then look from outside' };
  }
}

/** Who makes the encryption, and whether it holds. */
export async function checkTls(config: Config): Promise<Finding> {
  const part = 'TLS';
  const { publicUrl } = addressesOf(config);
  if (config.https) {
    const endsAt = certificateEnd(config.dataDir);
    const until = endsAt ? `good until ${endsAt.toISOString().slice(0, 10)}` : 'made at the next start';
    const text = `a certificate of our own, ${until}: browsers warn of it`;
    return { part, state: 'warning', text, remedy: 'for trying alone; in earnest a TLS proxy' };
  }
  if (!publicUrl.startsWith('https:'))
    return { part, state: 'warning', text: 'none: for trying on this machine' };
  const found = await visit(publicUrl);
  if (found.state === 'bad' || config.trustProxy) return found;
  const text = `${found.text}; every customer has the proxy’s address, and one limit`;
  return { part, state: 'warning', text, remedy: 'start with --trust-proxy behind a proxy of your own' };
}

/** Who can use `/try`. */
export async function checkTry(config: Config): Promise<Finding> {
  const part = '/try';
  if (!isTryServed(config)) return { part, state: 'good', text: 'not served' };
  if (isLocalUrl(addressesOf(config).publicUrl)) {
    return { part, state: 'good', text: 'served, to this machine and its network' };
  }
  const text = 'served to everybody: strangers may use your processor';
  return { part, state: 'warning', text, remedy: 'leave out --try' };
}
