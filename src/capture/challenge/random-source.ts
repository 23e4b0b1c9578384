import { randomInt } from 'node:crypto';

/** Where a challenge's chances come from; tests give one of their own that repeats itself. */
export type RandomSource = {
  /** A whole number, each as likely as the other, both bounds included. */
  between(least: number, most: number): number;
};

/** The system's cryptographic generator: nobody who has seen challenges can tell the next. */
export const cryptoRandom: RandomSource = {
  between: (least, most) => randomInt(least, most + 1),
};

/** One of several, each as likely as the other. */
export function pick<Choice>(random: RandomSource, choices: readonly Choice[]): Choice {
  const choice = choices[random.between(0, choices.length - 1)];
  if (choice === undefined) throw new Error('there is nothing to pick from');
  return choice;
}

/** All orders are as likely (Fisher and Yates). */
export function shuffled<Item>(random: RandomSource, items: readonly Item[]): readonly Item[] {
  const left = [...items];
  return items.map(() => left.splice(random.between(0, left.length - 1), 1)[0] as Item);
}

/** Cuts a stretch into pieces of a least and a most length, at random places. Throws where no such pieces make it up. */
export function cutUp(
  random: RandomSource,
  totalMs: number,
  leastMs: number,
  mostMs: number,
): readonly number[] {
  const [fewest, most] = [Math.ceil(totalMs / mostMs), Math.floor(totalMs / leastMs)];
  if (fewest > most) throw new Error(`${totalMs} ms cannot be cut into pieces of ${leastMs} to ${mostMs} ms`);
  const count = random.between(fewest, most);
  const roomMs = mostMs - leastMs;
  let spareMs = totalMs - count * leastMs;
  const pieces = Array.from({ length: count }, (_, index) => {
    // What is left over must still fit into the pieces after this one.
    const takenMs = random.between(
      Math.max(0, spareMs - (count - index - 1) * roomMs),
      Math.min(roomMs, spareMs),
    );
    spareMs -= takenMs;
    return leastMs + takenMs;
  });
  // The later ones had less to choose from.
  return shuffled(random, pieces);
}
