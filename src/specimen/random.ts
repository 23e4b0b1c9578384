/** Numbers that are the same on every machine for the same keys. */
export type Random = {
  /** Even, 0 to 1, 1 excluded. */
  readonly unit: () => number;
  readonly between: (low: number, high: number) => number;
  /** A whole number, both ends included. */
  readonly whole: (low: number, high: number) => number;
  readonly chance: (share: number) => boolean;
  readonly pick: <T>(choices: readonly T[]) => T;
  /** So many decimal digits, leading zeros too. */
  readonly digits: (count: number) => string;
  /** Bell curve, mean 0, deviation 1. */
  readonly bell: () => number;
};

/** A generator of its own for each purpose: drawing one thing more must not change another. */
export function randomOf(...keys: readonly (string | number)[]): Random {
  const unit = sfc32(hashOf(keys.join('/')));
  const whole = (low: number, high: number) => low + Math.floor(unit() * (high - low + 1));
  return {
    unit,
    between: (low, high) => low + (high - low) * unit(),
    whole,
    chance: (share) => unit() < share,
    pick: <T>(choices: readonly T[]) => choices[Math.floor(unit() * choices.length)] as T,
    digits: (count) => Array.from({ length: count }, () => whole(0, 9)).join(''),
    // Box and Muller, 1958.
    bell: () => Math.sqrt(-2 * Math.log(1 - unit())) * Math.cos(2 * Math.PI * unit()),
  };
}

/** Four words of FNV-1a over the text, each from a start of its own. */
function hashOf(text: string): readonly [number, number, number, number] {
  const word = (start: number) => {
    let hash = (0x811c9dc5 ^ start) >>> 0;
    for (const byte of Buffer.from(text)) hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
    return hash;
  };
  return [word(1), word(2), word(3), word(4)];
}

/** Chris Doty-Humphrey's small fast counting generator: 128 bits of state. */
function sfc32(seed: readonly [number, number, number, number]): () => number {
  let [a, b, c, counter] = seed;
  const next = () => {
    const sum = (a + b + counter) >>> 0;
    counter = (counter + 1) >>> 0;
    a = (b ^ (b >>> 9)) >>> 0;
    b = (c + (c << 3)) >>> 0;
    c = (((c << 21) | (c >>> 11)) + sum) >>> 0;
    return sum / 2 ** 32;
  };
  for (let warmUp = 0; warmUp < 12; warmUp++) next();
  return next;
}
