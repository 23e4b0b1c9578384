import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type PortraitReading, readPortrait } from '../verify/portrait.ts';
import { loadVision } from '../vision/faces.ts';

/** What became of one file: a face, a photo without one, or an input that could not be read at all. */
export type FileReading =
  | PortraitReading
  | { readonly ok: false; readonly problem: 'unreadable-file'; readonly text: string };

/** Reads each file once, however many pairs it stands in. */
export type PortraitReader = (file: string) => Promise<FileReading>;

/** Loads the models. `root` is the folder that names start from; empty for names as given. */
export async function openPortraitReader(root: string): Promise<PortraitReader> {
  const vision = await loadVision();
  const readings = new Map<string, Promise<FileReading>>();
  const read = async (file: string): Promise<FileReading> => {
    let bytes: Uint8Array;
    try {
      bytes = await readFile(root === '' ? file : join(root, file));
    } catch (error) {
      return {
        ok: false,
        problem: 'unreadable-file',
        text: `The file cannot be read: ${(error as Error).message}`,
      };
    }
    return readPortrait(vision, bytes);
  };
  return (file) => {
    const reading = readings.get(file) ?? read(file);
    readings.set(file, reading);
    return reading;
  };
}
