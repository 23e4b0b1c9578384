import { existsSync, readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join, resolve } from 'node:path';
import Type, { type Static } from 'typebox';
import Value from 'typebox/value';
import { usualSilentMs } from './capture/challenge/silent-length.ts';

const dataDefault = 'data';

/**
 * Every setting, its default and why it has that default. A setting comes from, in this order: the command line
 * (`--data-dir`), the environment (`SELFSAME_DATA_DIR`), `DATA/config.json` (`dataDir`), the default.
 */
export const settingsSchema = Type.Object(
  {
    port: Type.Integer({ minimum: 1, maximum: 65_535, default: 8080, description: 'Port of plain HTTP.' }),
    host: Type.String({
      default: '127.0.0.1',
      description: 'Address to listen on; this machine alone by default.',
    }),
    data: Type.String({
      default: dataDefault,
      description: 'Folder of records, media, credentials and keys.',
    }),
    publicUrl: Type.String({
      default: '',
      description: 'The origin that customers open, without a path. Empty: made from host and port.',
    }),
    https: Type.Boolean({
      default: false,
      description:
        'Also listen with a self-signed certificate on port + 1, on all addresses, for phones nearby.',
    }),
    masterKeyFile: Type.String({
      default: '',
      description: 'File of the master key; keep it apart from the data.',
    }),
    trustProxy: Type.Boolean({
      default: false,
      description: 'Believe X-Forwarded-* headers: only behind a proxy of your own.',
    }),
    try: Type.Union([Type.Boolean(), Type.Null()], {
      default: null,
      description: 'Serve /try. Null: only while the public URL is on a loopback or private host.',
    }),
    windowSeconds: Type.Integer({
      minimum: 60,
      maximum: 7200,
      default: 600,
      description: 'Time to start and finish a verification; the API says 10 minutes.',
    }),
    readableSeconds: Type.Integer({
      minimum: 3600,
      maximum: 259_200,
      default: 259_200,
      description: 'How long after issue Get answers and media are kept; the API says three days.',
    }),
    rememberErasedDays: Type.Integer({
      minimum: 0,
      maximum: 365,
      default: 30,
      description: 'How long the hash of an erased token is kept, so that it is answered as expired.',
    }),
    spoofedAttemptsLimit: Type.Integer({
      minimum: 0,
      maximum: 99,
      default: 5,
      description: 'Attempts judged 1002 or 1003 that end a verification; 0 for no limit.',
    }),
    refuseReplays: Type.Boolean({
      default: false,
      description:
        'Refuse (1002) a recording in which the face moves as in an earlier one of the same merchant; else it is noted alone.',
    }),
    giveUpsLimit: Type.Integer({
      minimum: 1,
      maximum: 1000,
      default: 20,
      description:
        'Recordings with a challenge that may be broken off, uncharged, in one verification: nobody may wait for an easy one.',
    }),
    forbidDowngrade: Type.Boolean({
      default: false,
      description: 'Never judge at a lower level than asked, whatever AutoDowngrade says.',
    }),
    scaleProfile: Type.String({
      default: 'default',
      description:
        'Similarity scale: default, strict, lfw; DATA/scale.json, written by calibrate, goes first.',
    }),
    faceModel: Type.String({
      default: '',
      description:
        "Entry of an embedding model of your own, which then compares faces. Empty: this program's; see docs.",
    }),
    recordMs: Type.Integer({
      minimum: 2500,
      maximum: 10_000,
      default: usualSilentMs,
      description:
        'Length of a silent recording; the longer, the fewer who sit still are taken for photos. 2 s are the least judged.',
    }),
    judgeWorkers: Type.Integer({
      minimum: 1,
      maximum: 64,
      default: availableParallelism(),
      description: 'Threads that judge, about 200 MB each; one a core.',
    }),
    cardWorkers: Type.Integer({
      minimum: 1,
      maximum: 64,
      default: 1,
      description:
        'Processes that read cards, about 500 MB each while cards come in; started by the first card.',
    }),
    cardIdleSeconds: Type.Integer({
      minimum: 1,
      maximum: 86_400,
      default: 120,
      description:
        'How long without a card until the processes that read them end and give their memory back.',
    }),
    judgeQueueLimit: Type.Integer({
      minimum: 1,
      maximum: 10_000,
      default: 64,
      description:
        'Recordings and photos waiting to be judged, and cards waiting to be read, before the server says that it is busy.',
    }),
    maxVideoBytes: Type.Integer({
      minimum: 100_000,
      maximum: 8_388_608,
      default: 8_388_608,
      description: 'Largest recording taken, in bytes.',
    }),
    pageCallsPerMinute: Type.Integer({
      minimum: 10,
      default: 600,
      description: 'Page calls a minute from one address; a family or an office may share one.',
    }),
    tokenCallsPerMinute: Type.Integer({
      minimum: 10,
      default: 300,
      description: 'Page calls a minute for one BizToken; an upload of 8 MB needs 64.',
    }),
    tryRunsPerHour: Type.Integer({
      minimum: 1,
      default: 30,
      description: 'Verifications an hour that one address may start on /try.',
    }),
  },
  { additionalProperties: false },
);

export type Settings = Readonly<Static<typeof settingsSchema>>;
export type SettingName = keyof Settings;

/** What the program runs by: the settings, and what follows from them. */
export type Config = Settings & {
  /** Absolute path of the data folder. */
  readonly dataDir: string;
};

/** `windowSeconds` → `SELFSAME_WINDOW_SECONDS`. */
export function environmentName(name: string): string {
  return `SELFSAME_${name.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase()}`;
}

function fromEnvironment(environment: NodeJS.ProcessEnv): Record<string, unknown> {
  const found: Record<string, unknown> = {};
  for (const name of Object.keys(settingsSchema.properties)) {
    const text = environment[environmentName(name)];
    if (text !== undefined) found[name] = text;
  }
  return found;
}

function fromFile(dataDir: string): Record<string, unknown> {
  const path = join(dataDir, 'config.json');
  if (!existsSync(path)) return {};
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Record<string, unknown>;
  } catch (error) {
    throw new Error(`${path} is not JSON: ${(error as Error).message}`);
  }
}

function checkPublicUrl(text: string): void {
  if (text === '') return;
  const url = URL.parse(text);
  const isOrigin =
    url && /^https?:$/.test(url.protocol) && url.pathname === '/' && !url.search && !url.username;
  if (!isOrigin) throw new Error(`publicUrl must be an origin such as https://kyc.example.com, not ${text}`);
}

/**
 * Reads the settings once, at start. Throws with every problem named when one is unknown, of the wrong type or out
 * of range: a server never starts by a setting that it does not understand.
 */
export function readConfig(
  flags: Readonly<Record<string, unknown>>,
  environment: NodeJS.ProcessEnv = process.env,
): Config {
  const outside = { ...fromEnvironment(environment), ...flags };
  const data = String(outside.data ?? dataDefault);
  const given = { ...fromFile(data), ...outside };
  const settings = Value.Default(settingsSchema, Value.Convert(settingsSchema, given));
  const problems = [...Value.Errors(settingsSchema, settings)];
  if (problems.length > 0) {
    const lines = problems.map(
      (problem) => `${problem.instancePath.slice(1) || 'settings'}: ${problem.message}`,
    );
    throw new Error(`these settings cannot be used: ${lines.join('; ')}`);
  }
  const valid = settings as Settings;
  checkPublicUrl(valid.publicUrl);
  return Object.freeze({ ...valid, dataDir: resolve(valid.data) });
}
