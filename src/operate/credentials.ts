import { randomInt, randomUUID } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { open, rename } from 'node:fs/promises';
import { join } from 'node:path';
import type { Account } from '../store/records.ts';
import type { Store } from '../store/store.ts';

/** The two halves of a key, as the vendor's SDKs call them. */
export type Credentials = { readonly secretId: string; readonly secretKey: string };

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

function randomText(length: number): string {
  return Array.from({ length }, () => alphabet[randomInt(alphabet.length)]).join('');
}

/** A fresh key in the vendor's shape: `AKID` and 32 letters and digits; a secret half of 32 (190 random bits). */
export function newCredentials(): Credentials {
  return { secretId: `AKID${randomText(32)}`, secretKey: randomText(32) };
}

/** The name of the account that the first start makes. */
export const firstAccountName = 'default';

/** The vendor's limit for both of our actions (wire specification §1.9). */
export const defaultRatePerSecond = 20;

export function credentialsPath(dataDir: string): string {
  return join(dataDir, 'credentials.json');
}

async function writeOwnerOnly(path: string, text: string): Promise<void> {
  const file = await open(`${path}.part`, 'w', 0o600);
  try {
    await file.writeFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(`${path}.part`, path);
}

/**
 * Makes the first account and its key on the first start, and keeps both halves in `DATA/credentials.json` for
 * whoever runs the server. Returns the key when it was made just now, null when there was one already.
 */
export async function ensureFirstAccount(store: Store, dataDir: string): Promise<Credentials | null> {
  const path = credentialsPath(dataDir);
  const existing = await store.accounts.byName(firstAccountName);
  if (existing && existsSync(path)) return null;
  const account: Account = existing ?? {
    id: randomUUID(),
    name: firstAccountName,
    kind: 'merchant',
    ratePerSecond: defaultRatePerSecond,
  };
  if (!existing) await store.accounts.create(account);
  const credentials = newCredentials();
  // The file first: a key that is in force but written nowhere would be of use to nobody.
  await writeOwnerOnly(path, `${JSON.stringify(credentials, null, 2)}\n`);
  const added = await store.accounts.addKey(
    account.id,
    credentials.secretId,
    credentials.secretKey,
    Date.now(),
  );
  if (added === 'two-already') {
    throw new Error(
      `${path} is gone and the account has two keys: disable one with \`selfsame key disable\``,
    );
  }
  return credentials;
}

/** The key of the first account as the file has it; null before the first start. */
export function readCredentials(dataDir: string): Credentials | null {
  const path = credentialsPath(dataDir);
  return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as Credentials) : null;
}
