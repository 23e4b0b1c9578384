import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve, sep } from 'node:path';
import { type Key, keyBytes, newKey } from './seal.ts';

/** Where the master key came from; `doctor` warns when it lies beside the data that it protects. */
export type MasterKey = {
  readonly key: Key;
  readonly origin: 'environment' | 'file';
  readonly path: string | null;
};

function parseKey(text: string, source: string): Key {
  const key = Buffer.from(text.trim(), 'base64');
  if (key.length !== keyBytes)
    throw new Error(`the master key in ${source} must be ${keyBytes} bytes in Base64`);
  return key;
}

function readKeyFile(path: string): MasterKey {
  return { key: parseKey(readFileSync(path, 'utf8'), path), origin: 'file', path: resolve(path) };
}

/**
 * The key that wraps all other keys: from SELFSAME_MASTER_KEY (Base64), from the given file, or from
 * `DATA/master.key`, which is made on the first start. A named file that is missing is an error, never a new key:
 * a new key would make everything stored unreadable.
 */
export function loadMasterKey(
  dataDir: string,
  file: string | null,
  environment: NodeJS.ProcessEnv,
): MasterKey {
  const fromEnvironment = environment.SELFSAME_MASTER_KEY;
  if (fromEnvironment) {
    return { key: parseKey(fromEnvironment, 'SELFSAME_MASTER_KEY'), origin: 'environment', path: null };
  }
  if (file) {
    if (!existsSync(file)) throw new Error(`the master key file ${file} does not exist`);
    return readKeyFile(file);
  }
  const path = join(dataDir, 'master.key');
  if (!existsSync(path)) {
    if (existsSync(join(dataDir, 'selfsame.db'))) {
      throw new Error(`${dataDir} holds sealed records but their master key is gone: give --master-key-file`);
    }
    writeFileSync(path, `${newKey().toString('base64')}\n`, { mode: 0o600, flush: true });
  }
  return readKeyFile(path);
}

/** Whether whoever copies the data folder copies the key with it. */
export function liesBesideData(master: MasterKey, dataDir: string): boolean {
  return master.path?.startsWith(resolve(dataDir) + sep) ?? false;
}

/** Whether others than the owner may read the key file. */
export function isReadableByOthers(master: MasterKey): boolean {
  return master.path !== null && (statSync(master.path).mode & 0o077) !== 0;
}
