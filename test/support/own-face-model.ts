import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { FaceModel } from '../../src/vision/face-model.ts';
import { modelCard } from '../../src/vision/manifest.ts';

const { file, sha256 } = modelCard('face-embed');

/** An operator's entry: the shipped weights under another id, so that what it answers is known. */
export const ownEntry: FaceModel = {
  id: 'our-net',
  file: fileURLToPath(new URL(`../../models/weights/${file}`, import.meta.url)),
  sha256,
  publisher: 'Us, 2026',
  licence: 'Apache-2.0',
  licenceText: 'Licensed under the Apache License,\nVersion 2.0.',
  trainingData: 'unknown',
  input: { size: 112, order: 'bgr', mean: 127.5, scale: 127.5, template: 'arcface' },
  dimensions: 512,
};

/** Writes an entry to a folder of its own; returns its path. */
export function writeEntry(entry: object = ownEntry): string {
  const path = join(mkdtempSync(join(tmpdir(), 'selfsame-face-model-')), 'our-net.json');
  writeFileSync(path, JSON.stringify(entry));
  return path;
}
