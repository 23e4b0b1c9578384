import { randomInt, randomUUID } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
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

async function firstAccount(store: Store): Promise<Account> {
  const existing = await store.accounts.byName(firstAccountName);
  if (existing) return existing;
  const ratePerSecond = defaultRatePerSecond;
  const account: Account = { id: randomUUID(), name: firstAccountName, kind: 'merchant', ratePerSecond };
  await store.accounts.create(account);
  return account;
}

/**
 * Makes the first account and its key on the first start, and keeps both halves in `DATA/credentials.json` for
 * whoever runs the server. Returns the key when it was made just now, null when there was one already. A file whose
 * key the store does not know (a start that was cut off, or a file put there beforehand) has its key taken on.
 */
export async function ensureFirstAccount(store: Store, dataDir: string): Promise<Credentials | null> {
  const path = credentialsPath(dataDir);
  const kept = readCredentials(dataDir);
  if (kept && (await store.accounts.findKey(kept.secretId))) return null;
  const account = await firstAccount(store);
  const credentials = kept ?? newCredentials();
  // The file first: a key that is in force but written nowhere would be of use to nobody.
  if (!kept) await writeOwnerOnly(path, `${JSON.stringify(credentials, null, 2)}\n`);
  const { secretId, secretKey } = credentials;
  if ((await store.accounts.addKey(account.id, secretId, secretKey, Date.now())) === 'added')
    return credentials;
  if (!kept) await rm(path);
  throw new Error(
    `${path} holds no key of the account ${firstAccountName}, which has two active ones: disable one with \`selfsame key disable\``,
  );
}

/** The key of the first account as the file has it; null before the first start. Throws on a file that is not ours. */
export function readCredentials(dataDir: string): Credentials | null {
  const path = credentialsPath(dataDir);
  if (!existsSync(path)) return null;
  const { secretId, secretKey } = JSON.parse(readFileSync(path, 'utf8')) as Partial<Credentials>;
  if (typeof secretId === 'string' && typeof secretKey === 'string') return { secretId, secretKey };
  throw new Error(`${path} must hold the texts secretId and secretKey`);
}
