import { existsSync } from 'node:fs';
import { statfs } from 'node:fs/promises';
import { join } from 'node:path';
import type { Config } from '../config.ts';
import { isReadableByOthers, liesBesideData, loadMasterKey } from '../store/master-key.ts';
import { openSqliteStore } from '../store/sqlite/sqlite-store.ts';
import { loadScale } from '../verify/similarity.ts';
import { faceModelOf } from '../vision/face-model.ts';
import { checkFaceModel } from './doctor-face-model.ts';
import type { Finding } from './doctor-finding.ts';
import { checkClock, checkCpu, checkDecoder, checkModels, checkTables } from './doctor-machine.ts';
import { checkPublicUrl, checkTls, checkTry } from './doctor-network.ts';

async function checkStorage({ dataDir, masterKeyFile }: Config): Promise<Finding> {
  const part = 'storage';
  if (!existsSync(join(dataDir, 'selfsame.db'))) {
    return {
      part,
      state: 'warning',
      text: `${dataDir} holds no records yet`,
      remedy: 'start the server once',
    };
  }
  try {
    const master = loadMasterKey(dataDir, masterKeyFile || null, process.env);
    const store = await openSqliteStore({ dataDir, masterKey: master.key });
    await store.probe();
    const broken = await store.audit.firstBroken();
    await store.close();
    if (!broken) return { part, state: 'good', text: `${dataDir} can be written, and the audit chain holds` };
    const text = `the audit chain breaks at line ${broken.id}: somebody changed the log`;
    return { part, state: 'bad', text, remedy: 'compare with a backup, find out who' };
  } catch (error) {
    const remedy = 'check the owner of the folder and the master key';
    return { part, state: 'bad', text: (error as Error).message, remedy };
  }
}

async function checkDisk({ dataDir }: Config): Promise<Finding> {
  const { bavail, bsize } = await statfs(existsSync(dataDir) ? dataDir : '.');
  const freeGigabytes = (bavail * bsize) / 1e9;
  // A verification takes 1 MB or so for three days: 1 GB is a thousand of them.
  const state = freeGigabytes < 1 ? 'bad' : freeGigabytes < 10 ? 'warning' : 'good';
  const remedy = state === 'good' ? {} : { remedy: 'free some, or move the data folder' };
  return { part: 'free disk', state, text: `${freeGigabytes.toFixed(1)} GB free`, ...remedy };
}

async function checkMasterKey({ dataDir, masterKeyFile }: Config): Promise<Finding> {
  const part = 'master key';
  if (!masterKeyFile && !process.env.SELFSAME_MASTER_KEY && !existsSync(join(dataDir, 'master.key'))) {
    return { part, state: 'warning', text: 'not made yet: the first start makes one beside the data' };
  }
  try {
    const master = loadMasterKey(dataDir, masterKeyFile || null, process.env);
    if (isReadableByOthers(master)) {
      return {
        part,
        state: 'bad',
        text: `others may read ${master.path}`,
        remedy: `chmod 600 ${master.path}`,
      };
    }
    if (liesBesideData(master, dataDir)) {
      const text = 'it lies beside the data: whoever copies the folder can read everything';
      return { part, state: 'warning', text, remedy: 'move it elsewhere and give --master-key-file' };
    }
    return { part, state: 'good', text: `from ${master.path ?? 'the environment'}, apart from the data` };
  } catch (error) {
    return { part, state: 'bad', text: (error as Error).message };
  }
}

async function checkScale(config: Config): Promise<Finding> {
  const part = 'similarity scale';
  try {
    const scale = loadScale(config.scaleProfile, config.dataDir, faceModelOf(config));
    const text = `${scale.id}, measured on ${scale.measuredOn}`;
    if (!scale.isProvisional) return { part, state: 'good', text };
    const remedy = 'provisional until `selfsame calibrate` has seen your own people';
    return { part, state: 'warning', text, remedy };
  } catch (error) {
    return { part, state: 'bad', text: (error as Error).message };
  }
}

/** Looks at everything that a server of these settings needs, one finding each. Changes nothing. */
export async function examine(config: Config): Promise<readonly Finding[]> {
  const models = await checkModels();
  const rest = [
    checkTables(),
    checkDecoder(),
    checkStorage(config),
    checkMasterKey(config),
    checkDisk(config),
    checkClock(),
    checkCpu(),
    checkPublicUrl(config),
    checkTls(config),
    checkTry(config),
    checkScale(config),
    ...(config.faceModel === '' ? [] : [checkFaceModel(config)]),
  ];
  return [...models, ...(await Promise.all(rest))];
}
