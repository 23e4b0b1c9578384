import { renderUnicodeCompact } from 'uqr';
import type { SimilarityScale } from '../verify/similarity.ts';
import type { Addresses } from './addresses.ts';
import type { Credentials } from './credentials.ts';

type Facts = {
  readonly addresses: Addresses;
  readonly tryUrl: string | null;
  /** The key, when this start made it: shown once. */
  readonly madeKey: Credentials | null;
  readonly credentialsFile: string;
  readonly scale: Pick<SimilarityScale, 'id' | 'isProvisional' | 'measuredOn'>;
};

/** Bright white on black, whatever the terminal's colours: readers want a dark code on a light ground. */
const painted = (line: string) => `  \x1b[97;40m${line}\x1b[0m`;

/** What a person sees when the server is up: where it is, how to try it, and the key, once. */
export function bannerText(facts: Facts): string {
  const { addresses, tryUrl, madeKey, credentialsFile, scale } = facts;
  const lines = [
    '',
    'Selfsame is ready.',
    '',
    `  API for the SDKs   ${addresses.apiOrigin}`,
    `  Customers open     ${addresses.publicUrl}`,
  ];
  if (tryUrl) lines.push(`  Try it             ${tryUrl}`);
  lines.push(
    '',
    ...(madeKey
      ? [
          `  SecretId           ${madeKey.secretId}`,
          `  SecretKey          ${madeKey.secretKey}   (shown once)`,
        ]
      : []),
    `  Key kept in        ${credentialsFile}`,
    `  Similarity scale   ${scale.id}, measured on ${scale.measuredOn}`,
    ...(scale.isProvisional ? ['                     provisional until calibrated on your own people'] : []),
    '',
  );
  if (tryUrl) {
    const code = renderUnicodeCompact(tryUrl, { border: 2 }).replace(/^.*$/gm, painted);
    const { hostname } = new URL(tryUrl);
    const isHereOnly = hostname === 'localhost' || hostname.startsWith('127.');
    const hint = isHereOnly
      ? 'This address is good on this machine alone; for a phone nearby: npm start -- --https'
      : 'Scan to try it on a phone in the same network.';
    lines.push(code, `  ${hint}`, '');
  }
  return lines.join('\n');
}
