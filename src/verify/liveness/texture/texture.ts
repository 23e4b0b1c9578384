import type { CloserLook } from '../../closer-looks.ts';
import type { Watched } from '../../face-watch.ts';
import { type Gamut, measureGamut } from './gamut.ts';
import type { Lattice } from './lattice.ts';
import { measureOutline, type Outline } from './outline.ts';
import { measureScreenPattern } from './screen-pattern.ts';

/** What the surface before the camera looks like. */
export type Texture = {
  readonly pattern: Lattice | null;
  readonly gamut: Gamut | null;
  readonly outline: Outline | null;
};

export function measureTexture(watched: Watched, looks: readonly CloserLook[]): Texture {
  return {
    pattern: measureScreenPattern(watched),
    gamut: measureGamut(looks),
    outline: measureOutline(watched),
  };
}
