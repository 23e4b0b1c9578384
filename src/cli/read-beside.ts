import { readFileSync } from 'node:fs';

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EISDIR: 'that is a folder',
  EACCES: 'it may not be read',
};

/** The bytes of a file that an operator named. Throws with what is wrong, in words. */
export function readBeside(path: string, what: string): Buffer {
  try {
    return readFileSync(path);
  } catch (error) {
    const { code = '', message } = error as NodeJS.ErrnoException;
    throw new Error(`${what} cannot be read from ${path}: ${reasons[code] ?? message}`);
  }
}
