import { readFile } from 'node:fs/promises';
import { type PortraitReading, readPortrait } from '../../src/verify/portrait.ts';
import type { Embedding } from '../../src/vision/face-embed.ts';
import type { Vision } from '../../src/vision/faces.ts';
import { decodePhoto } from '../../src/vision/image.ts';
import { sortFaces } from '../../src/vision/main-face.ts';
import { spoils } from './spoil-photo.ts';
import { describeInSteps, type StepId } from './steps.ts';

/** A photo as the product reads it. */
export type ShippedRecord = { readonly path: string; readonly reading: PortraitReading };

/** The main face of a photo, described in every step; null where no face was found. */
export type StepsRecord = {
  readonly path: string;
  readonly steps: Readonly<Record<StepId, Embedding>> | null;
};

/** What became of a photo when it was spoiled, by the name of the spoil; null where it had no face to begin with. */
export type SpoiledRecord = {
  readonly path: string;
  readonly readings: Readonly<Record<string, PortraitReading>> | null;
};

export async function readShipped(vision: Vision, path: string): Promise<ShippedRecord> {
  return { path, reading: await readPortrait(vision, await readFile(path)) };
}

export async function readInSteps(vision: Vision, path: string): Promise<StepsRecord> {
  const found = await findMainFace(vision, await readFile(path));
  return { path, steps: found && (await describeInSteps(vision, found.image, found.main)) };
}

export async function readSpoiled(vision: Vision, path: string): Promise<SpoiledRecord> {
  const bytes = await readFile(path);
  const good = await readPortrait(vision, bytes);
  const found = await findMainFace(vision, bytes);
  if (!good.ok || !found) return { path, readings: null };
  const landmarks = await vision.landmarker.predict(found.image, found.main);
  const readings: [string, PortraitReading][] = [];
  for (const { name, spoil } of spoils) {
    const spoiled = await spoil({ bytes, faceHeightPixels: good.faceHeightPixels, landmarks });
    readings.push([name, await readPortrait(vision, spoiled)]);
  }
  return { path, readings: Object.fromEntries(readings) };
}

async function findMainFace(vision: Vision, bytes: Uint8Array) {
  const photo = await decodePhoto(bytes);
  if (!photo.ok) return null;
  const { image } = photo;
  const { main } = sortFaces(await vision.detector.predict(image, { retryPadded: true }), image);
  return main && { image, main };
}
