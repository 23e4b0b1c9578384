const storageKey = 'selfsame-tab';

/**
 * A reload may ask for its lock before the old document has let go of it, on a busy phone seconds before; whoever
 * gives up too early loses the verification to a tab that is gone. A duplicated tab never gets the lock.
 */
function lockPatienceMs(): number {
  const [arrival] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  return arrival?.type === 'reload' ? 6_000 : 700;
}

/** 128 random bits, hex. (`crypto.randomUUID` came to Safari only with 15.4.) */
function newTabId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

function readStored(): string | null {
  try {
    return sessionStorage.getItem(storageKey);
  } catch {
    // Storage is blocked: the tab then has a new id after each reload, and is asked to continue here.
    return null;
  }
}

function store(id: string): void {
  try {
    sessionStorage.setItem(storageKey, id);
  } catch {
    // See readStored.
  }
}

/** Holds the id's lock for as long as this document lives; false where another document holds it. */
async function holdLock(id: string): Promise<boolean> {
  if (!navigator.locks) return true;
  const patience = new AbortController();
  const timer = setTimeout(() => patience.abort(), lockPatienceMs());
  return await new Promise((resolve) => {
    const held = () => {
      clearTimeout(timer);
      resolve(true);
      return new Promise<never>(() => {});
    };
    navigator.locks
      .request(`selfsame-tab-${id}`, { signal: patience.signal }, held)
      .catch(() => resolve(false));
  });
}

/**
 * This tab's id, the same after a reload. A duplicated tab inherits the session storage of the first, so the id is
 * also locked (Web Locks API; Safari 15.4 and later): who does not get the lock is a duplicate and takes a new id.
 */
export async function claimTabId(): Promise<string> {
  const stored = readStored();
  if (stored && (await holdLock(stored))) return stored;
  const id = newTabId();
  store(id);
  await holdLock(id);
  return id;
}
