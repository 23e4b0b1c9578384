import type { SeededRandom } from './seeded-random.ts';

/** Where a flat sheet is held in front of a camera. Lengths in sheet widths, angles in radians. */
export type SheetPose = {
  readonly x: number;
  readonly y: number;
  /** 1: the sheet is as wide as asked for; 2: twice as far away. */
  readonly distance: number;
  readonly tiltX: number;
  readonly tiltY: number;
  readonly roll: number;
};

/** How a sheet is moved while it is filmed. */
export type Handling = 'fixed' | 'held' | 'panned' | 'zoomed' | 'tilted' | 'swung';

export const handlings: readonly Handling[] = ['fixed', 'held', 'panned', 'zoomed', 'tilted', 'swung'];

type Sway = { readonly size: number; readonly hertz: number; readonly phase: number };

/**
 * A pose for every moment: the tremor of a hand (three slow sways on each of six degrees of freedom, 0.2 to 3 Hz) and, on
 * top, the wilful movement that the handling names. `fixed` does not move at all.
 */
export function handleSheet(random: SeededRandom, handling: Handling): (seconds: number) => SheetPose {
  const tremor = handling === 'fixed' ? 0 : random.between(0.4, 1.6);
  const sways = Array.from({ length: 6 }, () =>
    Array.from({ length: 3 }, (): Sway => {
      const hertz = random.between(0.2, 3);
      return {
        size: (tremor * random.between(0.3, 1)) / (0.5 + hertz),
        hertz,
        phase: random.between(0, 6.28),
      };
    }),
  );
  const sway = (axis: number, seconds: number): number =>
    sways[axis]!.reduce(
      (sum, { size, hertz, phase }) => sum + size * Math.sin(6.28 * hertz * seconds + phase),
      0,
    );
  const wilful = wilfulMovement(random, handling);
  const still = {
    x: random.between(-0.03, 0.03),
    y: random.between(-0.03, 0.03),
    roll: random.between(-0.06, 0.06),
  };
  const leaning = { x: random.between(-0.15, 0.15), y: random.between(-0.15, 0.15) };
  return (seconds) => {
    const moved = wilful(seconds);
    return {
      x: still.x + 0.012 * sway(0, seconds) + moved.x,
      y: still.y + 0.012 * sway(1, seconds) + moved.y,
      distance: (1 + 0.012 * sway(2, seconds)) * moved.distance,
      tiltX: leaning.x + 0.03 * sway(3, seconds) + moved.tiltX,
      tiltY: leaning.y + 0.03 * sway(4, seconds) + moved.tiltY,
      roll: still.roll + 0.012 * sway(5, seconds),
    };
  };
}

function wilfulMovement(
  random: SeededRandom,
  handling: Handling,
): (seconds: number) => Omit<SheetPose, 'roll'> {
  const hertz = random.between(0.15, 0.5);
  const phase = random.between(0, 6.28);
  const wave = (seconds: number, ahead = 0) => Math.sin(6.28 * hertz * seconds + phase + ahead);
  const rest = { x: 0, y: 0, distance: 1, tiltX: 0, tiltY: 0 };
  const reach = random.between(0.5, 1);
  switch (handling) {
    case 'panned':
      return (seconds) => ({ ...rest, x: 0.12 * reach * wave(seconds), y: 0.06 * reach * wave(seconds, 1) });
    case 'zoomed':
      return (seconds) => ({ ...rest, distance: 1 + 0.2 * reach * wave(seconds) });
    case 'tilted':
      return (seconds) => ({
        ...rest,
        tiltX: 0.45 * reach * wave(seconds),
        tiltY: 0.2 * reach * wave(seconds, 1),
      });
    case 'swung':
      return (seconds) => ({ ...rest, tiltY: 0.55 * reach * wave(seconds), x: 0.05 * wave(seconds) });
    default:
      return () => rest;
  }
}
