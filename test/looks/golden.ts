import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import sharp from 'sharp';
import { type Screen, screens } from '../support/screens.ts';
import { stoppedClock } from '../support/staged-camera.ts';
import { sheetSize } from './sheet.ts';

const folder = new URL('golden/', import.meta.url);
const place = (name: string) => new URL(name, folder);

/** What everybody meets: by the names of `screens.ts`. */
const names = [
  'start of card and face',
  'agreement',
  'card camera',
  'card details',
  'camera',
  'waiting',
  'passed',
  'result',
];

export const goldenScreens: readonly Screen[] = names.map((name) => {
  const screen = screens.find((each) => each.name === name);
  if (!screen) throw new Error(`no screen is called ${name}`);
  return { ...screen, before: stoppedClock };
});

const fileOf = ({ name }: Screen) => `${name.replaceAll(' ', '-')}.webp`;

/** The sheet's pixels, as `takeSheet` gives them; null where none was taken yet. */
export async function readGolden(screen: Screen): Promise<Buffer | null> {
  const file = place(fileOf(screen));
  return existsSync(file) ? await sharp(readFileSync(file)).removeAlpha().raw().toBuffer() : null;
}

/** Without loss, so that what differs was drawn otherwise. */
export const packSheet = (sheet: Buffer): Promise<Buffer> =>
  sharp(sheet, { raw: { ...sheetSize, channels: 3 } })
    .webp({ lossless: true })
    .toBuffer();

export async function writeGolden(screen: Screen, sheet: Buffer): Promise<void> {
  writeFileSync(place(fileOf(screen)), await packSheet(sheet));
}

/** Letters and lines are drawn a little otherwise by each Chromium: its major, by `Browser.version()`. */
export const majorOf = (version: string): string => version.replace(/\..*/, '');

/** The one that took the golden pictures. */
export function readMajor(): string {
  return readFileSync(place('chromium-major.txt'), 'utf8').trim();
}

export function writeMajor(major: string): void {
  writeFileSync(place('chromium-major.txt'), `${major}\n`);
}
