import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { generate } from 'selfsigned';
import { localNetworkAddress } from './addresses.ts';

export type Certificate = { readonly key: string; readonly cert: string };

const validDays = 365;

/**
 * A self-signed certificate for trying things on a phone nearby, made once and kept in `DATA/tls`. Browsers warn
 * of it, as they should; a public server has a real one in front.
 */
export async function ensureCertificate(dataDir: string): Promise<Certificate> {
  const address = localNetworkAddress() ?? '127.0.0.1';
  const keyPath = join(dataDir, `tls-${address}.key`);
  const certPath = join(dataDir, `tls-${address}.crt`);
  if (!existsSync(keyPath) || !existsSync(certPath)) {
    const notAfterDate = new Date(Date.now() + validDays * 86_400_000);
    const made = await generate([{ name: 'commonName', value: 'Selfsame' }], {
      keyType: 'ec',
      notAfterDate,
      extensions: [
        {
          name: 'subjectAltName',
          altNames: [
            { type: 2, value: 'localhost' },
            { type: 7, ip: '127.0.0.1' },
            { type: 7, ip: address },
          ],
        },
      ],
    });
    writeFileSync(keyPath, made.private, { mode: 0o600 });
    writeFileSync(certPath, made.cert);
  }
  return { key: readFileSync(keyPath, 'utf8'), cert: readFileSync(certPath, 'utf8') };
}
