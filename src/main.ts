import { readConfig } from './config.ts';
import { parseFlags } from './flags.ts';
import { startProgram } from './start.ts';

/** `npm start`: reads the settings, starts the server, and stops it in good order. */
try {
  const flags = parseFlags(process.argv.slice(2));
  if (flags === 'help') process.exit(0);
  const program = await startProgram(readConfig(flags));
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.once(signal, () => {
      program.stop().then(
        () => process.exit(0),
        (error) => {
          process.stderr.write(`selfsame: ${error instanceof Error ? error.stack : error}\n`);
          process.exit(1);
        },
      );
    });
  }
} catch (error) {
  process.stderr.write(`selfsame cannot start: ${error instanceof Error ? error.message : error}\n`);
  process.exit(1);
}
