import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Command } from 'commander';
import type { Config } from '../config.ts';
import type { Store } from '../store/store.ts';

export type DataOptions = {
  readonly data?: string;
  readonly masterKeyFile?: string;
  readonly faceModel?: string;
};

/** Adds the options of every command that works on a server's data folder. */
export function addDataOptions(command: Command): Command {
  return command
    .option('--data <dir>', 'the data folder of the server')
    .option('--master-key-file <file>', 'the file of its master key');
}

/** The settings as the server of this data folder has them. */
export async function configOf(
  options: DataOptions,
  more: Readonly<Record<string, unknown>> = {},
): Promise<Config> {
  const { data, masterKeyFile, faceModel } = options;
  const { readConfig } = await import('../config.ts');
  return readConfig({
    ...(data && { data }),
    ...(masterKeyFile && { masterKeyFile }),
    ...(faceModel && { faceModel }),
    ...more,
  });
}

/** Adds the option of every command that compares faces. */
export function addFaceModelOption(command: Command): Command {
  return command.option(
    '--face-model <file>',
    'the entry of an embedding model of your own, as the server is given it',
  );
}

/**
 * Opens the store beside a server that may be running, does the work and closes it. Throws when there is no store:
 * a command with a mistyped folder must not make a new one.
 */
export async function withStore<Result>(
  options: DataOptions,
  work: (store: Store, config: Config) => Promise<Result>,
): Promise<Result> {
  const config = await configOf(options);
  if (!existsSync(join(config.dataDir, 'selfsame.db'))) {
    throw new Error(`${config.dataDir} holds no records; start the server once, or give --data`);
  }
  // Loaded by who opens a store alone: help and wrong usage answer at once.
  const [{ loadMasterKey }, { openSqliteStore }] = await Promise.all([
    import('../store/master-key.ts'),
    import('../store/sqlite/sqlite-store.ts'),
  ]);
  const masterKey = loadMasterKey(config.dataDir, config.masterKeyFile || null, process.env);
  const store = await openSqliteStore({ dataDir: config.dataDir, masterKey: masterKey.key });
  try {
    return await work(store, config);
  } finally {
    await store.close();
  }
}
