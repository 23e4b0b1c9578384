import type { ChunkNotice, ShownMark } from '../../src/capture/page-shapes.ts';

/** A recording that the server has not acknowledged yet, kept so that a reload does not lose it. */
export type KeptRecording = {
  readonly seq: string;
  /** SHA-256 of the bytes, hex: the name under which it is known again. */
  readonly sha256: string;
  readonly bytes: ArrayBuffer;
  /** The pieces that the recorder made, which must be announced first; none where the server does not ask for them. */
  readonly chunks: readonly ChunkNotice[];
  /** How many of them, from the first on, the server has. */
  readonly announcedChunks: number;
  /** When the page showed what. */
  readonly shown: readonly ShownMark[];
};

/** Where recordings wait. A browser that refuses storage (private windows) only loses the reload. */
export type RecordingShelf = {
  keep(recording: KeptRecording): Promise<boolean>;
  /** By attempt, and by hash once the server has been told it. */
  find(seq: string, sha256: string | null): Promise<KeptRecording | null>;
  /** The recording goes: after the acknowledgement, at the end and on exit. */
  clear(): Promise<void>;
  /** Drops what a verification left behind whose page was closed before its end. */
  clearStale(): Promise<void>;
};

const databaseName = 'selfsame-recording';
const storeName = 'recordings';

function openDatabase(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(databaseName, 1);
    request.onupgradeneeded = () => request.result.createObjectStore(storeName, { keyPath: 'key' });
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
    request.onblocked = () => reject(new Error('the database is blocked by another tab'));
  });
}

async function inStore<Result>(
  mode: IDBTransactionMode,
  work: (store: IDBObjectStore) => IDBRequest<Result>,
): Promise<Result> {
  const database = await openDatabase();
  try {
    return await new Promise((resolve, reject) => {
      const transaction = database.transaction(storeName, mode);
      const request = work(transaction.objectStore(storeName));
      transaction.oncomplete = () => resolve(request.result);
      transaction.onabort = () => reject(transaction.error);
      transaction.onerror = () => reject(transaction.error);
    });
  } finally {
    database.close();
  }
}

type Row = KeptRecording & { readonly key: string; readonly keptAtMs: number };

/** One recording a browser at most: a later one takes the place of an earlier one. */
const onlyKey = 'latest';

/** Longer than any verification's window: what is older belongs to nobody any more. */
const staleMs = 15 * 60_000;

export function createRecordingShelf(): RecordingShelf {
  const read = () => inStore('readonly', (store) => store.get(onlyKey) as IDBRequest<Row | undefined>);
  const clear = async () =>
    void (await inStore('readwrite', (store) => store.delete(onlyKey)).catch(() => {}));
  return {
    keep: (recording) =>
      inStore('readwrite', (store) =>
        store.put({ ...recording, key: onlyKey, keptAtMs: Date.now() } satisfies Row),
      ).then(
        () => true,
        () => false,
      ),
    async find(seq, sha256) {
      const row = await read().catch(() => undefined);
      return row?.seq === seq && (sha256 === null || row.sha256 === sha256) ? row : null;
    },
    async clearStale() {
      const row = await read().catch(() => undefined);
      if (row && Date.now() - row.keptAtMs > staleMs) await clear();
    },
    clear,
  };
}
