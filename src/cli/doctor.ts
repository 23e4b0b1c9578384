import type { Command } from 'commander';
import type { Finding } from '../operate/doctor-finding.ts';
import { addDataOptions, configOf, type DataOptions } from './open-store.ts';

const marks = { good: 'ok     ', warning: 'WARNING', bad: 'BAD    ' } as const;

function line({ part, state, text, remedy }: Finding): string {
  return `${marks[state]}  ${part.padEnd(16)} ${text}${remedy ? `  → ${remedy}` : ''}`;
}

type DoctorOptions = DataOptions & {
  readonly json?: boolean;
  readonly publicUrl?: string;
  readonly https?: boolean;
  readonly trustProxy?: boolean;
  readonly try?: boolean;
};

/** `doctor`: one line for each part of the machine and what to do about it. Exit 1 when something is bad. */
export function addDoctorCommand(root: Command): void {
  addDataOptions(root.command('doctor'))
    .description('whether this machine and its data folder can do their work, and what to do where not')
    .option('--public-url <url>', 'the origin that customers open, as the server is given it')
    .option('--https', 'as given to the server')
    .option('--trust-proxy', 'as given to the server')
    .option('--try', 'as given to the server')
    .option('--face-model <file>', 'as given to the server')
    .option('--json', 'one JSON object a line')
    .addHelpText('after', '\nExample: selfsame doctor --public-url https://kyc.example.com --trust-proxy')
    .action(async (options: DoctorOptions) => {
      const { json, data: _data, masterKeyFile: _file, ...given } = options;
      const { examine } = await import('../operate/doctor.ts');
      const findings = await examine(await configOf(options, given));
      for (const finding of findings)
        process.stdout.write(`${json ? JSON.stringify(finding) : line(finding)}\n`);
      if (findings.some(({ state }) => state === 'bad')) process.exitCode = 1;
    });
}
