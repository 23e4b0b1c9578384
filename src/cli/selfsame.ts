#!/usr/bin/env node
import { Command, CommanderError } from 'commander';
import { addCardCommand } from './card.ts';
import { addDoctorCommand } from './doctor.ts';
import { addJudgementCommands } from './judgement.ts';
import { addKeyCommands } from './key.ts';
import { addRuleCommands } from './rule.ts';
import { addSpecimenCommand } from './specimen.ts';
import { addVerificationCommands } from './verification.ts';

/** The command line: `npm run --silent selfsame -- COMMAND`. */
function program(): Command {
  const root = new Command('selfsame')
    .description('Keys, rules, verifications, faces, cards and health of a Selfsame server')
    .helpCommand(true)
    .showHelpAfterError('(--help shows how)')
    .addHelpText(
      'after',
      `
Examples:
  npm run --silent selfsame -- key create --account shop
  npm run --silent selfsame -- compare passport.jpg selfie.jpg --json
  npm run --silent selfsame -- judge recording.mp4 --photo passport.jpg --json
  npm run --silent selfsame -- card --type HKIDCard card.jpg --json
  npm run --silent selfsame -- specimen --type HKIDCard --seed 1 --out . --camera
  npm run --silent selfsame -- doctor

Exit: 0 every input was processed, whatever the verdict; 1 an input or the machine failed; 2 wrong usage.`,
    );
  addJudgementCommands(root);
  addCardCommand(root);
  addSpecimenCommand(root);
  addKeyCommands(root);
  addRuleCommands(root);
  addVerificationCommands(root);
  addDoctorCommand(root);
  for (const command of [root, ...root.commands, ...root.commands.flatMap((group) => group.commands)]) {
    command.exitOverride();
  }
  return root;
}

// Whoever reads the output may have read enough (`… | head`).
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
});

try {
  await program().parseAsync();
} catch (error) {
  if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : 2;
  else {
    process.stderr.write(`selfsame: ${error instanceof Error ? error.message : error}\n`);
    process.exitCode = 1;
  }
}
