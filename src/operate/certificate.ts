import { X509Certificate } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { generate } from 'selfsigned';
import { localNetworkAddress } from './addresses.ts';

export type Certificate = { readonly key: string; readonly cert: string };

const dayMs = 86_400_000;
/** Apple's browsers refuse longer ones (825 days; 398 for those of authorities). */
const validDays = 365;
/** A start within this time makes a new one, so that a server rarely outlives its certificate. */
const renewDays = 30;

/** One for each address of this machine, which changes with the network. */
function places(dataDir: string) {
  const address = localNetworkAddress() ?? '127.0.0.1';
  return {
    address,
    keyPath: join(dataDir, `tls-${address}.key`),
    certPath: join(dataDir, `tls-${address}.crt`),
  };
}

/** Until when the certificate for this machine's present address is good; null where there is none. */
export function certificateEnd(dataDir: string): Date | null {
  const { keyPath, certPath } = places(dataDir);
  if (!existsSync(keyPath) || !existsSync(certPath)) return null;
  return new Date(new X509Certificate(readFileSync(certPath)).validTo);
}

/**
 * A self-signed certificate for trying things on a phone nearby, kept in the data folder and made anew when its time
 * is nearly over. Browsers warn of it, as they should; a public server has a real one in front.
 */
export async function ensureCertificate(dataDir: string, nowMs = Date.now()): Promise<Certificate> {
  const { address, keyPath, certPath } = places(dataDir);
  const endsAt = certificateEnd(dataDir);
  if (!endsAt || endsAt.getTime() - nowMs < renewDays * dayMs) {
    const addresses = [...new Set(['127.0.0.1', address])].map((ip) => ({ type: 7 as const, ip }));
    const made = await generate([{ name: 'commonName', value: 'Selfsame' }], {
      keyType: 'ec',
      notBeforeDate: new Date(nowMs - dayMs),
      notAfterDate: new Date(nowMs + validDays * dayMs),
      extensions: [{ name: 'subjectAltName', altNames: [{ type: 2, value: 'localhost' }, ...addresses] }],
    });
    writeFileSync(keyPath, made.private, { mode: 0o600 });
    writeFileSync(certPath, made.cert);
  }
  return { key: readFileSync(keyPath, 'utf8'), cert: readFileSync(certPath, 'utf8') };
}
