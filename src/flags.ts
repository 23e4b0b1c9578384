import { parseArgs } from 'node:util';
import { environmentName, settingsSchema } from './config.ts';

type Property = { readonly type?: string; readonly default: unknown; readonly description: string };

const properties = Object.entries(settingsSchema.properties) as unknown as readonly [string, Property][];

/** `masterKeyFile` → `master-key-file`. */
function flagName(setting: string): string {
  return setting.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

function isSwitch({ type, default: value }: Property): boolean {
  return type === 'boolean' || value === null;
}

function helpText(): string {
  const lines = properties.map(([name, property]) => {
    const flag = `--${flagName(name)}${isSwitch(property) ? '' : ` ${name.toUpperCase()}`}`;
    const standard = isSwitch(property) || property.default === '' ? '' : ` (${property.default})`;
    return `  ${flag.padEnd(42)} ${property.description}${standard}`;
  });
  return [
    'Usage: npm start -- [options]',
    '',
    ...lines,
    '',
    `Each option is also a variable (--data is ${environmentName('data')}) and a name in DATA/config.json.`,
    'Example: npm start -- --port 8080 --https',
    '',
  ].join('\n');
}

/** Reads the command line of `npm start`. Throws on what it does not know. */
export function parseFlags(args: readonly string[]): Readonly<Record<string, unknown>> | 'help' {
  const options = Object.fromEntries(
    properties.map(([name, property]) => [
      flagName(name),
      { type: isSwitch(property) ? ('boolean' as const) : ('string' as const) },
    ]),
  );
  const all = { ...options, help: { type: 'boolean' as const, short: 'h' } };
  const { values } = parseArgs({ args: [...args], options: all, allowNegative: true });
  if (values.help) {
    process.stdout.write(helpText());
    return 'help';
  }
  const read = values as Readonly<Record<string, string | boolean | undefined>>;
  const given = properties.filter(([name]) => read[flagName(name)] !== undefined);
  return Object.fromEntries(given.map(([name]) => [name, read[flagName(name)]]));
}
