/** How much of a colour is laid where, from 0 to 1; from the middle of a face to the right and down, in four fifths of half its box. */
type Spot = (across: number, down: number) => number;

const bell =
  (halfAcross: number, halfDown: number): Spot =>
  (across, down) =>
    Math.exp(-((across / halfAcross) ** 2 + (down / halfDown) ** 2) / 2);
const wave = (way: number) => Math.cos(Math.max(-Math.PI / 2, Math.min(Math.PI / 2, way)));

/**
 * What somebody would draw who knows that light on a head fades to its sides, and has no head: spots without an edge. A dome falls away as light on
 * half a ball does, cosines as on two crossed tubes.
 */
export const softSpots = {
  'round bell': bell(0.7, 0.9),
  'long bell': bell(0.75, 1.3),
  'narrow bell': bell(0.6, 1.3),
  dome: (across, down) => Math.sqrt(Math.max(0, 1 - (across / 1.15) ** 2 - (down / 1.5) ** 2)),
  cosines: (across, down) => wave(across) * wave(0.7 * down),
} as const satisfies Readonly<Record<string, Spot>>;

export type SoftSpotName = keyof typeof softSpots;
