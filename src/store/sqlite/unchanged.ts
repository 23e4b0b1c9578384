import type { Database } from './database.ts';

/** What was read from the file, for as long as the file stays as it is. */
export type Remembered<Value> = {
  /** The value of this name: from memory while nothing was written, else read again. */
  of(name: string, read: () => Value): Value;
  clear(): void;
};

const kept = 2_000;

/** Merchants ask for the same result again and again while nothing happens: reading it costs more than all else. */
export function whileUnchanged<Value extends object | null>(database: Database): Remembered<Value> {
  const known = new Map<string, Value>();
  let version = '';
  return {
    of(name, read) {
      const present = database.version();
      if (present !== version || known.size >= kept) known.clear();
      version = present;
      const found = known.get(name);
      if (found !== undefined) return found;
      const value = read();
      known.set(name, value);
      return value;
    },
    clear: () => known.clear(),
  };
}
