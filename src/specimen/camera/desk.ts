import { randomOf } from '../random.ts';

/** Brightness and colour of what lies under the card, at a place of the photo. Writes red, green, blue into `into`. */
export type Desk = (x: number, y: number, into: Float64Array) => void;

/** Wood, cloth, marble, tiles, a plain dark or a plain pale table, in colours of the seed. */
export function deskOf(seed: number): Desk {
  const random = randomOf('desk', seed);
  const base = random.between(35, 225);
  const colour = [base, base + random.between(-35, 15), base + random.between(-55, 25)];
  const [cell, slant, phase] = [random.between(9, 30), random.between(-0.2, 0.2), random.between(0, 6)];
  const patterns = [
    (x: number, y: number) => {
      const grain = y + slant * x;
      return (
        15 * Math.sin(grain / 21 + 3 * Math.sin(x / 310 + phase) + Math.sin(grain / 5) * 0.6) +
        6 * Math.sin(grain / 3.1)
      );
    },
    (x: number, y: number) => ((Math.floor(x / cell) + Math.floor(y / cell)) % 2 === 0 ? 9 : -9),
    (x: number, y: number) => 22 * Math.sin(x / 170 + phase) * Math.sin(y / 140) + 9 * Math.sin((x + y) / 37),
    (x: number, y: number) => (x % 260 < 5 || y % 260 < 5 ? -32 : 0),
    (x: number, y: number) => 10 * Math.sin(x / 900 + phase) + 6 * Math.sin(y / 700),
  ];
  const pattern = random.pick(patterns);
  return (x, y, into) => {
    const step = pattern(x, y);
    for (let channel = 0; channel < 3; channel++) into[channel] = (colour[channel] as number) + step;
  };
}
