import type { Store } from '../store/store.ts';

/** Bytes that are read when they are written out. */
export type Medium = (() => AsyncIterable<Uint8Array>) | null;

/** One stored medium; null where there is none of this name. */
export async function medium(
  store: Store,
  verificationId: string,
  name: string | null | undefined,
): Promise<Medium> {
  // Looked up before the answer begins: once bytes flow, an absence could no longer be told.
  if (!name || (await store.media.plainSize(verificationId, name)) === null) return null;
  return () => store.media.read(verificationId, name);
}
