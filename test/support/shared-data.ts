import { existsSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

// Beside the checkout, never inside it: real people's faces, for measuring only.
const shared = fileURLToPath(new URL('../../../shared/data/', import.meta.url));

export type ClipName = 'd0' | 'd3' | 'd10' | 'd13' | 'd18';

/** Clips of real people; null where the folder is not here. */
export function clipPath(name: ClipName): string | null {
  const path = `${shared}clips/${name}.mp4`;
  return existsSync(path) ? path : null;
}

/** Photos of LFW in a fixed order; empty where the folder is not here. */
export function lfwPhotos(): readonly { readonly person: string; readonly path: string }[] {
  const folder = `${shared}faces/lfw/`;
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith('.jpg'))
    .sort()
    .map((name) => ({ person: name.replace(/_\d+\.jpg$/, ''), path: folder + name }));
}
