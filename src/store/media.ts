import { createReadStream } from 'node:fs';
import { mkdir, open, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { deriveKey, type Key } from './seal.ts';
import { plainBytes, sealStream, unsealStream } from './sealed-stream.ts';

/** Bytes to store: a list of chunks, or chunks as they come. */
export type Bytes = AsyncIterable<Uint8Array> | Iterable<Uint8Array>;

/**
 * Pictures and videos of verifications, as files `FOLDER/VERIFICATION/NAME`, each sealed under a key derived from
 * the verification's data key and its own name. A `put` that returned is on disk: written beside, synced, renamed,
 * and the folder synced. What fails half-way leaves nothing under the name.
 */
export interface Media {
  put(key: Key, verificationId: string, name: string, plain: Bytes): Promise<void>;
  /** Rejects with ENOENT when absent, with an authentication error when altered. */
  read(key: Key, verificationId: string, name: string): AsyncIterable<Buffer>;
  /** Size in bytes before sealing; null when absent. */
  plainSize(verificationId: string, name: string): Promise<number | null>;
  delete(verificationId: string, name: string): Promise<void>;
  deleteAll(verificationId: string): Promise<void>;
  /** Throws when nothing can be written. */
  probe(): Promise<void>;
  /** Ids of all verifications that have files: what a crash left behind is found by them. */
  owners(): Promise<readonly string[]>;
}

const safeName = /^[a-z0-9][a-z0-9.-]{0,120}$/;

function place(folder: string, ...parts: string[]): string {
  for (const part of parts) if (!safeName.test(part)) throw new Error(`not a media name: ${part}`);
  return join(folder, ...parts);
}

async function syncFolder(path: string): Promise<void> {
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function writeSynced(path: string, bytes: AsyncIterable<Uint8Array>): Promise<void> {
  const handle = await open(path, 'w', 0o600);
  try {
    for await (const chunk of bytes) await handle.writeFile(chunk);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Media as files of one folder, which is made with access for its owner only. */
export async function openFileMedia(folder: string): Promise<Media> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  return {
    async put(key, verificationId, name, plain) {
      const home = place(folder, verificationId);
      const path = place(folder, verificationId, name);
      // Before anything is waited for: the key's bytes are wiped when its verification is erased meanwhile.
      const fileKey = deriveKey(key, `media/${name}`);
      if (await mkdir(home, { recursive: true, mode: 0o700 })) await syncFolder(folder);
      await writeSynced(`${path}.part`, sealStream(fileKey, plain));
      await rename(`${path}.part`, path);
      await syncFolder(home);
    },
    read(key, verificationId, name) {
      const sealed = createReadStream(place(folder, verificationId, name));
      return unsealStream(deriveKey(key, `media/${name}`), sealed);
    },
    async plainSize(verificationId, name) {
      const found = await stat(place(folder, verificationId, name)).catch(() => null);
      return found && plainBytes(found.size);
    },
    async delete(verificationId, name) {
      await rm(place(folder, verificationId, name), { force: true });
    },
    async deleteAll(verificationId) {
      await rm(place(folder, verificationId), { recursive: true, force: true });
    },
    async probe() {
      const path = join(folder, '.probe');
      await writeFile(path, 'x', { mode: 0o600 });
      // Two may ask at once.
      await rm(path, { force: true });
    },
    async owners() {
      return (await readdir(folder)).filter((name) => safeName.test(name));
    },
  };
}
