// node_modules as the lock file says, installed again whenever the lock file's content changes.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { root, run, say } from './place.mjs';

/** Installs the locked packages of `folder` unless its stamp says that this very lock is installed. */
export function installLocked(folder, args = []) {
  const lockHash = createHash('sha256')
    .update(readFileSync(`${folder}package-lock.json`))
    .digest('hex');
  const stamp = `${folder}node_modules/.selfsame-lock`;
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lockHash) return false;
  run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error', ...args], {
    cwd: folder,
    // The CPU library is inside the package; its script would download CUDA and fail offline.
    env: { ...process.env, ONNXRUNTIME_NODE_INSTALL: 'skip' },
  });
  writeFileSync(stamp, lockHash);
  return true;
}

export function ensureDependencies() {
  if (installLocked(root)) say('dependencies installed');
}
