import { randomInt, randomUUID } from 'node:crypto';
import type { Command } from 'commander';
import { firstAccountName } from '../operate/credentials.ts';
import type { Account, Rule } from '../store/records.ts';
import type { Store } from '../store/store.ts';
import { configShapeOf } from '../wire/shapes/apply-web-verification.ts';
import { addDataOptions, type DataOptions, withStore } from './open-store.ts';
import { plainName } from './plain-name.ts';
import type { ReadRule } from './rule-file.ts';

type CreateOptions = DataOptions & {
  readonly file?: string;
  readonly name?: string;
  readonly account?: string;
  readonly json?: boolean;
};
type Options = DataOptions & { readonly json?: boolean };
type ListedRule = Rule & { readonly accountName: string };

const noFile: ReadRule = {
  name: null,
  account: null,
  config: {},
  agreement: null,
  redirectHosts: null,
  frame: null,
  logo: null,
};

/** A RuleId as the vendor's console gives them: digits. It is no secret, so it need only be new. */
function newRuleId(): string {
  return String(randomInt(10 ** 11, 10 ** 12));
}

async function merchantNamed(store: Store, name: string): Promise<Account> {
  const account = await store.accounts.byName(name);
  if (account?.kind === 'merchant') return account;
  throw new Error(`there is no merchant ${name}; \`selfsame key create --account ${name}\` makes one`);
}

/** What checks a rule's file and its logo is loaded for who has one: every other command starts without it. */
async function readFileOf(path: string): Promise<ReadRule> {
  const { readRuleFile } = await import('./rule-file.ts');
  return await readRuleFile(path);
}

async function createRule(options: CreateOptions): Promise<void> {
  const read = options.file === undefined ? noFile : await readFileOf(options.file);
  const name = options.name === undefined ? read.name : plainName(options.name, '--name');
  if (name === null) throw new Error('a rule needs a name: give --name, or "name" in its file');
  await withStore(options, async (store) => {
    const account = await merchantNamed(store, options.account ?? read.account ?? firstAccountName);
    const { config, agreement, redirectHosts, frame, logo } = read;
    const rule: Rule = {
      ...{ revision: randomUUID(), id: newRuleId(), accountId: account.id, name },
      ...{ config, agreement, redirectHosts, frame, logo: logo?.shape ?? null },
      createdAtMs: Date.now(),
    };
    await store.rules.add(rule, logo?.bytes ?? null);
    const { id, revision } = rule;
    await store.audit.append('rule.created', { rule: id, revision, account: account.id });
    const line = options.json
      ? JSON.stringify({ ruleId: id, account: account.name, name: rule.name })
      : `RuleId   ${id}\naccount  ${account.name}\nname     ${rule.name}`;
    process.stdout.write(`${line}\n`);
  });
}

async function listRules(options: Options): Promise<void> {
  await withStore(options, async (store) => {
    const rules = await store.rules.list();
    if (rules.length === 0) process.stderr.write('there are no rules; `selfsame rule create` makes one\n');
    for (const { id, accountName: account, name, createdAtMs } of rules) {
      const created = new Date(createdAtMs).toISOString();
      const line = options.json
        ? JSON.stringify({ ruleId: id, account, name, created })
        : `${id}  ${account}  made ${created}  ${name}`;
      process.stdout.write(`${line}\n`);
    }
  });
}

async function ruleNamed(store: Store, id: string): Promise<ListedRule> {
  const rule = (await store.rules.list()).find((each) => each.id === id);
  if (!rule) throw new Error(`there is no rule ${id}; \`selfsame rule list\` has them all`);
  return rule;
}

function shown({ id, accountName, createdAtMs, config, ...rule }: ListedRule) {
  const { name, agreement, redirectHosts, frame, logo } = rule;
  const created = new Date(createdAtMs).toISOString();
  const content = { config: configShapeOf(config), agreement, redirectHosts, frame, logo };
  return { ruleId: id, account: accountName, name, created, ...content };
}

async function showRule(id: string, options: Options): Promise<void> {
  await withStore(options, async (store) => {
    const answer = shown(await ruleNamed(store, id));
    process.stdout.write(`${JSON.stringify(answer, null, options.json ? 0 : 2)}\n`);
  });
}

async function deleteRule(id: string, options: Options): Promise<void> {
  await withStore(options, async (store) => {
    const { revision, accountId } = await ruleNamed(store, id);
    if (!(await store.rules.remove(id, Date.now()))) throw new Error(`there is no rule ${id}`);
    await store.audit.append('rule.deleted', { rule: id, revision, account: accountId });
    const text = `rule ${id} is deleted; verifications that were issued with it keep it until they are erased`;
    if (options.json) process.stdout.write(`${JSON.stringify({ ruleId: id, deleted: true })}\n`);
    else process.stderr.write(`${text}\n`);
  });
}

/** `rule create|list|show|delete`. A change is in force on a running server at once. */
export function addRuleCommands(root: Command): void {
  const rule = root
    .command('rule')
    .description('what merchants name by RuleId: Config, agreement, logo, hosts');
  addDataOptions(rule.command('create'))
    .description('make a rule of a file (docs/rules.md), and print its RuleId')
    .option('--file <rule.json>', 'what the rule says')
    .option('--name <name>', 'what it is called; goes over the file')
    .option('--account <name>', 'the merchant that may use it; goes over the file')
    .option('--json', 'one JSON object')
    .addHelpText('after', '\nExample: selfsame rule create --file rule.json --account shop --json')
    .action(createRule);
  addDataOptions(rule.command('list'))
    .description('all rules')
    .option('--json', 'one JSON object a line')
    .addHelpText('after', '\nExample: selfsame rule list --json')
    .action(listRules);
  addDataOptions(rule.command('show'))
    .argument('<ruleId>')
    .description('all that a rule says')
    .option('--json', 'one line')
    .addHelpText('after', '\nExample: selfsame rule show 482910573621')
    .action(showRule);
  addDataOptions(rule.command('delete'))
    .argument('<ruleId>')
    .description('issue nothing by a rule from now on')
    .option('--json', 'one JSON object')
    .addHelpText('after', '\nExample: selfsame rule delete 482910573621')
    .action(deleteRule);
}
