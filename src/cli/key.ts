import { randomUUID } from 'node:crypto';
import { type Command, InvalidArgumentError } from 'commander';
import { defaultRatePerSecond, firstAccountName, newCredentials } from '../operate/credentials.ts';
import type { Account } from '../store/records.ts';
import type { Store } from '../store/store.ts';
import { actionNames } from '../wire/actions.ts';
import { addDataOptions, type DataOptions, withStore } from './open-store.ts';

type CreateOptions = DataOptions & {
  readonly account: string;
  readonly rate?: number;
  readonly actions?: readonly string[];
  readonly json?: boolean;
};
type ListOptions = DataOptions & { readonly json?: boolean };

function parseRate(text: string): number {
  const rate = Number(text);
  if (!Number.isInteger(rate) || rate < 1 || rate > 1_000_000) {
    throw new InvalidArgumentError('a whole number of calls a second, from 1.');
  }
  return rate;
}

function parseActions(text: string): readonly string[] {
  const names = text.split(',').map((name) => name.trim());
  const unknown = names.find((name) => !actionNames.some((known) => known === name));
  if (unknown !== undefined) {
    throw new InvalidArgumentError(`${unknown} is not one of ${actionNames.join(', ')}.`);
  }
  return names;
}

async function accountNamed(store: Store, name: string, rate: number | undefined): Promise<Account> {
  const existing = await store.accounts.byName(name);
  if (existing && existing.kind !== 'merchant') throw new Error(`the account ${name} is not a merchant’s`);
  if (existing && rate !== undefined) await store.accounts.setRate(existing.id, rate);
  if (existing) return existing;
  const ratePerSecond = rate ?? defaultRatePerSecond;
  const account: Account = { id: randomUUID(), name, kind: 'merchant', ratePerSecond };
  await store.accounts.create(account);
  return account;
}

async function createKey(options: CreateOptions): Promise<void> {
  await withStore(options, async (store) => {
    const account = await accountNamed(store, options.account, options.rate);
    const key = newCredentials();
    const { secretId, secretKey } = key;
    const added = await store.accounts.addKey(account.id, secretId, secretKey, Date.now(), options.actions);
    if (added === 'two-already') {
      throw new Error(`account ${account.name} has two active keys already: disable one first`);
    }
    await store.audit.append('key.created', {
      account: account.id,
      secretId,
      actions: options.actions ?? null,
    });
    const answer = { account: account.name, ...key };
    if (options.json) process.stdout.write(`${JSON.stringify(answer)}\n`);
    else {
      process.stdout.write(`account    ${answer.account}\nSecretId   ${answer.secretId}\n`);
      process.stdout.write(`SecretKey  ${answer.secretKey}   (shown once)\n`);
    }
  });
}

async function listKeys(options: ListOptions): Promise<void> {
  await withStore(options, async (store) => {
    for (const { secretId, account, actions, createdAtMs, disabledAtMs } of await store.accounts.listKeys()) {
      const created = new Date(createdAtMs).toISOString();
      const disabled = disabledAtMs === null ? null : new Date(disabledAtMs).toISOString();
      const { name, ratePerSecond } = account;
      const line = options.json
        ? JSON.stringify({ account: name, secretId, ratePerSecond, actions, created, disabled })
        : `${secretId}  ${name}  ${ratePerSecond}/s  made ${created}  ${disabled ? `disabled ${disabled}` : 'active'}  ${actions?.join(',') ?? 'all actions'}`;
      process.stdout.write(`${line}\n`);
    }
  });
}

async function disableKey(secretId: string, options: ListOptions): Promise<void> {
  await withStore(options, async (store) => {
    if (!(await store.accounts.disableKey(secretId, Date.now())))
      throw new Error(`no active key ${secretId}`);
    await store.audit.append('key.disabled', { secretId });
    if (options.json) process.stdout.write(`${JSON.stringify({ secretId, disabled: true })}\n`);
    else process.stderr.write(`${secretId} is disabled; a running server refuses it within a second\n`);
  });
}

/** `key create|list|disable`. A change is in force on a running server within 1 s. */
export function addKeyCommands(root: Command): void {
  const key = root.command('key').description('the keys that merchants sign their calls with');
  addDataOptions(key.command('create'))
    .description('make a key; the secret half is shown once')
    .option('--account <name>', 'the merchant; made when new', firstAccountName)
    .option('--rate <calls>', 'calls a second and action that the account may make', parseRate)
    .option('--actions <names>', 'the only actions that this key may call, with commas between', parseActions)
    .option('--json', 'one JSON object')
    .addHelpText('after', '\nExample: selfsame key create --account shop --rate 50 --json')
    .action(createKey);
  addDataOptions(key.command('list'))
    .description('all keys, without their secret halves')
    .option('--json', 'one JSON object a line')
    .addHelpText('after', '\nExample: selfsame key list --json')
    .action(listKeys);
  addDataOptions(key.command('disable'))
    .argument('<secretId>')
    .description('refuse a key from now on')
    .option('--json', 'one JSON object')
    .addHelpText('after', '\nExample: selfsame key disable AKIDz8krbsJ5yKBZQpn74WFkmLPx3gnPhESA')
    .action(disableKey);
}
