import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CardTypeName } from '../../src/cards/card-type.ts';
import { photograph } from '../../src/specimen/camera/photograph.ts';
import type { Attack, Severity } from '../../src/specimen/camera/shot.ts';
import { makeSpecimen } from '../../src/specimen/make-specimen.ts';
import type { Specimen } from '../../src/specimen/specimen.ts';
import { type FoundCard, findCard } from '../../src/vision/card/find-card.ts';
import { readCardText } from '../../src/vision/card/read-card-text.ts';
import { straighten } from '../../src/vision/card/straighten.ts';
import type { Box } from '../../src/vision/geometry.ts';
import { decodePhoto, type RgbImage } from '../../src/vision/image.ts';
import type { TextLine } from '../../src/vision/ocr/text-line.ts';
import type { TextReader } from '../../src/vision/ocr/text-reader.ts';

/** One simulated photo: honest where `attack` is null. */
export type WarningTask = {
  readonly type: CardTypeName;
  readonly seed: number;
  readonly severity: Severity;
  readonly attack: Attack | null;
};

/** All that the warnings are measured from, once the card was found and read. */
export type TakenPhoto = WarningTask & {
  readonly layout: string;
  readonly heldOut: boolean;
  /** Null where no card was found: the flow asks for another photo, and no warning is measured. */
  readonly found: FoundCard | null;
  readonly lines: readonly TextLine[];
  readonly portrait: Box | null;
};

const width = 1280;

let last: { readonly key: string; readonly specimen: Specimen } | null = null;

/** Takes the photo and reads it, or fetches both from `folder`, where an earlier run has left them. */
export async function takePhoto(
  reader: TextReader,
  task: WarningTask,
  folder: string,
): Promise<{ readonly taken: TakenPhoto; readonly file: Uint8Array }> {
  const name = join(folder, `${task.type}-${task.seed}-${task.severity}-${task.attack ?? 'honest'}`);
  if (existsSync(`${name}.json`)) {
    return { taken: JSON.parse(readFileSync(`${name}.json`, 'utf8')), file: readFileSync(`${name}.jpg`) };
  }
  const { front, truth } = await specimenOf(task.type, task.seed);
  const { seed, severity, attack } = task;
  const { jpeg } = await photograph(front, truth.front, { seed, severity, attack });
  const { layout, heldOut } = truth;
  const read = await readPhoto(reader, await decodeAll(jpeg), front);
  const taken = { ...task, layout, heldOut, portrait: truth.front.portrait, ...read };
  mkdirSync(folder, { recursive: true });
  writeFileSync(`${name}.jpg`, jpeg);
  writeFileSync(`${name}.json`, JSON.stringify(taken));
  return { taken, file: jpeg };
}

async function readPhoto(reader: TextReader, photo: RgbImage, front: RgbImage) {
  const found = await findCard(reader, photo, [front.width / front.height]);
  if (!found) return { found, lines: [] };
  const card = await straighten(photo, found.corners, width, front.height);
  return { found, lines: await readCardText(reader, card) };
}

/** The same card is photographed several times in a row. */
async function specimenOf(type: CardTypeName, seed: number): Promise<Specimen> {
  const key = `${type} ${seed}`;
  if (last?.key !== key) last = { key, specimen: await makeSpecimen({ type, seed }) };
  return last.specimen;
}

export async function decodeAll(jpeg: Uint8Array): Promise<RgbImage> {
  const decoded = await decodePhoto(jpeg, 1920);
  if (!decoded.ok) throw new Error(decoded.text);
  return decoded.image;
}
